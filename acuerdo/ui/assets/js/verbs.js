// A verb's form, fetched into the page's one dialog: it opens when the form is there, and closes when its deed is done.
const dialog = () => document.getElementById("verb");

document.addEventListener("htmx:afterSwap", ({ detail }) => {
  const box = dialog();
  if (detail.target !== box || box.open) return;
  document.querySelectorAll("details.menu[open]").forEach((menu) => menu.removeAttribute("open"));
  box.showModal();
  box.querySelector("[autofocus]")?.focus();
});

document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (detail.elt.matches?.("#verb form") && detail.xhr.status >= 200 && detail.xhr.status < 300) dialog().close();
});

// A closed dialog forgets its form, so that opening the next never shows the last.
document.addEventListener("close", ({ target }) => target.id === "verb" && target.replaceChildren(), true);
