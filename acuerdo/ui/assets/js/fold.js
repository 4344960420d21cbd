import { each } from "./page.js";

// The clock panel folds to a line a clock; the choice is kept. A low window folds it by itself.
const place = "acuerdo.folded";
const folded = () => {
  const chosen = localStorage.getItem(place);
  return chosen === null ? matchMedia("(max-height: 759px)").matches : chosen === "1";
};

each("[data-fold]", (button) => {
  const panel = button.closest(".clocks");
  const draw = () => {
    panel.classList.toggle("clocks--folded", folded());
    button.setAttribute("aria-expanded", String(!folded()));
  };
  button.addEventListener("click", () => {
    localStorage.setItem(place, folded() ? "0" : "1");
    draw();
  });
  draw();
});
