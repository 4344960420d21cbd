import { Stream } from "./stream.js";
import { meta, say, unsay } from "./page.js";

// What changed on the desk becomes an event that htmx can wait for: hx-trigger="live:ticket-12 from:body".
function hear(word) {
  if (word.topic) announce(word.topic, false);
  if (word.again) meta("live-topics").split(/\s+/).filter(Boolean).forEach((topic) => announce(topic, true));
  const words = document.getElementById("messages")?.dataset ?? {};
  if (word.here || word.away || word.end) document.documentElement.dataset.live = word.here ? "on" : "off";
  if (word.away) say(words.away, "warning");
  if (word.here) [words.away, words.offline].forEach(unsay);
  if (word.end) say(words.ended, "warning", true);
}

/** Whether an element fetches itself when something changes. */
export const isLive = (element) => /\blive\b/.test(element.getAttribute("hx-trigger") ?? "");

/** Fetch what is live once more, a little later: the last try came to nothing. */
let later = 0;
export function refetch() {
  clearTimeout(later);
  later = setTimeout(() => hear({ again: true }), 3_000);
}

function announce(topic, again) {
  document.body.dispatchEvent(new CustomEvent(`live:${topic}`, { detail: { topic, again } }));
  document.body.dispatchEvent(new CustomEvent("live", { detail: { topic, again } }));
}

/** How long ago this page was asked for, milliseconds: it may lack what changed since. */
const age = () => Math.ceil(performance.now());

/** Shared by all tabs where the browser can. */
function byWorker(token) {
  const { port } = new SharedWorker(meta("live-worker"), { name: "acuerdo-live" });
  port.onmessage = ({ data }) => hear(data);
  port.postMessage({ token, age: age() });
  addEventListener("pagehide", () => port.postMessage({ bye: true }));
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    port.postMessage({ token, age: 0 });
    hear({ again: true });
  });
}

/** Else the tab that holds the lock listens and passes on; when it closes, the next one gets the lock. */
function byLeader(token) {
  const channel = new BroadcastChannel("acuerdo-live");
  let stream = null;
  channel.onmessage = ({ data }) => {
    if (!data.hello) hear(data);
    else stream?.since(data.hello).forEach((word) => channel.postMessage(word));
  };
  channel.postMessage({ hello: age() });
  navigator.locks.request("acuerdo-live", () => new Promise(() => {
    stream = new Stream(token, (word) => {
      channel.postMessage(word);
      hear(word);
    });
    stream.opened = true; // what changed between two leaders is fetched when this one opens
  }));
}

const token = meta("live-token");
if (token) {
  if ("SharedWorker" in window) byWorker(token);
  else if (navigator.locks && "BroadcastChannel" in window) byLeader(token);
  else new Stream(token, hear);
}
