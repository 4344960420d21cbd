import { meta } from "./page.js";

// A chosen file is kept on the server with the draft at once: it survives a reload, a refusal and a closed browser.
// Where that fails for want of a connection it stays in the box and goes with the form, as it does without script.
const kind = (input) => input.dataset.kind ?? input.form.querySelector("[name=mode]:checked")?.value ?? "answer";

function body(input, more) {
  const said = new FormData();
  said.set("kind", kind(input));
  said.set("key", input.form.querySelector("[name=key], [name=once]")?.value ?? "");
  said.set("returned", input.form.querySelector("[name=returned]")?.value ?? "");
  said.set("part", "1");
  said.set("csrfmiddlewaretoken", meta("csrf-token"));
  Object.entries(more).forEach(([name, value]) => said.set(name, value));
  return said;
}

/** Sends what there is to say about the draft's files; the answer is how they stand now. */
function ask(address, said, { progress, stop } = {}) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.upload.addEventListener("progress", (event) => event.lengthComputable && progress?.(event.loaded / event.total));
    request.addEventListener("loadend", () => resolve({ status: request.status, text: request.responseText }));
    stop?.signal.addEventListener("abort", () => request.abort());
    request.send(said);
  });
}

/** Whether the answer shows the files: the sign-in, where the session ended, does not. */
function draw(form, html) {
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("[data-kept]");
  if (fresh) form.querySelector("[data-kept]")?.replaceWith(fresh);
  return Boolean(fresh);
}

/** Uploads one file, with its progress in its chip. `done`: it is kept; `words`: it was refused for good, and why. */
export async function upload(input, file, chip) {
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.value = 0;
  bar.ariaLabel = file.name;
  chip.querySelector(".file__why")?.remove();
  chip.insertBefore(bar, chip.lastElementChild);
  file.stop = new AbortController();
  const options = { stop: file.stop, progress: (share) => { bar.value = share; } };
  const answer = await ask(input.dataset.upload, body(input, { files: file }), options);
  bar.remove();
  if (answer.status === 200 && draw(input.form, answer.text)) return { done: true };
  if (answer.status === 204 || file.stop.signal.aborted) return { done: false };
  const refusal = answer.status === 422 || answer.status === 413;
  const why = document.createElement("span");
  why.className = refusal ? "file__why file__why--no" : "file__why";
  why.role = "status";
  why.textContent = refusal ? answer.text : input.dataset.later;
  chip.insertBefore(why, chip.lastElementChild);
  return { done: false, words: refusal ? answer.text : "" };
}

// Taking one out again.
document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-drop]");
  const input = button?.form?.querySelector("input[data-upload]");
  if (!input) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const { form } = button;
  const answer = await ask(input.dataset.upload, body(input, { drop: button.value }));
  if (answer.status !== 200 || !draw(form, answer.text)) return;
  form.querySelector("textarea")?.focus();
}, true);

// Sent meanwhile: the rest goes with the form.
const leave = (form) => form?.querySelectorAll?.("input[data-upload]").forEach((input) => [...input.files].forEach((file) => {
  file.tried = true;
  file.stop?.abort();
}));
document.addEventListener("submit", ({ target }) => leave(target), true);
