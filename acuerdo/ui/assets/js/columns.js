// Choosing columns: with script a column moves where it stands; without it the same button asks the page for it.
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-columns] button[name=sube], [data-columns] button[name=baja]");
  if (!button) return;
  event.preventDefault();
  const item = button.closest("li");
  if (button.name === "sube") item.previousElementSibling?.before(item);
  else item.nextElementSibling?.after(item);
  button.focus();
  item.scrollIntoView({ block: "nearest" });
});
