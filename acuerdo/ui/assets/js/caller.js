// Who calls: Enter in the search takes the first one found, or somebody new where nobody is, and goes on to what comes next.
const words = () => document.getElementById("who").value.trim();
let waits = false;

/** Chooses from the list, if it is already that of the words typed. */
function take() {
  const people = document.getElementById("people");
  if (people.dataset.for.trim() !== words()) return;
  waits = false;
  const found = people.querySelector("input[name=caller]:not([value=nuevo])");
  const chosen = found ?? people.querySelector("input[name=caller]");
  if (!chosen.checked) chosen.click();
  if (found) {
    document.querySelector("#new-case [name=subject]").focus();
    return;
  }
  const [known, other] = words().includes("@") ? ["email", "name"] : ["name", "email"];
  const box = (name) => document.querySelector(`#new-case [name=${name}]`);
  if (!box(known).value) box(known).value = words();
  box(other).focus();
}

document.addEventListener("keydown", (event) => {
  if (event.target.id !== "who" || event.key !== "Enter" || event.ctrlKey || event.isComposing || !words()) return;
  event.preventDefault();
  waits = true;
  take();
});
document.addEventListener("input", ({ target }) => {
  if (target.id === "who") waits = false;
});
document.addEventListener("htmx:load", ({ target }) => target.id === "people" && waits && take());
