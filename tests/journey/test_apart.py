"""Rows open apart as links do, and whoever comes back goes on where they were."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journey.someone import Someone

pytestmark = pytest.mark.journey
Seat = Callable[[str], Someone]
#: A place in a row beside its subject, from its right edge and its top, pixels.
BESIDE, DOWN = 30, 18


def test_a_row_shows_the_case_by_a_click_beside_its_subject_and_opens_it_apart_by_the_middle_button(at_a_screen: Seat) -> None:
    someone = at_a_screen("proware")
    someone.sign_in("marcela.ibarra@proware.example", where="/console/")
    page, row = someone.page, someone.page.locator("[data-row]").nth(3)
    row.hover()  # from now on no row moves or is exchanged
    subject = row.locator(".what__t").inner_text()
    box = row.bounding_box()
    assert box
    beside = {"x": box["width"] - BESIDE, "y": DOWN}

    row.click(position=beside)  # type: ignore[arg-type]
    expect(page.locator("#peek h2")).to_have_text(subject)
    with page.context.expect_page() as apart:
        row.click(position=beside, button="middle")  # type: ignore[arg-type]
    apart.value.wait_for_url(re.compile(r"/console/casos/\d+/"))
    assert page.url.endswith("/console/")
    row.dblclick(position=beside)  # type: ignore[arg-type]
    page.wait_for_url(re.compile(r"/console/casos/\d+/"))
    expect(page.get_by_role("heading", level=1)).to_have_text(subject)
    someone.lost_its_network()  # the second click goes away while the first still asks for the preview


def test_who_comes_back_finds_the_list_as_it_is_now_and_not_as_the_browser_kept_it(at_a_screen: Seat) -> None:
    someone = at_a_screen("interwapp")
    someone.sign_in("fernando.lozada@interwapp.example", where="/console/")
    page = someone.page
    someone.go("/console/?responsable=nadie")
    row = page.locator("[data-row]").first
    place, subject = row.get_attribute("id") or "", row.locator("[data-open]")
    subject.click()
    page.wait_for_url(re.compile(rf"/casos/{place[4:]}/"))
    page.keyboard.press("i")
    expect(page.locator("#messages")).to_contain_text("El caso es suyo")
    page.mouse.move(2, 2)

    page.go_back()

    page.wait_for_url(re.compile(r"/console/\?responsable=nadie$"))
    expect(page.locator(f"#{place}")).to_have_count(0)
    expect(page.locator("[data-row]").first).to_be_visible()


def test_who_comes_back_from_a_case_goes_on_at_its_row(at_a_screen: Seat) -> None:
    someone = at_a_screen("proware")
    someone.sign_in("marcela.ibarra@proware.example", where="/console/")
    page = someone.page
    page.keyboard.press("j")
    page.keyboard.press("j")
    second, third = (page.locator("[data-row]").nth(at).get_attribute("id") or "" for at in (1, 2))

    for leave in (lambda: page.keyboard.press("u"), page.go_back):
        expect(page.locator("#peek h2")).to_be_visible()
        expect(page.locator(".htmx-request")).to_have_count(0)
        page.keyboard.press("o")
        page.wait_for_url(re.compile(rf"/casos/{second[4:]}/"))
        leave()
        page.wait_for_url(re.compile(r"/console/$"))
        expect(page.locator(f"#{second}")).to_have_class(re.compile("is-here"))
    page.keyboard.press("j")
    expect(page.locator(f"#{third}")).to_have_class(re.compile("is-here"))
    expect(page.locator("#peek h2")).to_be_visible()
    expect(page.locator(".htmx-request")).to_have_count(0)
