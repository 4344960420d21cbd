"""The whole way of a case by keyboard alone: no test here ever clicks."""

import re
from collections.abc import Callable
from secrets import token_hex

import pytest
from playwright.sync_api import expect

from tests.journey.hands import Hands, comes_in, reports
from tests.journey.someone import Someone

pytestmark = pytest.mark.journey
Seat = Callable[[str], Someone]


def test_a_case_is_reported_answered_classified_solved_and_approved_without_a_mouse(at_a_screen: Seat):
    customer, agent = at_a_screen("proware"), at_a_screen("proware")
    subject = f"No suenan los teléfonos {token_hex(2)}"
    number = reports(customer, subject)

    # The agent finds it in the queue and opens it.
    hands, page = comes_in(agent, "marcela.ibarra@proware.example", "/console/"), agent.page
    hands.press("/")
    hands.writes(subject)
    hands.press("Enter")
    page.wait_for_url(re.compile(r"[?&]q="))
    expect(page.locator("#rows [data-row]")).to_have_count(1)
    hands.press("j", "o")
    page.wait_for_url(re.compile(rf"/console/casos/{number}/"))

    # Answers.
    hands.press("r")
    expect(page.get_by_role("textbox", name="Texto")).to_be_focused()
    hands.writes("Ya lo miramos, señora Diana.")
    hands.press("Control+Enter")
    expect(page.locator("#timeline")).to_contain_text("Ya lo miramos, señora Diana.")
    expect(page.locator(".htmx-request")).to_have_count(0)

    # Classifies: the dialog holds the focus; Escape gives it back to where it was.
    hands.tabs_to("Clasificar")
    hands.press("Enter")
    hands.has_a_dialog("Clasificar")
    hands.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert hands.is_at("Clasificar")
    hands.press("Enter")
    hands.has_a_dialog("Clasificar")
    hands.tabs_to("Nivel de emergencia")
    hands.writes("Al")
    hands.tabs_to("Guardar clasificación")
    hands.press("Enter")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator("#clocks")).to_contain_text("Alto")
    expect(page.locator(".htmx-request")).to_have_count(0)

    # Solves.
    page.evaluate("document.activeElement.blur()")
    hands.press("s")
    hands.has_a_dialog("Entregar la solución")
    assert hands.is_at("Qué debe saber el cliente")
    hands.writes("Ya suenan: era el conmutador.")
    hands.tabs_to("Qué se hizo para solucionarlo")
    hands.writes("Se reinició el conmutador.")
    hands.tabs_to("Enviar solución")
    hands.press("Enter")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator("#timeline")).to_contain_text("Ya suenan: era el conmutador.")

    # The customer approves.
    hands, page = Hands(customer.page), customer.page
    customer.go(f"/casos/{number}/")
    hands.tabs_to("Aprobar y cerrar el caso")
    hands.press("Enter")
    expect(page.locator("#main")).to_contain_text(re.compile("cerrado|cerró", re.IGNORECASE))
