import { each } from "./page.js";

// The menu of a phone, and the box of errors that takes the focus when a form comes back.
document.addEventListener("click", ({ target }) => {
  const button = target.closest?.("[data-menu]");
  if (!button) return;
  const open = document.getElementById(button.dataset.menu).classList.toggle("is-open");
  button.setAttribute("aria-expanded", String(open));
});

each("[data-first-focus]", (box) => box.focus());
