import { each } from "./page.js";

// Single keys, only while nobody is typing: an element with data-key="r" is pressed, or entered if it is a field.
// j and k move along [data-row], o opens the row at hand, x picks it, ? shows <dialog id="keys">.
// <html data-keys="off"> (a person's own choice) leaves all of them to the browser and to what reads the screen (WCAG 2.1.4).
const CHORD = 1500;
let pressed = "";
let at = 0;
let picked = null;

const typing = (target) => target.closest?.("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]");
const seen = (element) => element.offsetParent !== null || element.getClientRects().length > 0;
const rows = () => [...document.querySelectorAll("[data-row]")];
const here = (all) => all.findIndex((row) => row.classList.contains("is-here"));

export function press(keys) {
  const all = [...document.querySelectorAll(`[data-key="${CSS.escape(keys)}"]`)];
  const element = all.find(seen) ?? all.find((one) => one.closest("details.menu")); // in a menu that is closed it is at hand too
  if (!element) return false;
  if (element.matches("input, textarea, select")) element.focus();
  else element.click();
  return true;
}

function move(step) {
  const all = rows();
  if (!all.length) return press(step > 0 ? "j" : "k");
  const from = here(all);
  const next = all[Math.min(all.length - 1, Math.max(0, from + step))];
  all[from]?.classList.remove("is-here");
  next.classList.add("is-here");
  next.scrollIntoView({ block: "nearest" });
  next.querySelector("[data-open]")?.focus({ preventScroll: true });
  return true;
}

/** Picks the row at hand, or lets it go; with Shift all from the one picked last up to it. */
function pick(range) {
  const all = rows();
  const row = all[here(all)];
  const tick = row?.querySelector("input.tick");
  if (!tick) return false;
  if (!range || !reach(all, row, true)) tick.checked = !tick.checked;
  picked = row;
  tick.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

/** Picks, or lets go, all rows from the one picked last up to this one; false where none was. */
function reach(all, row, checked) {
  const ends = [all.indexOf(picked), all.indexOf(row)].sort((one, other) => one - other);
  if (ends[0] < 0) return false;
  all.slice(ends[0], ends[1] + 1).forEach((one) => {
    const tick = one.querySelector("input.tick");
    if (tick) tick.checked = checked;
  });
  return true;
}

// The same by hand: a tick, with Shift all from the last one up to it; and all that is shown.
document.addEventListener("click", (event) => {
  const row = event.target.matches?.("input.tick") && event.target.closest("[data-row]");
  if (row) {
    if (event.shiftKey) reach(rows(), row, event.target.checked);
    picked = row;
  }
  if (!event.target.closest?.("[data-pick-all]")) return;
  const ticks = rows().map((one) => one.querySelector("input.tick")).filter(Boolean);
  ticks.forEach((tick) => { tick.checked = true; });
  ticks[0]?.dispatchEvent(new Event("change", { bubbles: true }));
});
each("[data-pick-all]", (button) => { button.hidden = false; });

function letGo() {
  const reset = document.querySelector("#bulk [type=reset]");
  if (!reset || !document.querySelector("input.tick:checked")) return false;
  reset.click();
  return true;
}

function saved() {
  const field = document.querySelector("[data-saved]");
  if (!field || !(field.value || press("r") || press("n"))) return false; // what is written stays to whom it is written
  setTimeout(() => put("/"));
  return true;
}

/** Writes into the composer where the caret is, as if it were typed. */
export function put(words) {
  const field = document.querySelector("[data-saved]");
  if (!field) return;
  field.focus();
  const gap = /\S$/.test(field.value.slice(0, field.selectionStart)) ? " " : "";
  field.setRangeText(`${gap}${words}`, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

const ACTS = {
  j: () => move(1),
  k: () => move(-1),
  x: () => pick(false),
  X: () => pick(true),
  m: saved,
  p() {
    const queue = document.getElementById("queue");
    if (!queue?.querySelector("#peek")) return false;
    queue.classList.toggle("queue--alone");
    return true;
  },
  "."() {
    const next = document.querySelector("[data-next]")?.dataset.next;
    if (next) location.assign(next);
    return Boolean(next);
  },
  Escape: letGo,
  o() {
    const link = document.querySelector("[data-row].is-here [data-open]");
    link?.click();
    return Boolean(link);
  },
  "?"() {
    document.getElementById("keys")?.showModal();
    return true;
  },
};

const act = (key) => (Object.hasOwn(ACTS, key) && ACTS[key]()) || press(key);

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return;
  if (typing(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (document.documentElement.dataset.keys === "off" || document.querySelector("dialog[open]")) return;
  const first = pressed === "g" && event.timeStamp - at < CHORD;
  pressed = first ? "" : event.key;
  at = event.timeStamp;
  if (first ? press(`g ${event.key}`) : act(event.key)) event.preventDefault();
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
