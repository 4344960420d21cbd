import { each } from "./page.js";

// What arrives while one reads is said once, politely, by a region that stays: parts of a page are exchanged as a whole, and a live
// region that is exchanged says all of itself, or nothing. [data-said] is a part whose words are said when they change, [data-arrives]
// a conversation of which new messages are said: not those that were there, nor one's own, nor what only another filter shows.
const PAUSE = 400;
const region = document.createElement("p");
const heard = new Map();
const known = new Set();
let waiting = 0;

const plain = (part) => part.textContent.replace(/\s+/g, " ").trim();
const posts = () => [...document.querySelectorAll("[data-arrives] [data-by]")];
const learn = () => posts().forEach(({ id }) => known.add(id));

/** The region stands in the page before it says something; a page that comes whole into this one takes it away. */
function stand() {
  if (region.isConnected) return;
  region.className = "sr";
  region.setAttribute("role", "status");
  document.body.append(region);
}

function tell(words) {
  if (words.length) region.textContent = words.join(". ");
}

// What was done with the last step comes with the page, and a region says only what is put into it later: it is said here.
each("#messages", ({ children }) => {
  const words = [...children].map(plain);
  if (!words.length) return;
  stand();
  setTimeout(() => tell(words), PAUSE);
});

/** What changed in the parts that are said. */
function changes() {
  waiting = 0;
  stand();
  tell([...document.querySelectorAll("[data-said]")].flatMap((part) => {
    const now = plain(part);
    const before = heard.get(part.id);
    heard.set(part.id, now);
    return now && before !== undefined && now !== before ? [now] : [];
  }));
}

if (document.querySelector("[data-said], [data-arrives]")) {
  changes();
  learn();
  new MutationObserver(() => { waiting ||= setTimeout(changes, PAUSE); }).observe(document.body, { childList: true, subtree: true });
  document.addEventListener("htmx:afterSettle", ({ detail }) => {
    const box = document.querySelector("[data-arrives]");
    const fresh = posts().filter(({ id }) => !known.has(id));
    learn();
    if (box && detail.requestConfig?.elt.matches("[data-arrives]")) tell(fresh.filter(({ dataset }) => dataset.by).map(({ dataset }) => box.dataset.arrives.replace("%s", dataset.by)));
  });
}
