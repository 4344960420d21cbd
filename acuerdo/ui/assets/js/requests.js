import htmx from "htmx.org";
import { isLive, refetch } from "./live.js";
import { meta, say } from "./page.js";

/** How long reading may take, milliseconds. */
const PATIENCE = 20_000;

// The Content-Security-Policy allows neither eval nor inline style, so htmx does without both.
Object.assign(htmx.config, {
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  attributesToSettle: ["class"], // not style: setting that attribute is what the policy forbids
  defaultSettleDelay: 0, // what came is alive at once: a key pressed meanwhile finds no link that still leads to a page of its own
  selfRequestsOnly: true,
  scrollIntoViewOnBoost: false, // only parts of a page are exchanged: one stays where one was reading
  historyCacheSize: 0, // pages with customers' words are not kept in the browser's storage
  responseHandling: [
    { code: "204", swap: false },
    { code: "[23]..", swap: true },
    { code: "422", swap: true }, // a refusal comes as the same form with its reason
    { code: "...", swap: false, error: true },
  ],
});

// A verb opened as a page of its own has no case around it to be put into: there its form is sent as any other.
document.querySelectorAll("main.verb-page form[hx-post]").forEach((form) => {
  form.getAttributeNames().filter((name) => name.startsWith("hx-")).forEach((name) => form.removeAttribute(name));
});

document.addEventListener("htmx:configRequest", ({ detail }) => {
  const token = meta("csrf-token");
  if (token) detail.headers["X-CSRFToken"] = token;
});

/** A page that lacks the part asked for, or asks whoever sent a form for a password, is the sign-in: the session ended. Nothing is swapped. */
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const select = detail.requestConfig.elt.closest("[hx-select]")?.getAttribute("hx-select")?.split(/[ >]/)[0];
  if ((!select && isOfReading(detail)) || detail.xhr.status >= 400 || !detail.serverResponse) return;
  const page = new DOMParser().parseFromString(detail.serverResponse, "text/html");
  const asks = (one) => one.querySelector("input[type=password]");
  if (select ? page.querySelector(select) : !asks(page) || asks(document)) return;
  detail.shouldSwap = false;
  say(words().denied, "error", true);
});

const words = () => document.getElementById("messages")?.dataset ?? {};
const isOfReading = (detail) => detail.requestConfig.verb === "get";

// A connection that died while the machine slept may swallow a request whole: reading is given up after a while, and asked again.
document.addEventListener("htmx:beforeSend", ({ detail }) => {
  if (isOfReading(detail)) detail.xhr.timeout = PATIENCE;
});
const unanswered = ({ detail }) => {
  if (isOfReading(detail) && isLive(detail.elt)) refetch();
  else say(isOfReading(detail) ? words().away : words().offline);
};
document.addEventListener("htmx:sendError", unanswered);
document.addEventListener("htmx:timeout", unanswered);
document.addEventListener("htmx:responseError", ({ detail }) => {
  if (detail.xhr.status === 403 || detail.xhr.status === 401) say(words().denied, "error", true);
  else say(isOfReading(detail) ? words().stale : words().failed);
});
