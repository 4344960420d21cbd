import { each } from "./page.js";

// What one looks at is read in every tab: a case that is open says so to the lists in the others, without asking the server.
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("acuerdo-seen") : null;
let number = "";

const tell = () => number && tabs?.postMessage({ number });

each("[data-presence] [data-here], [data-here].here--case", ({ dataset }) => {
  number = dataset.here;
  tell();
});
addEventListener("pagehide", tell);
document.addEventListener("visibilitychange", tell);

tabs?.addEventListener("message", ({ data }) => {
  document.getElementById(`row-${data.number}`)?.querySelector(".unread")?.remove();
});
