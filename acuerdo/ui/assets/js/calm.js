// What the server sends must not disturb a hand or an eye that is at work.
const path = (details) => {
  const place = details.parentElement?.closest("[id]");
  return place && `${place.id}/${[...place.querySelectorAll("details")].indexOf(details)}`;
};
let opened = new Set();
let thread = null;

/** Whether a hand or an eye is at work in a part of the page. */
export function inUse(part) {
  const busy = part.matches(":hover") || part.contains(document.activeElement) || part.scrollTop > 0;
  return Boolean(busy || part.querySelector("input:checked") || document.querySelector("details.menu[open]"));
}

/** [data-calm] refreshes itself only while nobody points at it, has something open in it or has scrolled into it. */
document.addEventListener("htmx:beforeRequest", (event) => {
  const { elt } = event.detail;
  if (elt.matches("[data-calm]") && inUse(elt)) event.preventDefault();
});

// A hand may have come while the answer was under way: a tick made meanwhile is not lost to it.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const { elt } = detail.requestConfig;
  if (elt.matches("[data-calm]") && inUse(elt)) detail.shouldSwap = false;
});

/** While something is being sent nothing refreshes itself: its answer brings the whole, and an older page must not come after it. */
const sending = new Set();
document.addEventListener("htmx:beforeRequest", (event) => {
  const { requestConfig, xhr, elt } = event.detail;
  if (requestConfig.verb === "get") {
    if (sending.size && elt.closest("#case") && /live:|every/.test(elt.getAttribute("hx-trigger") ?? "")) event.preventDefault();
    return;
  }
  sending.add(xhr);
  xhr.addEventListener("loadend", () => sending.delete(xhr));
});

// A refreshed conversation keeps what was unfolded and where one was reading.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.target.closest("dialog")) return; // what a dialog shows exchanges nothing of the page around it
  opened = new Set(detail.requestConfig.verb === "get" ? [...document.querySelectorAll("details[open]")].map(path) : []);
  const box = document.querySelector(".thread#timeline");
  thread = box && { top: box.scrollTop, atEnd: box.scrollTop + box.clientHeight > box.scrollHeight - 24 };
});
document.addEventListener("htmx:afterSettle", () => {
  const closed = document.querySelector("dialog[open]") ? "details:not([open], .menu)" : "details:not([open])"; // a dialog closed its menu
  document.querySelectorAll(closed).forEach((details) => {
    if (path(details) && opened.has(path(details))) details.open = true;
  });
  opened.clear();
  place();
});

function place() {
  const box = document.querySelector(".thread#timeline");
  if (!box) return;
  if (thread && !thread.atEnd) box.scrollTop = thread.top;
  else if (!location.hash || thread) box.scrollTop = box.scrollHeight;
}
place();
