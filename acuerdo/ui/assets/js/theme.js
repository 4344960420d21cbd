// Light, dark or as the system says. The cookie lets the server write the choice into the first byte.
const root = document.documentElement;
const aYear = 365 * 24 * 3600;
const names = { light: "claro", dark: "oscuro" };

function dark() {
  const chosen = root.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function choose(theme) {
  root.dataset.theme = theme;
  root.dataset.bsTheme = theme;
  document.cookie = `acuerdo_tema=${names[theme]}; path=/; max-age=${aYear}; samesite=lax`;
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-theme-toggle]")) choose(dark() ? "light" : "dark");
});
