import { each } from "./page.js";

// Ctrl+Enter sends the form one is writing in, by the button of the mode one sees; so also a verb's form, or a new case.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const form = event.target.closest?.("form[data-composer], form:has([data-send])");
  const other = event.shiftKey ? ":not([data-send])[name=then]" : "[data-send]"; // with Shift: in the other status
  const button = [...(form?.querySelectorAll(`button${other}:not([disabled])`) ?? [])].find((one) => one.getClientRects().length);
  if (!button) return;
  event.preventDefault();
  button.click(); // not requestSubmit: htmx learns from the click which button it was
});

// The box grows with what is written in it: rows, since the policy allows no style attribute.
function grow(box) {
  const least = Number(box.dataset.grow) || 2;
  box.rows = least;
  while (box.scrollHeight > box.clientHeight && box.rows < 14) box.rows += 1;
}
each("textarea[data-grow]", grow);
document.addEventListener("input", ({ target }) => target.matches?.("textarea[data-grow]") && grow(target));

// Choosing a mode, also the one already chosen, puts the caret where one will write.
document.addEventListener("click", ({ target }) => {
  const label = target.closest?.("form[data-composer] label[for^=mode-]");
  if (!label) return;
  const box = label.closest("form").querySelector("textarea");
  const begin = () => {
    box.focus();
    if (!box.selectionEnd) box.setSelectionRange(box.value.length, box.value.length); // one goes on after what was begun
  };
  begin(); // at once: the next key is a letter already
  setTimeout(begin); // a pointer gives the focus to the choice itself after this
});
