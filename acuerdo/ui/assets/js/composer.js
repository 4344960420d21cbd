import { each } from "./page.js";

// Ctrl+Enter sends the form one is writing in, by its first button that is not disabled.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const form = event.target.closest?.("form[data-composer]");
  const button = form?.querySelector("[data-send]:not([disabled])");
  if (!button) return;
  event.preventDefault();
  form.requestSubmit(button);
});

// The box grows with what is written in it: rows, since the policy allows no style attribute.
function grow(box) {
  const least = Number(box.dataset.grow) || 2;
  box.rows = least;
  while (box.scrollHeight > box.clientHeight && box.rows < 14) box.rows += 1;
}
each("textarea[data-grow]", grow);
document.addEventListener("input", ({ target }) => target.matches?.("textarea[data-grow]") && grow(target));

// Choosing a mode puts the caret where one will write.
document.addEventListener("change", ({ target }) => {
  if (target.matches?.("form[data-composer] .mode")) target.form.querySelector("textarea")?.focus();
});
