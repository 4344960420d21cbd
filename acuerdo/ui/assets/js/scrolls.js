import { each } from "./page.js";

/** What scrolls sideways is reached by the keyboard while it does (WCAG 2.1.1), and no stop on the way while it does not. */
const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth + 1) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});

each(".table-scroll", (box) => sizes.observe(box));
