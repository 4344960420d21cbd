import { inUse } from "./calm.js";

// While a hand is on the list no row moves: one that changed is mended where it stands, one that has left the view is dimmed, and what
// came is announced above (#news), to be merged when somebody asks for it. A list that nobody touches renews itself as a whole.
const list = () => document.querySelector("#rows[data-gone]");
let shown = "";

/** Makes a row say what it says now; whoever has the focus or a tick in it keeps it. */
function mend(row, now) {
  ["is-new", "is-gone"].forEach((name) => row.classList.toggle(name, now.classList.contains(name)));
  row.removeAttribute("title");
  const [parts, fresh] = [[...row.children], [...now.children]];
  if (parts.map((one) => one.localName).join() !== fresh.map((one) => one.localName).join()) {
    row.replaceChildren(...fresh);
    return;
  }
  parts.forEach((part, at) => {
    if (part.matches("input")) return;
    part.className = fresh[at].className;
    if (fresh[at].title) part.title = fresh[at].title;
    if (part.innerHTML !== fresh[at].innerHTML) part.innerHTML = fresh[at].innerHTML;
  });
  row.dispatchEvent(new CustomEvent("htmx:load", { bubbles: true })); // who else is there is drawn again
}

async function renew() {
  const rows = list();
  const address = rows?.getAttribute("hx-get");
  const answer = address && await fetch(address, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("rows");
  if (!fresh) return;
  const whole = !fresh.querySelector(".more");
  rows.querySelectorAll("[data-row]").forEach((row) => {
    const now = page.getElementById(row.id);
    if (now) mend(row, document.adoptNode(now));
    else if (whole) {
      row.classList.add("is-gone");
      row.title = rows.dataset.gone;
    }
  });
}

// A click on a row beside its subject shows the case in the pane; where there is no pane, or twice, it opens it, with Ctrl or the middle apart.
const pane = () => document.getElementById("peek")?.getClientRects().length > 0;

function open(event) {
  const link = event.button < 2 && event.target.closest?.("[data-row]")?.querySelector("[data-open]");
  if (!link || event.target.closest("a, button, input, label")) return;
  if (event.button === 1 || event.ctrlKey || event.metaKey) window.open(link.href, "_blank", "noopener");
  else if (event.type === "dblclick" || !pane()) link.click();
}
["click", "dblclick", "auxclick"].forEach((kind) => document.addEventListener(kind, open));

// Whoever opens a case leaves the list: its preview is not asked for any more.
let leaving = false;
document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-open]") && !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey) leaving = true;
}, true);
addEventListener("pageshow", () => { leaving = false; });
document.addEventListener("htmx:beforeRequest", (event) => {
  if (leaving && event.detail.elt.matches("[data-row]")) event.preventDefault();
});

document.addEventListener("htmx:load", ({ target }) => {
  if (target.id === "main") shown = "";
  if (target.id !== "news" || !list()) return;
  const now = target.dataset.shown;
  if (now !== (shown || new URL(target.getAttribute("hx-get"), location).searchParams.get("sello")) && inUse(list())) renew();
  shown = now;
});

// What is left of each promise goes on while one reads.
setInterval(() => {
  if (!document.hidden && list() && inUse(list())) renew();
}, 60_000);
