"""axe-core, asked of a page: what keeps people with disabilities from using it (WCAG 2.2 A and AA)."""

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
#: With the machine's own colours Chromium draws those, but still answers the page's when asked what letters are filled with: axe then judges
#: what nobody sees. Without that answer it asks for `color`, which is the one drawn.
AS_DRAWN = """() => {
  const asked = CSSStyleDeclaration.prototype.getPropertyValue;
  CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
    const kept = name !== "-webkit-text-fill-color" || !matchMedia("(forced-colors: active)").matches;
    return kept ? asked.call(this, name) : "";
  };
}"""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def complaints(page: Page) -> list[str]:
    """Every rule that is broken, with where; an empty list is a clean page. Evaluated from outside, so that the page's own policy stands."""
    page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AS_DRAWN)
        page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("(rules) => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES)
    return [
        f"{broken['id']}: {node['target']} {node['html'][:160]} {(node['failureSummary'] or '').splitlines()[1:2]}"
        for broken in found["violations"]
        for node in broken["nodes"]
    ]
