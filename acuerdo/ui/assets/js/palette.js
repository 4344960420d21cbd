import htmx from "htmx.org";
import { press, put } from "./keys.js";

// The palette: Ctrl K anywhere. What is typed is asked of the server; arrows choose, Enter does, Ctrl Enter opens apart, Esc closes.
// The browser remembers the numbers of the cases looked at, nothing of what they say; the server says it to whoever may see it.
const WAIT = 120;
const MOST = 8;
const PLACE = "acuerdo.recent";
const box = document.getElementById("palette");
let timer = 0;
let under = null;
let chosen = null;

const remembered = () => (localStorage.getItem(PLACE) ?? "").split(",").filter((one) => /^\d{1,9}$/.test(one));
const [, looked] = /\/casos\/(\d{1,9})\/$/.exec(location.pathname) ?? [];
if (box && looked) localStorage.setItem(PLACE, [looked, ...remembered().filter((one) => one !== looked)].slice(0, MOST).join(","));

/** The case one is at: this page's, or the row at hand in the queue. */
function atHand() {
  const row = document.querySelector("[data-row].is-here [data-open]");
  return looked ?? /\/casos\/(\d+)\//.exec(row?.pathname ?? "")?.[1] ?? "";
}

const field = () => document.getElementById("palette-box");
const options = () => [...box.querySelectorAll("[role=option]")];

function choose(option) {
  chosen?.setAttribute("aria-selected", "false");
  chosen = option ?? null;
  chosen?.setAttribute("aria-selected", "true");
  chosen?.scrollIntoView({ block: "nearest" });
  if (chosen) field().setAttribute("aria-activedescendant", chosen.id);
  else field().removeAttribute("aria-activedescendant");
}

function step(by) {
  const all = options();
  if (all.length) choose(all[(all.indexOf(chosen) + by + all.length) % all.length]);
}

async function ask() {
  const words = field().value;
  const asked = new URLSearchParams({ parte: "1", q: words, caso: atHand(), recientes: remembered().join(",") });
  under?.abort();
  under = new AbortController();
  const results = document.getElementById("palette-results");
  results.ariaBusy = "true";
  try {
    const answer = await fetch(`${box.dataset.url}?${asked}`, { signal: under.signal });
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    results.innerHTML = await answer.text();
    results.scrollTop = 0;
    choose(options()[0]);
    document.getElementById("palette-found").textContent = words ? results.firstElementChild.dataset.found : "";
  } catch (error) {
    if (error.name === "AbortError") return;
    const said = document.getElementById("messages")?.dataset ?? {};
    document.getElementById("palette-found").textContent = said.offline ?? "";
  }
  results.ariaBusy = "false";
}

function open() {
  if (box.open) return;
  document.querySelectorAll("dialog[open]").forEach((other) => other.close());
  const number = atHand();
  const chip = document.getElementById("palette-case");
  chip.hidden = !number;
  chip.textContent = `#${number}`;
  field().value = "";
  box.showModal();
  field().focus();
  ask();
}

/** What is chosen is done here where this page can; else it is gone to. */
function go(option, apart) {
  const { dataset, href } = option;
  const here = looked && (dataset.verb === looked || dataset.at === looked);
  if (apart) {
    window.open(href, "_blank", "noopener");
    return;
  }
  box.close();
  if (here && dataset.press) press(dataset.press);
  else if (here && dataset.put) {
    press("n") || press("r");
    setTimeout(() => put(dataset.put));
  } else if (here && dataset.verb && document.getElementById("verb")) {
    htmx.ajax("GET", href, { target: "#verb", select: "#verb-form", swap: "innerHTML" });
  } else location.assign(href);
}

const KEYS = { ArrowDown: () => step(1), ArrowUp: () => step(-1) };

if (box) {
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    if (box.open) box.close();
    else open();
  });
  document.addEventListener("click", (event) => {
    const opener = event.target.closest?.("[data-palette]");
    if (!opener || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && chosen && event.target === field()) {
      event.preventDefault();
      go(chosen, event.ctrlKey || event.metaKey);
    } else if (KEYS[event.key]) {
      event.preventDefault();
      KEYS[event.key]();
    }
  });
  box.addEventListener("click", (event) => {
    const option = event.target.closest?.("[role=option]");
    if (!option || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    go(option, false);
  });
}
