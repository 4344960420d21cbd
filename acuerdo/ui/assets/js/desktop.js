import { each, meta } from "./page.js";

// Notices on the desktop, by choice and for this browser only: permission is asked for by a click, never by a page.
const chosen = "acuerdo.desktop";
const told = "acuerdo.desktop.told";
const possible = "Notification" in window;
const on = () => possible && Notification.permission === "granted" && localStorage.getItem(chosen) === "1";

each("[data-desktop]", (part) => {
  if (!possible) return;
  const button = part.querySelector("button");
  const state = part.querySelector("[role=status]");
  const draw = () => {
    button.textContent = on() ? part.dataset.off : part.dataset.on;
    button.setAttribute("aria-pressed", String(on()));
    state.textContent = Notification.permission === "denied" ? part.dataset.denied : on() ? part.dataset.active : "";
  };
  button.addEventListener("click", async () => {
    if (on()) localStorage.setItem(chosen, "0");
    else if ((await Notification.requestPermission()) === "granted") localStorage.setItem(chosen, "1");
    draw();
  });
  part.hidden = false;
  draw();
});

/** The newest unread notice, read where all are shown; nothing where there is none. */
async function newest(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok) return null;
  const notice = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".notice.is-new");
  const link = notice?.querySelector("a");
  return link && { text: link.textContent.trim(), url: link.getAttribute("href"), at: notice.querySelector("time")?.dateTime ?? "" };
}

// Of all tabs one tells it: one that is looked at counts it as told, the hidden ones wait a moment for that.
document.body.addEventListener(`live:person-${meta("person")}`, ({ detail }) => {
  const address = document.querySelector("[data-notices]")?.dataset.notices;
  if (!on() || !address || detail.again) return;
  setTimeout(() => navigator.locks.request("acuerdo-desktop", async () => {
    const notice = await newest(address);
    if (!notice || notice.at <= (localStorage.getItem(told) ?? "")) return;
    localStorage.setItem(told, notice.at);
    if (!document.hidden) return;
    const shown = new Notification(document.title.split(" · ").at(-1), { body: notice.text, tag: notice.at });
    shown.onclick = () => {
      window.focus();
      if (notice.url.startsWith("/")) location.assign(notice.url);
      shown.close();
    };
  }), document.hidden ? 600 : 0);
});
