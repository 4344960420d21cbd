import "./scrolls.js";
/** On a phone or a tablet the administration's menu begins folded: the page comes first. */
const menu = document.querySelector("[data-menu-of-page]");
if (menu && matchMedia("(max-width: 1000px)").matches) menu.open = false;

// Something new begins at its first box; a form that came back begins at its errors (open.js).
if (/\/nuev[oa]\/$/.test(location.pathname) && document.activeElement === document.body && !document.querySelector("[data-first-focus]")) {
  const boxes = [...document.querySelectorAll("#main form :is(input:not([type=hidden]), select, textarea)")];
  boxes.find((one) => one.getClientRects().length)?.focus({ preventScroll: true });
}
