"""The same done to several cases: shown before, done once, each for itself."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from acuerdo.events.models import Event
from acuerdo.tickets.actions.close import cancel
from acuerdo.tickets.actions.link import set_parent
from acuerdo.tickets.actions.solve import solve
from acuerdo.tickets.models import Message, Ticket
from acuerdo.tickets.tests.bulk import URL, send
from acuerdo.tickets.tests.other_manuals import govern_by
from acuerdo.tickets.tests.verbs import again

pytestmark = pytest.mark.django_db


def test_first_it_is_asked_what_to_do(signed_in, cases):
    page = signed_in.post(URL, {"number": [case.number for case in cases]}, follow=True)

    assert [name for name, _label in page.context["deeds"]] == ["assign", "status", "classify", "tag", "parent", "close"]


def test_the_preview_says_what_changes_and_what_does_not_and_why_and_changes_nothing(signed_in, cases, by):
    cancel(cases[0].pk, reason="Repetido", by=by, at=timezone.now() - timedelta(hours=1))
    before = Event.objects.count()

    page = send(signed_in, cases, "status", to="waiting_customer", reason="Faltan datos")

    assert [each.changes for each in page.context["lines"]] == [False, True, True]
    assert "El caso está en un estado desde el que no se puede hacer eso" in page.text
    assert Event.objects.count() == before
    assert again(cases[1]).status == "new"


def test_confirmed_it_is_done_to_each_that_can_and_the_result_says_so(signed_in, cases, by):
    cancel(cases[0].pk, reason="Repetido", by=by, at=timezone.now() - timedelta(hours=1))

    answer = send(signed_in, cases, "status", to="waiting_customer", reason="", confirmed="1", key="abc")
    page = signed_in.get(answer["Location"])

    assert answer.status_code == 303
    assert "Se hizo en 2 casos" in page.text
    assert [again(case).status for case in cases] == ["cancelled", "waiting_customer", "waiting_customer"]


def test_the_same_confirmation_twice_is_done_once(signed_in, cases):
    for to in ("waiting_customer", "in_progress"):
        send(signed_in, cases, "status", to=to, reason="", confirmed="1", key="abc")

    assert again(cases[0]).status == "waiting_customer"


def test_what_is_so_already_is_said_to_be(signed_in, cases):
    send(signed_in, cases, "classify", fact="priority=alto", reason="", confirmed="1", key="1")

    page = send(signed_in, cases, "classify", fact="priority=alto", reason="")

    assert {each.words for each in page.context["lines"]} == {"Ya está así."}
    assert "confirmed" not in page.text


def test_a_fact_is_decided_a_case_is_closed_and_one_gets_a_parent(signed_in, cases):
    send(signed_in, cases[:1], "classify", fact="priority=alto", reason="", confirmed="1", key="1")
    send(signed_in, cases[1:2], "close", closed_as="anular", reason="Correo no deseado", confirmed="1", key="2")
    send(signed_in, cases[2:], "parent", other=str(cases[0].number), confirmed="1", key="3")

    assert again(cases[0]).facts["priority"] == "alto"
    assert again(cases[1]).status == "cancelled"
    assert again(cases[2]).parent == cases[0]


def test_what_is_missing_is_asked_for_again(signed_in, cases):
    assert send(signed_in, cases, "close", closed_as="anular", reason="").status_code == 422
    assert send(signed_in, cases, "status", to="closed").status_code == 422


def test_the_result_of_another_person_is_not_shown(client, signed_in, cases, person_of):
    where = send(signed_in, cases, "assign", to="", confirmed="1", key="abc")["Location"]
    client.force_login(person_of("agent"))

    assert "Ese resultado ya no se conserva" in client.get(where).text


def test_children_are_answered_with_their_parent_each_in_its_own_thread(signed_in, cases, by):
    for child in cases[1:]:
        set_parent(child.pk, cases[0].pk, by=by, at=timezone.now() - timedelta(hours=1))
    cancel(cases[2].pk, reason="Repetido", by=by, at=timezone.now() - timedelta(minutes=50))
    url = reverse("tickets:children", args=[cases[0].number])
    said = {"kind": "answer", "text": "El proveedor ya trabaja en ello", "then": "in_progress", "parent_too": "1"}

    preview = signed_in.post(url, said)
    assert [each.number for each in preview.context["lines"]] == [cases[0].number, cases[1].number]
    assert not Message.objects.filter(kind=Message.Kind.ANSWER).exists()
    signed_in.post(url, {**said, "confirmed": "1", "key": "abc"})

    assert set(Message.objects.filter(kind=Message.Kind.ANSWER).values_list("ticket", flat=True)) == {cases[0].pk, cases[1].pk}


def test_a_child_whose_evidence_is_missing_says_so_and_keeps_no_other_from_its_solution(signed_in, cases, by):
    set_parent(cases[1].pk, cases[0].pk, by=by, at=timezone.now() - timedelta(hours=1))
    url = reverse("tickets:children", args=[cases[0].number])

    page = signed_in.post(url, {"kind": "solution", "text": "Listo", "parent_too": "1"})
    assert {each.changes for each in page.context["lines"]} == {False}
    assert "El manual pide evidencia" in page.text

    signed_in.post(url, {"kind": "solution", "text": "Listo", "evidence-solucion": "Sí", "confirmed": "1", "key": "abc"})
    assert [Ticket.objects.get(pk=case.pk).status for case in cases[:2]] == ["new", "resolved"]


def test_the_preview_says_what_a_change_brings_with_it(signed_in, cases, by):
    solve(cases[0].pk, "Listo", evidence={"solucion": "Sí"}, by=by, at=timezone.now() - timedelta(hours=1))

    page = send(signed_in, cases[:2], "status", to="waiting_customer", reason="")

    words = [each.words for each in page.context["lines"]]
    assert words[0].startswith("Se reabre: la solución entregada deja de valer, pasa a «")
    assert words[1].startswith("Pasa a «")


def test_planned_work_is_asked_its_day_once_for_all(signed_in, cases):
    govern_by("digitalware")
    assert "Falta el día, o ya pasó" in send(signed_in, cases, "status", to="scheduled").text
    assert send(signed_in, cases, "status", to="scheduled", planned="2020-01-01T08:00").status_code == 422
    day = (timezone.now() + timedelta(days=3)).strftime("%Y-%m-%dT08:00")

    send(signed_in, cases, "status", to="scheduled", planned=day, confirmed="1", key="abc")

    assert {again(case).status for case in cases} == {"scheduled"}
    assert again(cases[0]).scheduled_for.astimezone(ZoneInfo("America/Bogota")).strftime("%Y-%m-%dT%H:%M") == day


def test_whom_they_wait_for_is_asked_once_and_stands_on_each(signed_in, cases):
    govern_by("sgm")
    assert "Falta a quién se espera" in send(signed_in, cases, "status", to="waiting_provider", reason="Se cayó").text

    send(signed_in, cases, "status", to="waiting_provider", whom="El operador", reason="", confirmed="1", key="abc")

    assert {again(case).waits["for"] for case in cases} == {"El operador"}


def test_a_step_can_be_loaded_again_and_says_then_what_would_become_of_each_now(signed_in, cases, by):
    asked = signed_in.post(f"{URL}?estado=abiertos", {"number": [case.number for case in cases]})
    assert asked.status_code == 303
    what = signed_in.get(asked["Location"])
    assert [case.number for case in what.context["tickets"]] == [case.number for case in cases]
    step = {"number": [case.number for case in cases], "action": "status", "ready": "1", "to": "waiting_customer", "reason": ""}
    shown = signed_in.post(asked["Location"], step, follow=True)
    (where, _status) = shown.redirect_chain[0]
    assert [each.changes for each in signed_in.get(where).context["lines"]] == [True, True, True]
    assert shown.context["back"] == "/console/?estado=abiertos", "the step is no part of the view one came from"

    cancel(cases[0].pk, reason="Repetido", by=by, at=timezone.now() - timedelta(minutes=5))

    assert [each.changes for each in signed_in.get(where).context["lines"]] == [False, True, True]
    assert {again(case).status for case in cases[1:]} == {"new"}


def test_a_step_is_ones_own_and_one_that_is_not_kept_leads_back_to_the_queue(client, signed_in, cases, person_of):
    where = signed_in.post(URL, {"number": [cases[0].number]})["Location"]
    assert signed_in.get(where).status_code == 200
    client.force_login(person_of("agent"))
    for address in (where, URL, f"{URL}?paso=x"):
        left = client.get(address, follow=True)
        assert left.redirect_chain == [("/console/", 302)]
        assert "Ese paso ya no se conserva" in left.text
