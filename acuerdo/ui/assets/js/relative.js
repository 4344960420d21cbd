// <time data-rel datetime="…">8 min</time>: minutes and hours that have passed, kept true without a request.
function words(seconds) {
  const minutes = Math.max(0, Math.floor(seconds / 60));
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `${minutes} min`;
  return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
}

function refresh() {
  for (const time of document.querySelectorAll("time[data-rel]")) {
    const seconds = (Date.now() - Date.parse(time.dateTime)) / 1000;
    if (seconds < 24 * 3600) time.textContent = words(seconds);
  }
}

setInterval(refresh, 60_000);
document.addEventListener("visibilitychange", refresh);
