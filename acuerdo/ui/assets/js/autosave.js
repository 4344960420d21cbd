import { each, meta } from "./page.js";

// <textarea data-draft="address" data-keep="…"> is kept on the server too, a moment after the last key: it is there on any device.
// What the server has is forgotten here (drafts.js), so that what is found here was never saved.
const WAIT = 900;
let timer = 0;
let waiting = null;
let under = null;

function body(field) {
  const form = field.form;
  const said = new FormData();
  said.set("text", field.value);
  said.set("kind", form.querySelector("[name=mode]:checked")?.value ?? field.dataset.kind ?? "answer");
  said.set("key", form.querySelector("[name=key], [name=once]")?.value ?? "");
  said.set("returned", form.querySelector("[name=returned]")?.value ?? "");
  said.set("csrfmiddlewaretoken", meta("csrf-token"));
  return said;
}

async function save(field, leaving = false) {
  clearTimeout(timer);
  waiting = null;
  const text = field.value;
  under?.abort();
  under = new AbortController();
  try {
    const answer = await fetch(field.dataset.draft, { method: "POST", body: body(field), keepalive: leaving, signal: under.signal });
    if (answer.status === 204 && field.value === text) localStorage.removeItem(`acuerdo.draft.${field.dataset.keep}`);
  } catch {
    // It stays here, and is saved with the next key or when the page is opened again.
  }
}

function soon(field) {
  clearTimeout(timer);
  waiting = field;
  timer = setTimeout(() => save(field), WAIT);
}

each("[data-draft]", (field) => {
  if (localStorage.getItem(`acuerdo.draft.${field.dataset.keep}`)) soon(field);
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
