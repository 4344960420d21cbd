"""A customer's page goes on after the network was away and after the machine slept, and misses nothing."""

import re
from collections.abc import Callable
from secrets import token_hex

import pytest
from playwright.sync_api import expect

from tests.journey.someone import Someone
from tests.journey.wire import Wire

pytestmark = pytest.mark.journey
AWAY = "Sin conexión en vivo"
#: Silence is noticed after 40 s (ui/assets/js/stream.js); the rest is for a machine that has much else to do.
NOTICED = 120_000


def looks_at_a_case(customer: Someone) -> int:
    """Open the newest case of Mi área and hear of it; its number."""
    customer.sign_in("diana.lozano@santa-aurelia.example", where="/mi-area/")
    customer.page.locator("main a[href^='/casos/']").first.click()
    customer.page.wait_for_url(re.compile(r"/casos/\d+/"))
    customer.mark()
    expect(customer.page.locator("html")).to_have_attribute("data-live", "on")
    return int(customer.page.url.split("/casos/")[1].split("/")[0])


def answers(agent: Someone, number: int) -> str:
    """Write to the customer; what was written."""
    agent.go(f"/console/casos/{number}/")
    text = f"Seguimos con su caso, señora Diana ({token_hex(3)})."
    written = agent.page.get_by_role("textbox", name="Texto")
    written.fill(text)
    written.press("Control+Enter")
    expect(agent.page.locator("#timeline")).to_contain_text(text)
    agent.lets_go()
    return text


def test_a_page_says_that_the_network_is_away_and_shows_what_it_missed(at_a_screen: Callable[..., Someone], wire: Wire) -> None:
    customer, agent = at_a_screen("proware", wire), at_a_screen("proware")
    agent.sign_in("marcela.ibarra@proware.example", where="/console/")
    number = looks_at_a_case(customer)

    wire.cut()
    expect(customer.page.locator("#messages")).to_contain_text(AWAY)
    text = answers(agent, number)
    wire.mend()

    expect(customer.page.locator("#story")).to_contain_text(text, timeout=NOTICED)
    expect(customer.page.get_by_text(AWAY)).to_have_count(0)
    customer.is_on_the_same_page()
    customer.lost_its_network()


def test_a_page_whose_machine_slept_shows_what_it_missed(at_a_screen: Callable[..., Someone], wire: Wire) -> None:
    customer, agent = at_a_screen("proware", wire), at_a_screen("proware")
    agent.sign_in("marcela.ibarra@proware.example", where="/console/")
    number = looks_at_a_case(customer)

    wire.forget()
    text = answers(agent, number)

    expect(customer.page.locator("#story")).to_contain_text(text, timeout=NOTICED)
    expect(customer.page.get_by_text(AWAY)).to_have_count(0)
    customer.is_on_the_same_page()
    customer.lost_its_network()
