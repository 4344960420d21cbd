// Single keys, only while nobody is typing: an element with data-key="r" is pressed, or entered if it is a field.
// j and k move along [data-row], o opens the row at hand, ? shows <dialog id="keys">.
let pressed = "";

const typing = (target) => target.closest?.("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]");
const seen = (element) => element.offsetParent !== null || element.getClientRects().length > 0;

function press(keys) {
  const element = [...document.querySelectorAll(`[data-key="${CSS.escape(keys)}"]`)].find(seen);
  if (!element) return false;
  if (element.matches("input, textarea, select")) element.focus();
  else element.click();
  return true;
}

function move(step) {
  const rows = [...document.querySelectorAll("[data-row]")];
  if (!rows.length) return press(step > 0 ? "j" : "k");
  const here = rows.findIndex((row) => row.classList.contains("is-here"));
  const next = rows[Math.min(rows.length - 1, Math.max(0, here + step))];
  rows[here]?.classList.remove("is-here");
  next.classList.add("is-here");
  next.scrollIntoView({ block: "nearest" });
  next.querySelector("[data-open]")?.focus({ preventScroll: true });
  return true;
}

function act(key) {
  if (key === "j") return move(1);
  if (key === "k") return move(-1);
  if (key === "o") {
    const link = document.querySelector("[data-row].is-here [data-open]");
    link?.click();
    return Boolean(link);
  }
  if (key === "?") {
    document.getElementById("keys")?.showModal();
    return true;
  }
  return press(key);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (typing(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (document.querySelector("dialog[open]")) return;
  const keys = pressed === "g" ? `g ${event.key}` : event.key;
  pressed = event.key;
  if (keys.length > 1 ? press(keys) : act(keys)) event.preventDefault();
});

// A click beside a dialog closes it, as does its own [data-close].
document.addEventListener("click", (event) => {
  const { target } = event;
  const opener = target.closest?.("[data-dialog]");
  const dialog = opener && document.getElementById(opener.dataset.dialog);
  if (dialog) {
    event.preventDefault(); // without script the same button opens it as a popover
    if (!dialog.open) dialog.showModal();
  }
  const closed = (target.matches?.("dialog") || target.closest?.("[data-close]")) && target.closest("dialog");
  if (closed) {
    event.preventDefault();
    closed.close();
  }
});
