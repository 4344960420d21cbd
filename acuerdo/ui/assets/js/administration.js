import "./scrolls.js";
/** On a phone or a tablet the administration's menu begins folded: the page comes first. */
const menu = document.querySelector("[data-menu-of-page]");
if (menu && matchMedia("(max-width: 1000px)").matches) menu.open = false;
