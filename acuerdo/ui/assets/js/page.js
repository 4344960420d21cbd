/** What the page says about itself in its <meta> tags. */
export function meta(name) {
  return document.querySelector(`meta[name="${name}"]`)?.content ?? "";
}

/** Calls back for each element that matches, now and in every fragment htmx brings later. */
export function each(selector, callback) {
  const run = (root) => {
    if (root.matches?.(selector)) callback(root);
    root.querySelectorAll(selector).forEach(callback);
  };
  run(document);
  document.addEventListener("htmx:load", (event) => run(event.target));
}

/** Says a sentence in the page's status region; a screen reader hears it too. */
export function say(words, tone = "error") {
  const region = document.getElementById("messages");
  if (!region || !words) return;
  const line = document.createElement("p");
  line.className = `message message--${tone}`;
  line.textContent = words;
  region.replaceChildren(line);
}

/** Takes a sentence back that is no longer true. */
export function unsay(words) {
  const region = document.getElementById("messages");
  if (words && region?.textContent.trim() === words) region.replaceChildren();
}
