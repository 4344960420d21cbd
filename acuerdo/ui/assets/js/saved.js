import { each } from "./page.js";

// In a composer "/" offers saved answers and "@" people, filtered while one types. What is picked is put into the text, never sent; what a
// saved answer does to the case stands below it as chips that can be taken out, and is done when the message is sent.
const MOST = 8;
const ASKS = /(?:^|\s)([/@])([\p{L}\p{N}.\- ]{0,40})$/u;
let known = null;
let open = null;

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

async function all(field) {
  known ??= fetch(field.dataset.saved, { headers: { Accept: "application/json" } }).then((answer) => (answer.ok ? answer.json() : null));
  const found = await known.catch(() => null);
  if (!found) known = null; // asked again with the next key
  return found ?? { macros: [], people: [] };
}

function fitting(found, mark, words) {
  const parts = plain(words).split(" ").filter(Boolean);
  const items = mark === "/"
    ? found.macros.map((macro) => ({ label: macro.title, hint: macro.text, macro }))
    : found.people.map((name) => ({ label: name, hint: "", name }));
  const fits = ({ label, hint }) => parts.every((part) => plain(label).includes(part) || (parts.length && plain(hint).includes(part)));
  return items.filter(fits).slice(0, MOST);
}

function close() {
  if (!open) return;
  open.list.remove();
  ["aria-controls", "aria-activedescendant", "aria-expanded"].forEach((name) => open.field.removeAttribute(name));
  open = null;
}

function mark(at) {
  open.at = (at + open.items.length) % open.items.length;
  [...open.list.children].forEach((one, index) => one.setAttribute("aria-selected", String(index === open.at)));
  open.field.setAttribute("aria-activedescendant", `saved-${open.at}`);
  open.list.children[open.at].scrollIntoView({ block: "nearest" });
}

function show(field, asked, items) {
  close();
  if (!items.length) return;
  const list = document.createElement("ul");
  list.id = "saved";
  list.className = "saved";
  list.setAttribute("role", "listbox");
  list.ariaLabel = field.dataset.savedLabel;
  items.forEach((item, index) => {
    const one = document.createElement("li");
    one.id = `saved-${index}`;
    one.setAttribute("role", "option");
    const label = document.createElement("b");
    label.textContent = item.label;
    const hint = document.createElement("span");
    hint.className = "clip";
    hint.textContent = item.hint.replace(/\s+/g, " ");
    one.append(label, hint);
    one.addEventListener("mousedown", (event) => {
      event.preventDefault(); // the caret stays in the text
      pick(index);
    });
    list.append(one);
  });
  field.before(list);
  field.setAttribute("aria-controls", "saved");
  field.setAttribute("aria-expanded", "true");
  open = { field, asked, items, list, at: 0 };
  mark(0);
}

function chip(field, { value, words }) {
  const box = field.form.querySelector("[data-chips]");
  if (!box || [...box.querySelectorAll("input")].some((one) => one.value === value)) return;
  const item = document.createElement("li");
  item.className = "chips__one";
  const input = document.createElement("input");
  input.type = "hidden";
  input.name = "carried";
  input.value = value;
  const out = document.createElement("button");
  out.type = "button";
  out.className = "file__out";
  out.textContent = "×";
  out.ariaLabel = `${box.dataset.remove} ${words}`;
  item.append(input, words, out);
  box.append(item);
}

function pick(index) {
  const { field, asked, items } = open;
  const item = items[index];
  const text = item.macro ? item.macro.text : `@${item.name} `;
  field.setRangeText(text, asked.from, field.selectionStart, "end");
  item.macro?.deeds.forEach((deed) => chip(field, deed));
  close();
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}

async function look(field) {
  const before = field.value.slice(0, field.selectionStart);
  const [, sign, words] = ASKS.exec(before) ?? [];
  if (!sign || field.selectionStart !== field.selectionEnd) return close();
  const asked = { from: before.length - words.length - 1 };
  const items = fitting(await all(field), sign, words);
  if (field.value.slice(0, field.selectionStart) === before) show(field, asked, items);
  return undefined;
}

each("textarea[data-saved]", (field) => {
  known = null;
  field.setAttribute("aria-haspopup", "listbox");
  field.setAttribute("aria-autocomplete", "list");
});
document.addEventListener("input", ({ target }) => target.matches?.("[data-saved]") && look(target));
document.addEventListener("focusout", ({ target }) => target === open?.field && close());
document.addEventListener("keydown", (event) => {
  if (!open || event.target !== open.field || event.ctrlKey || event.metaKey) return;
  const does = { ArrowDown: () => mark(open.at + 1), ArrowUp: () => mark(open.at - 1), Enter: () => pick(open.at), Tab: () => pick(open.at), Escape: close };
  const act = does[event.key];
  if (!act) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  act();
}, true);
document.addEventListener("click", ({ target }) => target.matches?.("[data-chips] .file__out") && target.closest("li").remove());
