import { each } from "./page.js";

// The editor of the manual: line numbers, what is said beside the lines, going to a line, keeping what is not saved.
// It works without this file; then the remarks name their lines, and a button reviews the text.
const KINDS = ["is-fault", "is-stop", "is-ask"];

class Pad {
  constructor(form) {
    this.form = form;
    this.text = form.querySelector("textarea");
    this.lines = form.querySelector("[data-lines]");
    this.bands = form.querySelector("[data-bands]");
    this.here = form.querySelector("[data-here]");
    this.place = form.querySelector("[data-place]");
    this.outline = form.querySelector("[data-outline]");
    this.saved = document.getElementById("draft-saved-text").content.textContent;
    form.querySelector(".pad").classList.add("is-alive");
    this.restore();
    this.text.addEventListener("input", () => this.typed());
    this.text.addEventListener("scroll", () => this.scrolled());
    document.addEventListener("selectionchange", () => document.activeElement === this.text && this.moved());
    this.lines.addEventListener("click", ({ target }) => target.dataset.n && this.go(Number(target.dataset.n)));
    this.outline.addEventListener("change", () => this.outline.value && this.go(Number(this.outline.value)));
    form.addEventListener("click", (event) => {
      const button = event.target.closest("[data-line]");
      if (button && Number(button.dataset.line)) this.go(Number(button.dataset.line));
    });
    form.addEventListener("keydown", (event) => this.key(event));
    form.addEventListener("submit", () => { this.leaving = true; });
    addEventListener("beforeunload", (event) => this.isUnsaved && !this.leaving && event.preventDefault());
    document.addEventListener("htmx:afterSettle", ({ detail }) => this.answered(detail.requestConfig));
    this.number();
    this.mark();
    this.contents();
    this.moved();
    this.status();
    // The text is there with its remarks already: a button to review it is for those without script.
    form.querySelector("[data-review]").hidden = true;
  }

  get revision() { return document.getElementById("draft-revision").value; }
  get keep() { return `acuerdo.draft.manual-${this.revision}`; }
  get isUnsaved() { return this.text.value !== this.saved; }
  get height() { return parseFloat(getComputedStyle(this.text).lineHeight) || 20; }
  get inset() { return parseFloat(getComputedStyle(this.text).paddingTop) || 0; }
  get line() { return this.text.value.slice(0, this.text.selectionStart).split("\n").length; }

  /** What was typed in this browser over this very revision, and not saved. */
  restore() {
    const kept = localStorage.getItem(this.keep);
    if (kept === null || this.text.dataset.wasSaved === "0") return;
    if (kept === this.saved) return localStorage.removeItem(this.keep);
    this.text.value = kept;
    this.here.textContent = this.form.dataset.kept;
    setTimeout(() => this.text.dispatchEvent(new Event("review")));
  }

  typed() {
    this.leaving = false;
    if (this.isUnsaved) localStorage.setItem(this.keep, this.text.value);
    else localStorage.removeItem(this.keep);
    this.number();
    this.status();
    clearTimeout(this.later);
    this.later = setTimeout(() => this.contents(), 400);
  }

  status() {
    const state = document.querySelector("[data-saved]");
    if (!state) return;
    if (!state.dataset.words) state.dataset.words = state.textContent;
    state.textContent = this.isUnsaved ? this.form.dataset.unsaved : state.dataset.words;
  }

  number() {
    const count = this.text.value.split("\n").length;
    while (this.lines.children.length > count) this.lines.lastChild.remove();
    if (this.lines.children.length === count) return;
    const more = document.createDocumentFragment();
    for (let n = this.lines.children.length + 1; n <= count; n += 1) {
      const item = document.createElement("li");
      item.textContent = n;
      item.dataset.n = n;
      more.append(item);
    }
    this.lines.append(more);
  }

  /** The remarks of the last answer, by line; the gravest of a line counts. */
  mark() {
    this.remarks = new Map();
    this.form.querySelectorAll(".remark button").forEach((button) => {
      const line = Number(button.dataset.line);
      if (line && !this.remarks.has(line)) this.remarks.set(line, button);
    });
    this.lines.querySelectorAll(KINDS.map((kind) => `.${kind}`).join()).forEach((item) => item.classList.remove(...KINDS));
    this.remarks.forEach((button, line) => this.lines.children[line - 1]?.classList.add(`is-${button.dataset.kind}`));
    this.draw();
  }

  draw() {
    const bands = [];
    const band = (line, kind) => {
      const box = document.createElement("div");
      box.className = kind;
      box.style.top = `${this.inset + (line - 1) * this.height - this.text.scrollTop}px`;
      bands.push(box);
    };
    band(this.current ?? 1, "is-current");
    this.remarks.forEach((button, line) => band(line, `is-${button.dataset.kind}`));
    this.bands.replaceChildren(...bands);
  }

  scrolled() {
    this.lines.scrollTop = this.text.scrollTop;
    this.draw();
  }

  /** Where the caret is, and what is said of that line. */
  moved() {
    const line = this.line;
    if (line === this.current) return;
    this.lines.children[(this.current ?? 1) - 1]?.classList.remove("is-current");
    this.current = line;
    this.lines.children[line - 1]?.classList.add("is-current");
    this.place.textContent = line;
    this.tell();
    this.draw();
  }

  tell() {
    const button = this.remarks.get(this.current);
    this.here.className = `writer__here${button ? ` is-${button.dataset.kind}` : ""}`;
    this.here.textContent = button ? button.querySelector(".remark__words").textContent : "";
    this.form.querySelectorAll(".remark.is-current").forEach((item) => item.classList.remove("is-current"));
    button?.parentElement.classList.add("is-current");
  }

  go(line) {
    const lines = this.text.value.split("\n");
    const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    this.text.focus();
    this.text.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
    this.text.scrollTop = Math.max(0, (line - 6) * this.height);
    this.text.scrollLeft = 0;
    this.moved();
  }

  /** The parts of the file, by their headers. */
  contents() {
    const chosen = this.outline.options[0];
    const found = this.text.value.split("\n").map((line, index) => [/^\s*\[+\s*([^\]]+?)\s*\]+/.exec(line)?.[1], index + 1]);
    const options = found.filter(([name]) => name).map(([name, line]) => new Option(name, line));
    this.outline.replaceChildren(chosen, ...options);
    this.outline.hidden = !options.length;
  }

  key(event) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      this.form.querySelector("[data-save]").click();
    }
    if (event.key === "F8") {
      const lines = [...this.remarks.keys()].sort((one, other) => one - other);
      const next = event.shiftKey ? lines.reverse().find((line) => line < this.current) : lines.find((line) => line > this.current);
      if (lines.length) this.go(next ?? lines[0]);
      event.preventDefault();
    }
  }

  /** An answer has come: new remarks, and after a save the text that is now kept. */
  answered({ verb, path, formData }) {
    if (!this.form.isConnected || verb !== "post") return;
    if (path === this.form.getAttribute("action") && formData.has("text")) {
      this.saved = formData.get("text");
      Object.keys(localStorage).filter((key) => key.startsWith("acuerdo.draft.manual-")).forEach((key) => localStorage.removeItem(key));
      if (this.isUnsaved) localStorage.setItem(this.keep, this.text.value);
      this.status();
    }
    this.mark();
    this.tell();
  }
}

each("form[data-manual]", (form) => new Pad(form));
