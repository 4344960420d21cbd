import { forget, keep, place } from "./drafts.js";
import { each, meta } from "./page.js";

// <textarea data-draft="address" data-keep="…"> is kept on the server too, a moment after the last key: it is there on any device.
// What the server has is forgotten here (drafts.js), so that what is found here was never saved.
// Where the same person wrote in the same box on another page the server keeps neither over the other: both are shown here.
const WAIT = 900;
/** A save that is not answered for so long is given up, milliseconds; what it held stays here. */
const PATIENCE = 20_000;
/** The texts that a box has held and sent: what the server shows of them is nobody else's. */
const own = new WeakMap();
const shown = (field) => field.form?.querySelector("[name=shown]");
let timer = 0;
let waiting = null;
let under = null;

function body(field) {
  const form = field.form;
  const said = new FormData();
  said.set("text", field.value);
  said.set("kind", form.querySelector("[name=mode]:checked")?.value ?? field.dataset.kind ?? "answer");
  said.set("key", form.querySelector("[name=key], [name=once]")?.value ?? "");
  if (shown(field)) said.set("shown", shown(field).value);
  said.set("returned", form.querySelector("[name=returned]")?.value ?? "");
  said.set("csrfmiddlewaretoken", meta("csrf-token"));
  return said;
}

async function save(field, leaving = false) {
  clearTimeout(timer);
  waiting = field;
  if ((under && !leaving) || asks(field)) return; // one after the other: each names the draft that the one before it left
  waiting = null;
  const text = field.value;
  const mine = new AbortController();
  const limit = setTimeout(() => mine.abort(), PATIENCE);
  under = mine;
  own.get(field)?.add(text.trim());
  try {
    const answer = await fetch(field.dataset.draft, { method: "POST", body: body(field), keepalive: leaving, signal: mine.signal });
    const mark = answer.headers.get("X-Draft");
    if (answer.status === 200) told(field, await answer.text(), mark);
    if (answer.status === 204) saved(field, text, mark);
  } catch {
    // It stays here, and is saved with the next key or when the page is opened again.
  }
  clearTimeout(limit);
  if (under === mine) under = null;
  if (!under && waiting && !mine.signal.aborted) soon(waiting);
}

/** The server has this text, as the draft of that mark; what was typed since stands over it. */
function saved(field, text, mark) {
  if (mark !== null && shown(field)) shown(field).value = mark;
  if (field.value === text) forget([place(field)]);
  else keep(field);
}

/** What stands beside a box while its writer has not said what becomes of the two texts. */
const asks = (field) => field.previousElementSibling?.matches("[data-elsewhere]");

/** Another page wrote here: this one's own saves that got through unanswered are no news; anything else is shown. */
function told(field, html, mark) {
  const notice = new DOMParser().parseFromString(html, "text/html").querySelector("[data-elsewhere]");
  if (!notice || !shown(field)) return;
  const there = notice.querySelector("[data-there]").textContent.trim();
  if (own.get(field)?.has(there) || field.value.includes(there)) {
    shown(field).value = mark;
    soon(field);
    return;
  }
  notice.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-join], [data-own]");
    if (!button) return;
    notice.remove();
    shown(field).value = mark;
    if ("join" in button.dataset) field.value = [field.value.trim(), there].filter(Boolean).join("\n\n");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  });
  field.before(notice);
}

function soon(field) {
  clearTimeout(timer);
  waiting = field;
  timer = setTimeout(() => save(field), WAIT);
}

each("[data-draft]", (field) => {
  const here = localStorage.getItem(place(field));
  own.set(field, new Set([field.defaultValue.trim(), (here ?? "").trim()]));
  if (here) soon(field);
});
document.addEventListener("input", ({ target }) => target.matches?.("[data-draft]") && soon(target));
document.addEventListener("change", ({ target }) => {
  const field = target.matches?.("[name=mode]") && target.form?.querySelector("[data-draft]");
  if (field?.value) soon(field);
});
// Sent: nothing of it must come after, or it would be a draft again.
const sent = ({ target }) => {
  if (!target.querySelector?.("[data-draft]")) return;
  clearTimeout(timer);
  waiting = null;
  under?.abort();
};
document.addEventListener("submit", sent);
document.addEventListener("htmx:beforeRequest", ({ detail }) => detail.requestConfig.verb === "post" && sent({ target: detail.elt }));
addEventListener("pagehide", () => waiting && save(waiting, true));
