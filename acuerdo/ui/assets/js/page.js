/** What the page says about itself in its <meta> tags. */
export function meta(name) {
  return document.querySelector(`meta[name="${name}"]`)?.content ?? "";
}

/** Calls back once for each element that matches, now and in every fragment htmx brings later; htmx announces the whole page too, at its start. */
export function each(selector, callback) {
  const met = new WeakSet();
  const meet = (element) => {
    if (met.has(element)) return;
    met.add(element);
    callback(element);
  };
  const run = (root) => {
    if (root.matches?.(selector)) meet(root);
    root.querySelectorAll(selector).forEach(meet);
  };
  run(document);
  document.addEventListener("htmx:load", (event) => run(event.target));
}

/** Says a sentence in the page's status region; a screen reader hears it too. `ended`: with the way to sign in again and come back here. */
export function say(words, tone = "error", ended = false) {
  const region = document.getElementById("messages");
  if (!region || !words) return;
  const line = document.createElement("p");
  line.className = `message message--${tone}`;
  line.textContent = words;
  if (ended) {
    const door = document.createElement("a");
    door.href = `${region.dataset.door}?next=${encodeURIComponent(location.pathname + location.search)}`;
    door.textContent = region.dataset.enter;
    line.append(" ", door);
  }
  region.replaceChildren(line);
}

/** Takes a sentence back that is no longer true. */
export function unsay(words) {
  const region = document.getElementById("messages");
  if (words && region?.textContent.trim() === words) region.replaceChildren();
}
