"""A case's page."""

from datetime import timedelta

from acuerdo.core.tickets import Status
from acuerdo.files.actions.store import store
from acuerdo.people.access import as_actor
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.note import note


def page(browser, case):
    return browser.get(f"/casos/{case.number}/")


def test_an_internal_note_is_never_shown(case, agent, dianas, at):
    note(case.pk, "el cliente tiene mora", by=as_actor(agent), at=at)

    assert "mora" not in page(dianas, case).content.decode()


def test_the_conversation_and_the_promise_with_its_reckoning_are_shown(case, agent, dianas, at):  # PRO-039
    answer(case.pk, "¿A qué extensión transfiere?", by=as_actor(agent), at=at + timedelta(hours=1))

    shown = page(dianas, case).content.decode()

    assert "Desde ayer se corta." in shown
    assert "¿A qué extensión transfiere?" in shown
    assert "Lo atiende Marcela Ibarra" in shown
    assert "Lo que le prometimos" in shown
    assert '<table class="count">' in shown


def test_when_we_wait_for_the_customer_it_is_their_turn_and_the_clock_stands_still(case, agent, dianas, at):
    answer(case.pk, "¿Nos envía un ejemplo?", by=as_actor(agent), at=at + timedelta(hours=1), then=Status.WAITING_CUSTOMER)

    shown = page(dianas, case).content.decode()

    assert "Le toca a usted" in shown
    assert "El plazo está detenido hasta que nos responda." in shown


def test_a_delivered_solution_asks_whether_it_serves(case, solution, dianas):
    shown = page(dianas, case).content.decode()

    assert "Pruébela y díganos si le sirve" in shown
    assert f'name="solution" value="{solution.pk}"' in shown
    assert "prueba.png" in shown


def test_text_of_a_message_cannot_become_markup(open_case, dianas, at):
    case = open_case("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", at=at)

    shown = page(dianas, case).content.decode()

    assert "<script>alert" not in shown
    assert "<img src=x" not in shown


def test_the_page_costs_the_same_however_long_the_conversation(case, agent, dianas, at, django_assert_num_queries):
    for minutes in range(1, 9):
        answer(case.pk, f"Parte {minutes}", by=as_actor(agent), at=at + timedelta(minutes=minutes))

    # the desk (3), session, person, contact, case, log, messages, names of those assigned, draft
    with django_assert_num_queries(9):
        page(dianas, case)
    sent = store(name="guia.pdf", content_type="application/pdf", content=b"x")
    answer(case.pk, "Va la guía", by=as_actor(agent), at=at + timedelta(minutes=9), files=(sent,))
    # and files, where there are any
    with django_assert_num_queries(10):
        assert "guia.pdf" in page(dianas, case).content.decode()


def test_every_instant_carries_the_exact_one(case, dianas):
    assert f'datetime="{case.opened_at.isoformat()}"' in page(dianas, case).content.decode()
