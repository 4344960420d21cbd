import { each, meta } from "./page.js";

// Who else is at a case. A page at a case says so every few seconds and when it leaves; what others say comes by the live stream as
// "ticket-presence-<case>-<person>-<doing>-<name>" and is forgotten by itself when nothing more is heard of them.
const BEAT = 20_000;
const LASTS = 50_000;
const WRITING = 45_000;
const here = new Map();
let doing = "";
let typed = 0;
let place = "";

const others = (number) => {
  if (!here.has(number)) here.set(number, new Map());
  return here.get(number);
};

function draw(box) {
  const words = box.closest("[data-answering]");
  const now = Date.now();
  const people = [...others(box.dataset.here)].filter(([, one]) => one.until > now);
  people.sort(([, a], [, b]) => a.doing.localeCompare(b.doing));
  box.replaceChildren(...people.map(([person, one]) => {
    const mark = document.createElement("span");
    mark.dataset.person = person;
    mark.dataset.doing = one.doing;
    mark.textContent = (words?.dataset[one.doing] ?? "%s").replace("%s", one.name);
    return mark;
  }));
}

const redraw = () => document.querySelectorAll("[data-here]").forEach(draw);

each("[data-here]", (box) => {
  box.querySelectorAll("[data-until]").forEach(({ dataset }) => {
    others(box.dataset.here).set(dataset.person, { name: dataset.name, doing: dataset.doing, until: Date.parse(dataset.until) });
  });
  draw(box);
});

document.body.addEventListener("live", ({ detail }) => {
  const [, number, person, what, name] = /^ticket-presence-(\d+)-(\d+)-(\w+)-(.*)$/.exec(detail.topic) ?? [];
  if (!number || person === meta("person")) return;
  if (what === "gone") others(number).delete(person);
  else others(number).set(person, { name: decodeURIComponent(name), doing: what, until: Date.now() + LASTS });
  document.querySelectorAll(`[data-here="${number}"]`).forEach(draw);
});

function say(what, leaving) {
  const body = new FormData();
  body.set("doing", what);
  body.set("csrfmiddlewaretoken", meta("csrf-token"));
  doing = what;
  if (leaving) navigator.sendBeacon(place, body);
  else fetch(place, { method: "POST", body }).catch(() => {}); // the next beat says it again
}

const now = () => (Date.now() - typed < WRITING ? "answering" : "viewing");

each("[data-presence]", (box) => {
  place = box.dataset.presence;
  if (!doing || doing === "gone") say(now(), false);
});
setInterval(() => {
  redraw();
  if (place && !document.hidden) say(now(), false);
}, BEAT);
document.addEventListener("input", ({ target }) => {
  if (!place || !target.closest?.("[data-presence], dialog.verb")) return;
  typed = Date.now();
  if (doing !== "answering") say("answering", false);
});
document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  if (detail.requestConfig.verb !== "post" || !detail.elt.closest("[data-presence]")) return;
  typed = 0;
  say("viewing", false);
});
addEventListener("pagehide", () => place && say("gone", true));
document.addEventListener("visibilitychange", () => place && say(document.hidden ? "gone" : now(), document.hidden));
