import "./scrolls.js";
/** On a phone the administration's menu begins folded: the page comes first. */
const menu = document.querySelector("[data-menu-of-page]");
if (menu && matchMedia("(max-width: 760px)").matches) menu.open = false;
