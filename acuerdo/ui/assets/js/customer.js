// A customer's page that refreshes itself never takes away what somebody is typing: such a part waits for the next time.
const busy = (part) => part.contains(document.activeElement)
  || [...part.querySelectorAll("textarea, input:not([type=hidden])")].some((box) => box.type === "file" ? box.files.length
    : box.type === "checkbox" || box.type === "radio" ? box.checked !== box.defaultChecked : box.value !== box.defaultValue);

document.addEventListener("htmx:oobBeforeSwap", (event) => {
  if (event.detail.target?.matches?.("[data-part]") && busy(event.detail.target)) event.detail.shouldSwap = false;
});
