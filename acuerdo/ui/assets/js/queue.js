// Ticked rows open the bar of bulk actions and say how many they are. Esc lets them go.
const ticks = () => [...document.querySelectorAll("[data-row] input[type=checkbox]")];

function refresh() {
  const bar = document.querySelector("[data-bulk]");
  if (!bar) return;
  const count = ticks().filter((tick) => tick.checked).length;
  bar.hidden = count === 0;
  const words = bar.querySelector("[data-bulk-count]");
  if (words) words.textContent = words.dataset[count === 1 ? "one" : "many"].replace("%n", count);
}

document.addEventListener("change", ({ target }) => {
  const row = target.closest?.("[data-row]");
  if (!row || target.type !== "checkbox") return;
  row.classList.toggle("is-picked", target.checked);
  refresh();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "x" && !event.target.closest?.("input, textarea, select")) {
    document.querySelector("[data-row].is-here input[type=checkbox]")?.click();
  }
});

document.addEventListener("click", ({ target }) => {
  if (!target.closest?.("[data-bulk-clear]")) return;
  ticks().filter((tick) => tick.checked).forEach((tick) => tick.click());
});
