import { each } from "./page.js";

// <textarea data-keep="case-12"> survives a reload, a refusal and a closed window. An htmx form
// forgets it when the server has accepted it; signing out (form[data-forget]) forgets everything.
const prefix = "acuerdo.draft.";
const place = (field) => prefix + field.dataset.keep;

each("[data-keep]", (field) => {
  const kept = localStorage.getItem(place(field));
  if (kept && !field.value) {
    field.value = kept;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
});

document.addEventListener("input", ({ target }) => {
  if (!target.matches?.("[data-keep]")) return;
  if (target.value) localStorage.setItem(place(target), target.value);
  else localStorage.removeItem(place(target));
});

// beforeSwap, not afterRequest: the swap brings the same field back, empty, and must find nothing to restore.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const form = detail.requestConfig.elt.closest("form");
  if (!form || detail.requestConfig.verb === "get" || detail.xhr.status >= 400) return;
  form.querySelectorAll("[data-keep]").forEach((field) => localStorage.removeItem(place(field)));
});

document.addEventListener("submit", ({ target }) => {
  if (!target.matches("[data-forget]")) return;
  Object.keys(localStorage).filter((key) => key.startsWith(prefix)).forEach((key) => localStorage.removeItem(key));
});
