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

/** Takes the row of the case that one comes from, once: whoever has moved on since is not thrown back to it. */
function taken() {
  const place = sessionStorage.getItem(PLACE);
  sessionStorage.removeItem(PLACE);
  return place;
}

each("#case [data-here]", ({ dataset }) => sessionStorage.setItem(PLACE, `row-${dataset.here}`));
each("#rows", () => {
  row = taken() ?? row;
  mark();
});
// The browser may give the list back as it was left; nothing is drawn then.
addEventListener("pageshow", ({ persisted }) => {
  const place = persisted && document.getElementById("rows") && taken();
  if (!place || !document.getElementById(place)) return;
  document.querySelector("[data-row].is-here")?.classList.remove("is-here");
  row = place;
  mark();
});
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.target.id === "main") row = document.querySelector("[data-row].is-here")?.id ?? "";
});
