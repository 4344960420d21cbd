import { each } from "./page.js";

// A verb's form, fetched into the page's one dialog: it opens when the form is there, and closes when its deed is done.
const dialog = () => document.getElementById("verb");
const seen = (element) => element.getClientRects().length > 0;
const FIELDS = "input:not([type=hidden]):not([disabled]), select:not([disabled]), textarea:not([disabled])";

/** Where one begins: the field that the form names, else its first, else the button that does it. */
function begin(form) {
  const fields = [...form.querySelectorAll(FIELDS)].filter(seen);
  (form.querySelector("[autofocus]") ?? fields[0] ?? form.querySelector("[type=submit]"))?.focus();
}

/** A refused form begins at the first field that it was refused for, or at the reason itself; each such field says that it is one. */
function beginAgain(refusal) {
  const form = refusal.closest("form");
  const faulty = (refusal.dataset.faulty.match(/\S+/g) ?? []).flatMap((name) => [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)].filter(seen));
  faulty.forEach((field) => {
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", refusal.id);
  });
  (faulty[0] ?? refusal).focus();
}

document.addEventListener("htmx:afterSwap", ({ detail }) => {
  const box = dialog();
  if (detail.target !== box || box.open) return;
  document.querySelectorAll("details.menu[open]").forEach((menu) => menu.removeAttribute("open"));
  box.showModal();
  begin(box);
});

each("#verb-refusal", beginAgain);

document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (detail.elt.matches?.("#verb form") && detail.xhr.status >= 200 && detail.xhr.status < 300) dialog().close();
});

// A closed dialog forgets its form, so that opening the next never shows the last.
document.addEventListener("close", ({ target }) => target.id === "verb" && target.replaceChildren(), true);
