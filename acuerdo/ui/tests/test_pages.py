"""Base pages and components as a browser with a strict policy gets them."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string

from acuerdo.ui.components import ClockPanel, ClockView
from acuerdo.ui.lanes import lanes, panel
from acuerdo.ui.tests.scene import BOGOTA, NOW, RESPONSE, SOLUTION

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((ROOT / "ui/templates").rglob("*.html"))
ICONS = set((ROOT / "ui/assets/icons.txt").read_text(encoding="utf-8").splitlines())
#: What the Content-Security-Policy would block: style attributes, style and script bodies, handlers, data addresses.
FORBIDDEN = re.compile(r"\sstyle=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+=|javascript:|data:image|hx-on", re.IGNORECASE)


def clocks() -> ClockPanel:
    days, (first, second) = lanes((RESPONSE, SOLUTION), NOW, BOGOTA)
    met = ClockView("Tiempo de respuesta", 16.7, "17 % · 1 h de 6 h", "mié 9, 14:00", first, "met", "cumplido", live=False)
    paused = ClockView("Solución", 4.2, "4 %", "jue 17, 11:00", second, "if", why="Espera al cliente.", printed="< 2 días")
    return panel(days, (met, paused), NOW, BOGOTA)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_holds_what_the_policy_blocks(template: Path) -> None:
    assert not FORBIDDEN.search(template.read_text(encoding="utf-8"))


@pytest.mark.parametrize("template", sorted(ROOT.rglob("templates/**/*.html")), ids=lambda path: path.name)
def test_every_icon_a_template_names_is_in_the_sprite(template: Path) -> None:
    named = set(re.findall(r'{% icon "([a-z0-9-]+)"', template.read_text(encoding="utf-8")))

    assert named <= ICONS


@pytest.mark.parametrize("code", [400, 403, 404, 500])
def test_an_error_page_needs_no_request_no_desk_and_no_database(code: int) -> None:
    page = render_to_string(f"{code}.html")

    assert "<h1>" in page
    assert 'href="/"' in page


@pytest.mark.parametrize("base", ["ui/console_base.html", "ui/portal_base.html"])
def test_a_page_has_language_landmarks_a_skip_link_and_a_status_region(base: str) -> None:
    page = render_to_string(base, {"theme": "dark"})

    assert '<html lang="es-CO" data-theme="dark"' in page
    assert 'class="skip" href="#main"' in page
    assert 'id="main"' in page
    assert 'role="status"' in page
    assert "aria-label" in page


def test_a_page_without_a_session_carries_no_live_token() -> None:
    assert "live-token" not in render_to_string("ui/console_base.html")
    assert 'content="t1"' in render_to_string("ui/console_base.html", {"live_token": "t1"})


def test_the_clock_panel_draws_one_lane_a_clock_and_explains_each() -> None:
    page = render_to_string("ui/clock_panel.html", {"panel": clocks()})

    assert page.count('<svg class="lane"') == 2
    assert page.count("hoy, 12:00") == 1
    assert "«&lt; 2 días»" in page
    assert not FORBIDDEN.search(page)


def test_on_a_phone_the_clock_that_still_runs_comes_first() -> None:
    page = render_to_string("ui/clock_stack.html", {"panel": clocks()})

    assert page.index("Solución") < page.index("Tiempo de respuesta")


def test_a_case_without_clocks_shows_no_panel() -> None:
    assert render_to_string("ui/clock_panel.html", {"panel": ClockPanel((), ())}).strip() == ""


def test_the_policy_allows_no_inline_style_and_no_eval() -> None:
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]

    assert "'unsafe-inline'" not in str(directives)
    assert "'unsafe-eval'" not in str(directives)
