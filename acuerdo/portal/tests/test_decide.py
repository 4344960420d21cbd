"""Deciding from the mail's link, without signing in."""

from datetime import timedelta

import pytest

from acuerdo.events.models import Event
from acuerdo.tickets.models import Ticket


@pytest.fixture
def reader(browser_of):
    """Whoever opens the mail: nobody is signed in."""
    return browser_of()


def state_of(case):
    return Ticket.objects.values_list("status", "closed_as").get(pk=case.pk)


@pytest.mark.parametrize("query", ["", "?es=si", "?es=no"])
@pytest.mark.parametrize("method", ["get", "head"])
def test_a_scanner_that_follows_the_link_changes_nothing(method, query, case, link, reader):
    before = Event.objects.count()

    for _ in range(3):
        assert getattr(reader, method)(link + query).status_code == 200

    assert state_of(case) == ("resolved", "")
    assert Event.objects.count() == before


@pytest.mark.parametrize(("query", "chosen"), [("", "si"), ("?es=si", "si"), ("?es=no", "no")])
def test_the_page_shows_the_solution_and_the_answer_that_was_clicked(query, chosen, link, reader):
    shown = reader.get(link + query).content.decode()

    assert "Ya transfiere: era el plan de marcado." in shown
    assert f'value="{chosen}" required checked' in shown


def test_yes_closes_once_and_the_link_then_tells_so(case, link, reader):
    response = reader.post(link, {"answer": "si"})

    assert (response.status_code, response["Location"]) == (303, link)
    assert state_of(case) == ("closed", "approved")
    thanks = reader.get(link).content.decode()
    assert "Gracias. El caso quedó cerrado" in thanks
    assert "¿Cómo le pareció nuestro servicio?" in thanks


def test_the_answer_is_recorded_as_confirmed_and_by_the_contact(case, diana, link, reader):
    reader.post(link, {"answer": "si"})

    closed = Event.objects.get(kind="ticket.closed")
    assert (closed.actor_kind, closed.actor_id, closed.confirmed, closed.programme) == ("contact", diana.pk, True, "portal:decide")


def test_a_second_answer_is_told_what_became_of_the_first(case, link, reader):
    reader.post(link, {"answer": "no", "reason": "Sigue igual."})

    response = reader.post(link, {"answer": "si"})

    assert response.status_code == 409
    assert "El caso volvió a nosotros" in response.content.decode()
    assert state_of(case) == ("in_progress", "")


def test_no_needs_its_reason_and_what_was_chosen_comes_back(case, link, reader):
    response = reader.post(link, {"answer": "no", "reason": ""})

    assert response.status_code == 422
    assert 'value="no" required checked' in response.content.decode()
    assert state_of(case) == ("resolved", "")


def test_the_link_of_a_replaced_solution_decides_nothing(case, link, solve_it, reader, at):
    solve_it(case, "Ahora sí, también en la 12.", at=at + timedelta(hours=30))

    response = reader.post(link, {"answer": "si"})

    assert response.status_code == 409
    assert "Después le entregamos otra solución" in response.content.decode()
    assert state_of(case) == ("resolved", "")


def test_a_solution_smuggled_into_the_form_is_ignored(case, link, solve_it, reader, at):
    newer = solve_it(case, "Otra.", at=at + timedelta(hours=30))

    reader.post(link, {"answer": "si", "solution": newer.pk})

    assert state_of(case) == ("resolved", "")


def test_a_false_link_and_one_of_another_desk_open_nothing(link, other_desk, browser_of):
    assert browser_of().get(link[:-4] + "xyz/").status_code == 410
    assert browser_of(HTTP_HOST="other.localhost").get(link).status_code == 410
    assert browser_of(HTTP_HOST="other.localhost").post(link, {"answer": "si"}).status_code == 410


def test_another_method_is_refused(link, reader):
    assert reader.delete(link).status_code == 405


def test_the_page_costs_few_queries(link, reader, django_assert_num_queries):
    with django_assert_num_queries(5):
        reader.get(link)
