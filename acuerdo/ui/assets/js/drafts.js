import { each } from "./page.js";

// <textarea data-keep="case-12"> survives a reload, a refusal and a closed window. It is forgotten when the server
// has accepted it; signing out (form[data-forget]) forgets everything.
const prefix = "acuerdo.draft.";
const sent = "acuerdo.sent";
/** Beside a text: the mark of the draft it was typed over. */
const over = ".over";
const shown = (field) => field.form?.querySelector("[name=shown]")?.value;
export const place = (field) => prefix + field.dataset.keep;
export const forget = (places) => places.forEach((one) => [one, one + over].forEach((name) => localStorage.removeItem(name)));
const places = (form) => [...form.querySelectorAll("[data-keep]")].map(place);

// A form sent without htmx: accepted when its answer was a redirect (POST, then 303) and not to the sign-in.
const waiting = JSON.parse(sessionStorage.getItem(sent) ?? "[]");
sessionStorage.removeItem(sent);
const [arrival] = performance.getEntriesByType("navigation");
const accepted = arrival?.type === "navigate" && arrival.redirectCount > 0 && !document.querySelector("input[type=password]");
if (accepted) forget(waiting);

/** What the server kept and what only this browser has: neither is lost. Where the one goes on with what the other begins, once. */
function both(there, here) {
  if (!there || here.includes(there)) return here;
  if (there.includes(here)) return there;
  const [first, ...rest] = there.split("\n\n");
  const left = here.startsWith(first) ? rest.join("\n\n") : there;
  return `${left}\n\n${here}`;
}

each("[data-keep]", (field) => {
  const kept = localStorage.getItem(place(field));
  if (!kept || (field.value && !field.dataset.draft)) return;
  // Typed over what stands here it goes before it, with what it left out of it; where that was written elsewhere both stay.
  const newer = shown(field) !== undefined && localStorage.getItem(place(field) + over) === shown(field);
  field.value = newer ? kept : both(field.value, kept);
  field.dispatchEvent(new Event("input", { bubbles: true }));
});

/** Keeps in this browser what stands in a box. */
export function keep(field) {
  if (!field.value) {
    forget([place(field)]);
    return;
  }
  localStorage.setItem(place(field), field.value);
  if (shown(field) !== undefined) localStorage.setItem(place(field) + over, shown(field));
}

document.addEventListener("input", ({ target }) => {
  if (target.matches?.("[data-keep]")) keep(target);
});

// beforeSwap, not afterRequest: the swap brings the same field back, empty, and must find nothing to restore.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const form = detail.requestConfig.elt.closest("form");
  if (form && detail.requestConfig.verb !== "get" && detail.xhr.status < 400 && detail.shouldSwap) forget(places(form));
});

// Something else than sending it exchanges the box: what stands in it was perhaps kept after the new one was drawn.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const form = detail.requestConfig.elt.closest("form");
  if (!detail.shouldSwap) return;
  detail.target.querySelectorAll("[data-keep][data-draft]").forEach((field) => {
    if (field.value && field.form !== form) keep(field);
  });
});

document.addEventListener("submit", ({ target }) => {
  if (target.matches("[data-forget]")) forget(Object.keys(localStorage).filter((key) => key.startsWith(prefix)));
  else if (!target.matches("[hx-post]")) sessionStorage.setItem(sent, JSON.stringify(places(target)));
});
