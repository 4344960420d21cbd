"""Saved answers: who has which, what stands in them, and what they do when they are sent."""

import json

import pytest
from django.urls import reverse
from django.utils import timezone

from acuerdo.automation.models import Macro
from acuerdo.people.models import Team
from acuerdo.tickets.models import Message, Ticket
from acuerdo.tickets.tests.verbs import post

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(open_case):
    return open_case("El IVR {{ caso.numero }}", at=timezone.now())


def offered(client, case) -> list[dict]:
    return json.loads(client.get(reverse("automation:offered", args=[case.number])).content)["macros"]


def test_the_text_is_filled_for_the_case_and_what_fills_it_is_not_read_again(signed_in, case, agent):
    Macro.objects.create(title="Hola", text="{{ cliente.nombre }}: {{ caso.asunto }}. {{ yo.nombre }}", visible_to="own", owner=agent)

    assert offered(signed_in, case)[0]["text"] == "Diana Lozano: El IVR {{ caso.numero }}. Marcela Ibarra"


def test_the_promise_of_the_solution_is_said_by_its_day(signed_in, case):
    Macro.objects.create(title="Plazo", text="Antes del {{ promesa.solucion }}", visible_to="desk")
    post(signed_in, "classification", case, **{"fact-priority": "alto"})

    assert " a las " in offered(signed_in, case)[0]["text"]


def test_one_has_ones_own_ones_teams_and_the_desks(signed_in, case, agent, person_of):
    team, others = (Team.objects.create(slug=slug, name=slug) for slug in ("redes", "ventas"))
    team.members.add(agent)
    Macro.objects.create(title="mía", visible_to="own", owner=agent)
    Macro.objects.create(title="de otra persona", visible_to="own", owner=person_of("agent"))
    Macro.objects.create(title="de mi equipo", visible_to="team", team=team)
    Macro.objects.create(title="de otro equipo", visible_to="team", team=others)
    Macro.objects.create(title="de la mesa", visible_to="desk")

    assert [each["title"] for each in offered(signed_in, case)] == ["de la mesa", "de mi equipo", "mía"]


def test_anothers_own_is_not_there_and_a_shared_one_is_not_changed_as_ones_own(signed_in, person_of):
    own = Macro.objects.create(title="suya", visible_to="own", owner=person_of("agent"))
    desks = Macro.objects.create(title="de la mesa", visible_to="desk")

    for macro in (own, desks):
        url = reverse("automation:mine_edit", args=[macro.pk])
        assert signed_in.get(url).status_code == 404
        assert signed_in.post(url, {"remove": "1"}).status_code == 404


def test_one_is_written_changed_and_thrown_away(signed_in, agent):
    signed_in.post(
        reverse("automation:mine_new"), {"title": "Reinicio", "text": "Reinicie, {{ cliente.nombre }}", "then": "waiting_customer"}
    )
    macro = Macro.objects.get()
    assert (macro.owner, macro.visible_to, macro.deeds) == (agent, "own", ["then=waiting_customer"])

    url = reverse("automation:mine_edit", args=[macro.pk])
    signed_in.post(url, {"title": "Reinicio", "text": "Otra", "assign": "me", "tag": "red"})
    macro.refresh_from_db()
    assert macro.deeds == ["assign=me", "tag=red"]
    signed_in.post(url, {"remove": "1"})
    assert not Macro.objects.exists()


@pytest.mark.parametrize("text", ["{{ cliente.clave }}", "{% load x %}", "{{ cliente.nombre", "{{ plazo.frase }}"])
def test_only_names_of_the_list_stand_in_it(signed_in, text):
    refused = signed_in.post(reverse("automation:mine_new"), {"title": "x", "text": text})

    assert refused.status_code == 422
    assert "no es una variable" in refused.text
    assert not Macro.objects.exists()


def test_one_that_says_and_does_nothing_is_refused(signed_in):
    assert signed_in.post(reverse("automation:mine_new"), {"title": "x", "text": " "}).status_code == 422


def test_the_desks_are_an_administrators_and_may_be_a_teams(client, person_of):
    team = Team.objects.create(slug="redes", name="Redes")
    client.force_login(person_of("admin"))

    client.post(reverse("automation:ours_new"), {"title": "Hola", "text": "Hola", "team": team.pk})
    assert Macro.objects.get().team == team
    client.post(reverse("automation:ours_edit", args=[Macro.objects.get().pk]), {"title": "Hola", "text": "Hola", "team": ""})
    assert Macro.objects.get().visible_to == "desk"
    assert "Toda la mesa" in client.get(reverse("automation:ours")).text


def test_what_it_does_is_done_when_it_is_sent(signed_in, case, person_of):
    ana = person_of("agent", "Ana Cárdenas")
    carried = ["then=waiting_customer", "fact=priority:alto", f"assign={ana.pk}", "tag=Red", "note=Mirar el nodo"]

    post(signed_in, "answers", case, text="Reinicie", then="in_progress", carried=carried)

    sent = Ticket.objects.get(pk=case.pk)
    assert (sent.status, sent.facts["priority"], sent.assignee, sent.tags) == ("waiting_customer", "alto", ana, ["red"])
    assert case.messages.filter(kind=Message.Kind.NOTE, text="Mirar el nodo").exists()


@pytest.mark.parametrize("deed", ["assign=999999", "assign=x", "fact=priority:nada", "fact=plan:oro", "close=now", ""])
def test_what_cannot_be_done_keeps_the_answer_from_going_and_comes_back_as_a_chip(signed_in, case, deed):
    refused = post(signed_in, "answers", case, text="Reinicie", carried=["tag=red", deed])

    assert refused.status_code == 422
    assert "Reinicie</textarea>" in refused.text
    assert 'name="carried" value="tag=red"' in refused.text
    assert not case.messages.filter(kind=Message.Kind.ANSWER).exists()
    assert Ticket.objects.get(pk=case.pk).tags == []
