// A page made for paper has a button that prints it; without script the browser's own does.
document.addEventListener("click", ({ target }) => target.closest?.("[data-print]") && window.print());
