import { each } from "./page.js";
import { upload } from "./upload.js";

// <input type="file" multiple data-files="ID of a <ul>">: chosen, dropped or pasted files as chips that can be taken out.
// With data-upload="address" they are kept on the server at once, and leave the box when they are there (upload.js).
function size(bytes) {
  const [amount, unit] = bytes < 1e6 ? [bytes / 1e3, "kB"] : [bytes / 1e6, "MB"];
  return `${amount.toLocaleString(document.documentElement.lang, { maximumFractionDigits: amount < 10 ? 1 : 0 })} ${unit}`;
}

const chips = new WeakMap();
const refused = new WeakMap();
const takers = new WeakMap();

function keep(input, files) {
  const box = new DataTransfer();
  files.forEach((file) => box.items.add(file));
  input.files = box.files;
  show(input);
}

function takeOut(input, file) {
  refused.set(input, (refused.get(input) ?? []).filter((one) => one !== file));
  keep(input, [...input.files].filter((other) => other !== file));
}

function chip(input, file) {
  if (chips.has(file)) return chips.get(file);
  const item = document.createElement("li");
  item.className = "file";
  const name = document.createElement("span");
  name.className = "clip";
  name.textContent = `${file.name} · ${size(file.size)}`;
  const out = document.createElement("button");
  out.type = "button";
  out.className = "file__out";
  out.textContent = "×";
  out.ariaLabel = `${input.dataset.remove ?? ""} ${file.name}`.trim();
  out.addEventListener("click", () => {
    file.stop?.abort();
    takeOut(input, file);
    (input.form?.querySelector("textarea") ?? input).focus();
  });
  item.append(name, out);
  chips.set(file, item);
  return item;
}

function show(input) {
  const list = document.getElementById(input.dataset.files);
  list?.replaceChildren(...[...(refused.get(input) ?? []), ...input.files].map((file) => chip(input, file)));
}

/** Keeps on the server what is in the box, one after the other. */
async function send(input) {
  if (!input.dataset.upload || input.sending) return;
  input.sending = true;
  for (;;) {
    const file = [...input.files].find((one) => !one.tried);
    if (!file) break;
    file.tried = true;
    const { done, words } = await upload(input, file, chip(input, file));
    if (done) takeOut(input, file);
    else if (words && [...input.files].includes(file)) {
      refused.set(input, [...(refused.get(input) ?? []), file]);
      keep(input, [...input.files].filter((other) => other !== file));
    }
  }
  input.sending = false;
}

each("input[type=file][data-files]", (input) => {
  const changed = () => {
    show(input);
    send(input);
  };
  let had = [];
  input.addEventListener("click", () => {
    had = [...input.files];
  });
  input.addEventListener("change", () => {
    if (had.length) keep(input, [...had, ...[...input.files].filter((file) => !had.includes(file))]); // a second choice adds to the first
    had = [];
    changed();
  });
  const form = input.form ?? input.closest("form");
  const take = (event, files) => {
    if (!files.length) return;
    event.preventDefault();
    keep(input, [...input.files, ...files]);
    changed();
  };
  takers.set(input, take);
  form.addEventListener("dragover", (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    form.classList.add("is-over");
  });
  form.addEventListener("dragleave", (event) => form.contains(event.relatedTarget) || form.classList.remove("is-over"));
  form.addEventListener("drop", (event) => {
    form.classList.remove("is-over");
    take(event, [...event.dataTransfer.files]);
  });
  form.addEventListener("paste", (event) => take(event, [...event.clipboardData.files]));
});

// A file let go beside the box goes into it too: the browser would leave the page for it, and with it what is open there.
const brings = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files") && !event.defaultPrevented && !event.target.matches?.("input[type=file]");
function nearest() {
  const boxes = [...document.querySelectorAll("input[type=file][data-files]")].filter((input) => input.form?.getClientRects().length);
  return boxes.find((input) => input.closest("dialog[open]")) ?? boxes[0];
}
document.addEventListener("dragover", (event) => {
  if (!brings(event)) return;
  event.preventDefault();
  if (!nearest()) event.dataTransfer.dropEffect = "none";
});
document.addEventListener("drop", (event) => {
  if (!brings(event)) return;
  event.preventDefault();
  const input = nearest();
  if (input) takers.get(input)?.(event, [...event.dataTransfer.files]);
});
