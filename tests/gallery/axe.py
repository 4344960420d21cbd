"""axe-core, asked of a page: what keeps people with disabilities from using it (WCAG 2.2 A and AA)."""

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def complaints(page: Page) -> list[str]:
    """Every rule that is broken, with where; an empty list is a clean page. Evaluated from outside, so that the page's own policy stands."""
    page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("(rules) => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES)
    return [
        f"{broken['id']}: {node['target']} {node['html'][:160]} {(node['failureSummary'] or '').splitlines()[1:2]}"
        for broken in found["violations"]
        for node in broken["nodes"]
    ]
