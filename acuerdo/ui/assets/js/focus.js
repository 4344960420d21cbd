// The focus is never lost: what had it before a part of the page was exchanged has it after, or what stands in its place.
let before = null;
let byKeys = false;

/** How to find an element again in another drawing of the same page, the surest first. */
function names(element) {
  const found = [];
  if (element.id) found.push(`#${CSS.escape(element.id)}`);
  for (const name of ["data-key", "name", "href", "action", "aria-label"]) {
    const value = element.getAttribute(name);
    if (value) found.push(`${element.localName}[${name}="${CSS.escape(value)}"]`);
  }
  const action = element.form?.getAttribute("action"); // a button that says something else now still belongs to the same form
  if (action && element.localName === "button") found.push(`form[action="${CSS.escape(action)}"] button`);
  const folds = element.closest("[data-folds]")?.dataset.folds; // what was beside it, where it is gone
  if (folds) found.push(`[data-folds="${CSS.escape(folds)}"] :is(a, button)`);
  return found;
}

/** Nothing has it, or what a dialog showed that is closed by now: the browser takes it from there only when it draws again. */
function lost() {
  const here = document.activeElement;
  return !here || here === document.body || Boolean(here.closest("dialog:not([open])"));
}
const seen = (element) => element && !element.disabled && element.getClientRects().length > 0;

function find({ selectors, box, index }) {
  const place = (box && document.querySelector(box)) || document;
  for (const selector of selectors) {
    const all = [...place.querySelectorAll(selector)];
    const there = all.filter(seen);
    if (there.length) return there[Math.min(index.get(selector) ?? 0, there.length - 1)];
    const menu = all.map((one) => one.closest("details:not([open])")).find(Boolean); // it is in a menu that is closed again
    if (menu) return menu.querySelector("summary");
  }
  return document.getElementById("main");
}

function remember(element) {
  const box = element.closest("[id]:not(html):not(body)");
  const own = box === element ? element.parentElement?.closest("[id]") : box;
  const place = own ?? document;
  const selectors = names(element);
  const index = new Map(selectors.map((selector) => [selector, [...place.querySelectorAll(selector)].filter(seen).indexOf(element)]));
  return { selectors, index, box: own ? `#${CSS.escape(own.id)}` : "" };
}

/** Gives the focus back where nothing has it. Nothing scrolls for it. */
function restore() {
  if (!before || !lost()) return;
  const element = find(before);
  if (element?.id === "main" && !element.hasAttribute("tabindex")) element.tabIndex = -1;
  element?.focus({ preventScroll: true });
}

document.addEventListener("focusin", ({ target }) => {
  if (target !== document.body && !target.closest("dialog")) before = remember(target);
});
// At the end of the same task, before the next key is heard: it must not go to a page that has no place.
document.addEventListener("htmx:afterSettle", () => queueMicrotask(restore));
// A dialog gives the focus back to what opened it; where that is gone, to what stands in its place; where a key opened it, to the page.
document.addEventListener("close", () => queueMicrotask(() => {
  restore();
  if (byKeys && lost()) document.getElementById("main")?.focus({ preventScroll: true });
}), true);
document.addEventListener("keydown", () => {
  byKeys = true;
});
// Whoever clicks into nothing wants no focus: it is not given back to them.
document.addEventListener("pointerdown", ({ target }) => {
  byKeys = false;
  if (!target.closest?.("a, button, input, select, textarea, label, summary, [tabindex]")) before = null;
});
