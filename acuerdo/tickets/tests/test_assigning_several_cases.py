"""Picked in the queue and given to one person."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from acuerdo.people.access import as_actor
from acuerdo.tickets.actions.close import cancel
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.views.assignments import MOST
from acuerdo.tickets.views.several import MOST as SEVERAL

pytestmark = pytest.mark.django_db


def test_the_picked_cases_are_of_the_person_chosen_and_the_others_are_not(client, cases, agent, person_of):
    ana = person_of("agent", "Ana Cárdenas")
    client.force_login(agent)

    answer = client.post(reverse("tickets:assignments") + "?de=nadie", {"number": [c.number for c in cases[:2]], "to": ana.pk}, follow=True)

    assert answer.redirect_chain == [("/console/?de=nadie", 303)]
    assert "2 casos son ahora de Ana Cárdenas." in answer.text
    assert list(Ticket.objects.order_by("number").values_list("assignee", flat=True)) == [ana.pk, ana.pk, None]


def test_a_case_that_has_ended_is_named_and_stops_no_other(client, cases, agent):
    cancel(cases[0].pk, reason="Repetido", by=as_actor(agent), at=timezone.now() - timedelta(hours=1))
    client.force_login(agent)

    answer = client.post(reverse("tickets:assignments"), {"number": [c.number for c in cases], "to": agent.pk}, follow=True)

    assert f"#{cases[0].number}:" in answer.text
    assert Ticket.objects.filter(assignee=agent).count() == 2


def test_of_many_that_are_refused_the_first_are_named_and_the_others_counted(client, agent, open_case):
    cases = [open_case(f"Caso {n}", at=timezone.now() - timedelta(hours=2)) for n in range(6)]
    for case in cases[:5]:
        cancel(case.pk, reason="Repetido", by=as_actor(agent), at=timezone.now() - timedelta(hours=1))
    client.force_login(agent)

    answer = client.post(reverse("tickets:assignments"), {"number": [c.number for c in cases], "to": agent.pk}, follow=True)

    said = [str(message) for message in answer.context["messages"]]
    assert said[0].startswith("1 caso es ahora de")
    assert [f"#{case.number}:" in said[1] for case in cases[:5]] == [True] * 3 + [False] * 2
    assert said[1].endswith("y 2 casos más.")


def test_how_many_can_be_changed_at_once_is_said_where_one_picks(client, cases, agent):
    client.force_login(agent)

    assert f"Otra cosa, hasta {SEVERAL}…" in client.get(reverse("console:queue")).text


@pytest.mark.parametrize("numbers", [[], ["x"], ["999999"], ["1" * 40]])
def test_nothing_picked_is_said(client, cases, agent, numbers):
    client.force_login(agent)

    assert "No eligió ningún caso" in client.post(reverse("tickets:assignments"), {"number": numbers}, follow=True).text


@pytest.mark.parametrize(("role", "status"), [("auditor", 403), ("customer", 403)])
def test_those_who_only_read_may_not(client, cases, person_of, role, status):
    client.force_login(person_of(role))

    assert client.post(reverse("tickets:assignments"), {"number": [cases[0].number]}).status_code == status


def test_it_is_not_read(client, agent):
    client.force_login(agent)

    assert client.get(reverse("tickets:assignments")).status_code == 405


def test_more_than_fit_at_once_are_not_dropped_in_silence(client, cases, agent):
    client.force_login(agent)
    numbers = [*(case.number for case in cases[:2]), *range(1000, 998 + MOST), cases[2].number]

    answer = client.post(reverse("tickets:assignments"), {"number": numbers, "to": agent.pk}, follow=True)

    assert f"Eligió {MOST + 1} casos; de una vez se asignan {MOST}." in answer.text
    assert Ticket.objects.filter(assignee=agent).count() == 2
