import htmx from "htmx.org";
import { each } from "./page.js";

// What can still be undone is undone with Ctrl Z wherever one does not type: [data-undo] is its button. An answer that waits counts
// down in [data-leaves] and leaves by itself; the page only asks for it at its second, in case nothing else is there to send it.
const left = (mark) => Math.max(0, Math.ceil((Date.parse(mark.dataset.leaves) - Date.now()) / 1000));
const seen = (element) => element.getClientRects().length > 0;
let wrote = false;

function count(mark) {
  if (!mark.isConnected) return;
  const seconds = left(mark);
  mark.textContent = mark.dataset.words.replace("%s", seconds);
  if (seconds > 0) setTimeout(() => count(mark), 250);
  else go(mark);
}
/** Quietly: nothing on the page is exchanged for it, the live stream brings what became of it. */
function go(mark) {
  const form = mark.parentElement.querySelector("form");
  const said = new FormData(form);
  said.set("now", "1");
  said.set("quiet", "1");
  form.querySelectorAll("button").forEach((button) => { button.disabled = true; });
  fetch(form.action, { method: "POST", body: said }).then(({ status }) => {
    // It did not leave, and is a draft again: the page shows it, and why stands among the notices.
    if (status === 409) htmx.ajax("GET", location.href, { target: "#case", select: "#case", swap: "outerHTML" });
  }).catch(() => {}); // its job sends it
}
each("[data-leaves]", count);

document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.defaultPrevented) return;
  const typing = event.target.closest?.("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]");
  const button = [...document.querySelectorAll("[data-undo]")].filter(seen).pop();
  if (!button || document.querySelector("dialog[open]") || (typing && typing.value)) return;
  event.preventDefault();
  button.click();
});

// A text that came back is where one goes on writing.
document.addEventListener("click", ({ target }) => {
  wrote = Boolean(target.closest?.(".held [data-undo]"));
});
document.addEventListener("htmx:afterSettle", () => {
  if (!wrote) return;
  wrote = false;
  setTimeout(() => {
    const field = document.getElementById("composer-text");
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  });
});
