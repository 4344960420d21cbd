// Builds acuerdo/ui/static/ui/ from acuerdo/ui/assets/: `npm ci && node build.mjs`.
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import { PurgeCSS } from "purgecss";

const assets = "acuerdo/ui/assets";
const out = "acuerdo/ui/static/ui";
// Browsers of the last four years; older ones still get plain, readable pages.
const common = { bundle: true, minify: true, target: ["chrome109", "firefox115", "safari16"], logLevel: "warning" };

/** Dark tokens are written once, for those who chose dark; this repeats them for those whose system is dark. Paper is never dark. */
const darkBySystem = {
  name: "dark by system",
  setup: ({ onLoad }) => onLoad({ filter: /tokens\.css$/ }, async ({ path }) => {
    const css = await readFile(path, "utf8");
    const [chosen, dark] = /:root\[data-theme="dark"\] (\{[^}]*\})/.exec(css);
    const bySystem = `@media screen and (prefers-color-scheme: dark) { :root:not([data-theme]) ${dark} }`;
    return { loader: "css", contents: `${css.replace(chosen, `@media screen { ${chosen} }`)}\n${bySystem}` };
  }),
};

/** The slim rail is written once, for a case; this repeats it for the other pages of a tablet. */
const slimByWidth = {
  name: "slim by width",
  setup: ({ onLoad }) => onLoad({ filter: /slim\.css$/ }, async ({ path }) => {
    const css = await readFile(path, "utf8");
    return { loader: "css", contents: `${css}\n@media (min-width: 761px) and (max-width: 1000px) { ${css.replaceAll(".desk--slim", ".desk")} }` };
  }),
};

async function styles() {
  await build({
    ...common, outdir: out,
    entryPoints: ["kit", "console", "administration", "console/wall", "portal"].map((name) => ({ in: `${assets}/css/${name}.css`, out: name.replace("console/", "") })),
    loader: { ".woff2": "file" }, assetNames: "fonts/[name]", plugins: [darkBySystem, slimByWidth],
  });
}

/** Of the kit only what somebody names: any word of a template, of a script or of the Python that draws is taken for a name. */
async function lighten() {
  const content = ["acuerdo/**/templates/**/*.html", "acuerdo/ui/assets/js/**/*.js", "acuerdo/**/!(test_*|migrations).py"];
  const [kit] = await new PurgeCSS().purge({ content, css: [`${out}/kit.css`], keyframes: true, variables: true });
  const { code } = await transform(kit.css, { loader: "css", minify: true, target: common.target }); // what is empty now goes too
  await writeFile(`${out}/kit.css`, code);
}

/** The library as its makers made it small; it is written for a page, so what it makes is handed on. */
const smallHtmx = {
  name: "small htmx",
  setup: ({ onLoad }) => onLoad({ filter: /htmx\.esm\.js$/ }, async ({ path }) => (
    { loader: "js", contents: `${await readFile(path.replace(".esm.", ".min."), "utf8")}\nexport default htmx;` }
  )),
};

async function scripts() {
  await build({
    ...common, plugins: [smallHtmx], entryPoints: ["app", "live-worker"].map((name) => `${assets}/js/${name}.js`), outdir: out, format: "iife",
  });
}

/** One sprite of the icons named in icons.txt; a template says {% icon "mail" %}. */
async function icons() {
  const names = (await readFile(`${assets}/icons.txt`, "utf8")).split("\n").filter((line) => line && !line.startsWith("#"));
  const symbols = await Promise.all(names.map(async (name) => {
    const svg = await readFile(`node_modules/@tabler/icons/icons/outline/${name}.svg`, "utf8");
    const paths = svg.match(/<path d="[^"]+" \/>/g).join("");
    return `<symbol id="${name}" viewBox="0 0 24 24">${paths}</symbol>`;
  }));
  await writeFile(`${out}/icons.svg`, `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`);
}

/** The PDF of the manual is set in the page's type: Typst reads TrueType, browsers get the one variable file. */
async function paper() {
  await mkdir(`${out}/fonts/paper`, { recursive: true });
  for (const weight of ["400Regular", "500Medium", "600SemiBold", "700Bold"]) {
    await copyFile(`node_modules/@expo-google-fonts/inter/${weight}/Inter_${weight}.ttf`, `${out}/fonts/paper/Inter_${weight}.ttf`);
  }
}

async function weigh() {
  const files = ["kit.css", "console.css", "administration.css", "wall.css", "portal.css", "app.js", "live-worker.js", "icons.svg"];
  for (const file of files) {
    const packed = gzipSync(await readFile(`${out}/${file}`)).length;
    console.log(`${file.padEnd(16)}${(packed / 1024).toFixed(1).padStart(7)} kB compressed`);
  }
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await Promise.all([styles().then(lighten), scripts(), icons(), paper(), copyFile(`${assets}/mark.svg`, `${out}/mark.svg`)]);
await weigh();
