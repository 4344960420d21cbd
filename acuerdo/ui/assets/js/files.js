import { each } from "./page.js";

// <input type="file" multiple data-files="ID of a <ul>">: chosen, dropped or pasted files as chips that can be taken out.
function size(bytes) {
  const [amount, unit] = bytes < 1e6 ? [bytes / 1e3, "kB"] : [bytes / 1e6, "MB"];
  return `${amount.toLocaleString(document.documentElement.lang, { maximumFractionDigits: amount < 10 ? 1 : 0 })} ${unit}`;
}

function keep(input, files) {
  const box = new DataTransfer();
  files.forEach((file) => box.items.add(file));
  input.files = box.files;
  show(input);
}

function chip(input, file) {
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
  out.addEventListener("click", () => keep(input, [...input.files].filter((other) => other !== file)));
  item.append(name, out);
  return item;
}

function show(input) {
  const list = document.getElementById(input.dataset.files);
  list?.replaceChildren(...[...input.files].map((file) => chip(input, file)));
}

each("input[type=file][data-files]", (input) => {
  input.addEventListener("change", () => show(input));
  const form = input.form ?? input.closest("form");
  const take = (event, files) => {
    if (!files.length) return;
    event.preventDefault();
    keep(input, [...input.files, ...files]);
  };
  form.addEventListener("dragover", (event) => event.preventDefault());
  form.addEventListener("drop", (event) => take(event, [...event.dataTransfer.files]));
  form.addEventListener("paste", (event) => take(event, [...event.clipboardData.files]));
});
