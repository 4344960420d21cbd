import { each, meta } from "./page.js";

// A part of the side panel folds to its title; which ones stay folded is remembered of each person, and the server draws it so.
const place = () => `acuerdo_plegado_${meta("person")}`;
const kept = () => (new RegExp(`(?:^|; )${place()}=([^;]*)`).exec(document.cookie)?.[1] ?? "").split(".").filter(Boolean);

function keep(name, folded) {
  const names = [...kept().filter((one) => one !== name), ...(folded ? [name] : [])];
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${place()}=${names.join(".")}; path=/; max-age=31536000; samesite=lax${secure}`;
}

each("[data-folds]", (part) => {
  const title = part.querySelector("h3");
  if (!title || title.querySelector(".folds")) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "folds";
  button.setAttribute("aria-expanded", String(!part.hasAttribute("data-folded")));
  const words = [...title.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
  button.append(...words);
  title.prepend(button);
  button.addEventListener("click", () => {
    const folded = part.toggleAttribute("data-folded");
    button.setAttribute("aria-expanded", String(!folded));
    document.querySelectorAll(`[data-folds="${part.dataset.folds}"]`).forEach((other) => other.toggleAttribute("data-folded", folded));
    keep(part.dataset.folds, folded);
  });
});
