import { each } from "./page.js";

// The menu of a phone.
document.addEventListener("click", ({ target }) => {
  const button = target.closest?.("[data-menu]");
  if (!button) return;
  const open = document.getElementById(button.dataset.menu).classList.toggle("is-open");
  button.setAttribute("aria-expanded", String(open));
});

// An open menu closes when one presses beside it.
document.addEventListener("click", ({ target }) => {
  document.querySelectorAll("details.menu[open]").forEach((menu) => menu.contains(target) || menu.removeAttribute("open"));
});

// What a link in a mail said is sent by the page, not by the link: mail scanners open links, but press nothing.
each("form[data-send-at-once]", (form) => form.requestSubmit());

// The box of errors takes the focus when a form comes back.
each("[data-first-focus]", (box) => box.focus());

// A filter is applied as soon as it is chosen; without script its form has a button.
document.addEventListener("change", ({ target }) => target.matches?.("[data-send-on-change]") && target.form.requestSubmit());
