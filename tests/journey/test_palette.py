"""A day by keyboard alone: the palette, single keys, and the focus that is never lost."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journey.someone import Someone

pytestmark = pytest.mark.journey
Seat = Callable[[str], Someone]


def focused(page: Page) -> str:
    """The key, name or address of what has the focus."""
    return str(
        page.evaluate(
            "((one) => one.dataset.key || one.name || one.getAttribute('href') || one.id || one.localName)(document.activeElement)"
        )
    )


def chosen(page: Page) -> str:
    """The words of the option that the box points at."""
    return page.locator(f"#{page.locator('#palette-box').get_attribute('aria-activedescendant')}").inner_text()


def asks(page: Page, words: str, finds: str) -> None:
    """Open the palette, type, and wait until the first option is this."""
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Qué busca")).to_be_focused()
    page.keyboard.type(words)
    expect(page.locator("#palette [role=option][aria-selected=true]")).to_contain_text(finds)


def test_a_case_is_found_assigned_and_left_without_a_mouse(at_a_screen: Seat) -> None:
    someone = at_a_screen("proware")
    someone.sign_in("marcela.ibarra@proware.example", where="/console/")
    page = someone.page

    page.keyboard.press("j")
    expect(page.locator("#peek h2")).to_be_visible()
    expect(page.locator(".htmx-request")).to_have_count(0)
    page.keyboard.press("o")
    page.wait_for_url(re.compile(r"/console/casos/\d+/"))
    number = re.search(r"/casos/(\d+)/", page.url)[1]  # type: ignore[index]

    asks(page, "asignar", "Asignar")
    assert chosen(page).startswith("Asignar")
    page.keyboard.press("Enter")
    expect(page.locator("#verb")).to_be_visible()
    assert focused(page) == "to"
    page.keyboard.press("Escape")
    expect(page.locator("#verb")).to_be_hidden()
    assert focused(page) != "body"

    # What opened a form has the focus again when the form is done, although the page was drawn anew around it.
    page.locator("[data-key=a]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#verb select[name=to]")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.locator("#verb [type=submit]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#verb")).to_be_hidden()
    expect(page.locator("[data-key=a]")).to_be_focused()

    page.keyboard.press("u")
    page.wait_for_url(re.compile(r"/console/$"))
    page.keyboard.press("Control+k")
    expect(page.locator("#palette-case")).to_have_text(f"#{number}")  # the row one came back to is at hand
    expect(page.locator("#palette [role=option]").first).to_be_visible()
    page.keyboard.press("Escape")
    page.go_back()
    page.wait_for_url(re.compile(rf"/casos/{number}/"))


def test_arrows_go_round_and_control_opens_apart(at_a_screen: Seat) -> None:
    someone = at_a_screen("proware")
    someone.sign_in("marcela.ibarra@proware.example", where="/console/")
    page = someone.page

    asks(page, "mis tareas", "Mis tareas")
    first = chosen(page)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    assert chosen(page) == first
    with page.context.expect_page() as apart:
        page.keyboard.press("Control+Enter")
    apart.value.wait_for_url(re.compile(r"/console/tareas/"))
    assert page.url.endswith("/console/")


def test_who_wants_no_single_keys_has_none_and_still_the_palette(at_a_screen: Seat) -> None:
    someone = at_a_screen("proware")
    someone.sign_in("marcela.ibarra@proware.example", where="/console/")
    page = someone.page

    page.keyboard.press("?")
    page.get_by_role("button", name="No usar teclas sueltas").press("Enter")
    expect(page.locator("html")).to_have_attribute("data-keys", "off")
    page.wait_for_load_state()  # the page is drawn anew for it, and hears keys once it is there
    page.keyboard.press("?")
    page.keyboard.press("j")
    expect(page.locator("#keys")).to_be_hidden()
    expect(page.locator("[data-row].is-here")).to_have_count(0)
    asks(page, "cola", "Cola")
