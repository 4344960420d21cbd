import { each } from "./page.js";

// Whoever comes back from a case to the list goes on where they were: j, k and o begin at its row, also when the list was drawn anew.
const PLACE = "acuerdo.row";
let row = "";

function mark() {
  const there = row && document.getElementById(row);
  if (!there || document.querySelector("[data-row].is-here")) return;
  there.classList.add("is-here");
  there.scrollIntoView({ block: "nearest" });
}

each("#case [data-here]", ({ dataset }) => sessionStorage.setItem(PLACE, `row-${dataset.here}`));
each("#rows", () => {
  row = sessionStorage.getItem(PLACE) ?? row;
  sessionStorage.removeItem(PLACE);
  mark();
});
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.target.id === "main") row = document.querySelector("[data-row].is-here")?.id ?? "";
});
