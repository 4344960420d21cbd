"""What of the work stands beside a case and in its timeline, and what it costs."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from acuerdo.core.tickets import Status
from acuerdo.people.access import as_actor
from acuerdo.people.models import Team
from acuerdo.tickets.actions.approve import ask, decide_approval
from acuerdo.tickets.actions.assign import assign, give_to_team
from acuerdo.tickets.actions.change_status import Waits, change_status
from acuerdo.tickets.actions.check_off import begin_checks
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.promise import promise
from acuerdo.tickets.actions.put_right import correct_state
from acuerdo.tickets.actions.tasks import add_task, finish_task
from acuerdo.tickets.models import Check, Task
from acuerdo.tickets.tests.other_manuals import govern_by
from acuerdo.tickets.tests.verbs import again, post

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(open_case):
    govern_by("sgm")
    return open_case(at=timezone.now() - timedelta(hours=2))


def page(client, case):
    return client.get(f"/console/casos/{case.number}/")


def told(response) -> str:
    return " · ".join(event.words for item in response.context["timeline"] if hasattr(item, "events") for event in item.events)


def test_checks_are_ticked_beside_the_case(signed_in, case, by):
    begin_checks(case.pk, "no-ingresa-funcionario", by=by, at=timezone.now())
    first = Check.objects.get(place=0)
    assert "Verificar usuario y contraseña" in page(signed_in, case).text

    post_to = f"/console/casos/{case.number}/verificaciones/{first.pk}/"
    assert signed_in.post(post_to, {"note": "Clave vencida"}).status_code == 303

    shown = page(signed_in, case)
    assert [row.is_due for row in shown.context["work"]["lists"][0].rows] == [False, True]
    assert "verificó «Verificar usuario y contraseña»: Clave vencida" in told(shown)


def test_a_task_is_added_done_and_opened_again(signed_in, case, agent):
    post(signed_in, "task", case, text="Llamar a Diana", to=agent.pk, due="2027-01-05T10:00")
    task = Task.objects.get()
    assert (task.assignee, task.due_at.isoformat()) == (agent, "2027-01-05T15:00:00+00:00")
    assert "Llamar a Diana" in signed_in.get("/console/tareas/").text

    signed_in.post(f"/console/casos/{case.number}/tareas/{task.pk}/")
    assert Task.objects.get().is_done
    assert "Llamar a Diana" not in signed_in.get("/console/tareas/").text

    signed_in.post(f"/console/casos/{case.number}/tareas/{task.pk}/", {"again": "1"})
    assert not Task.objects.get().is_done


def test_of_whom_it_waits_and_since_when_stands_beside_it(signed_in, case, by):
    waits = Waits(whom="ETB", expected=date(2027, 1, 5), reference="INC-77")
    change_status(case.pk, Status.WAITING_PROVIDER, waits=waits, by=by, at=timezone.now())

    shown = page(signed_in, case)

    assert "ETB" in shown.text
    assert "INC-77" in shown.text
    assert "espera a ETB" in told(shown)


def test_status_and_stage_are_chosen_in_one_dialog(signed_in, case):
    post(signed_in, "status", case, to="in_progress/desarrollo", reason="Es del informe")

    assert (again(case).status, again(case).stage) == ("in_progress", "desarrollo")


def test_a_provider_without_a_name_is_refused_and_the_form_keeps_what_was_typed(signed_in, case):
    refused = post(signed_in, "status", case, to="waiting_provider", whom="", reference="INC-77", reason="")

    assert refused.status_code == 422
    assert "INC-77" in refused.text


def test_an_approval_is_asked_and_decided_with_its_minutes(signed_in, case, agent, client, person_of):
    post(signed_in, "classification", case, **{"fact-type": "solicitud", "fact-item": "items-cita"})
    assert "Antes de solucionar falta la del comité" in page(signed_in, case).text
    assert post(signed_in, "approval", case, kind="committee", of="Comité", text="Dos ítems").status_code == 303
    client.force_login(person_of("supervisor", "Sara"))
    approval = again(case).approvals.get()

    post(client, "decision", case, approval=approval.pk, decision="approved", minutes="Acta 12")

    assert (again(case).approvals.get().minutes, again(case).status) == ("Acta 12", "in_progress")


def test_an_agent_does_not_decide_for_the_committee(signed_in, case, by):
    asked = ask(case.pk, "committee", of="Comité", text="Ítems", by=by, at=timezone.now())

    assert post(signed_in, "decision", case, approval=asked.pk, decision="approved").status_code == 422


def test_the_timeline_tells_of_work_in_sentences(signed_in, case, by, person_of):
    now, supervisor = timezone.now(), as_actor(person_of("supervisor", "Sara"))
    team = Team.objects.create(slug="mesa", name="Mesa SGM")
    give_to_team(case.pk, team, by=by, at=now)
    assign(case.pk, person_of("agent", "Beto"), note="Ya hablé con ella", by=by, at=now)
    classify(case.pk, {"priority": "planeado"}, by=by, at=now)
    promise(case.pk, "planned", date(2027, 1, 5), reason="", by=by, at=now)
    promise(case.pk, "planned", date(2027, 1, 12), reason="Ventana", by=by, at=now)
    finish_task(case.pk, add_task(case.pk, "Revisar", by=by, at=now).pk, by=by, at=now)
    asked = ask(case.pk, "committee", of="Comité", text="Ítems", by=by, at=now)
    decide_approval(asked.pk, "withdrawn", reason="No hace falta", by=supervisor, at=now)
    correct_state(case.pk, "planned", 1, "met", reason="Acordado", by=supervisor, at=now)

    words = told(page(signed_in, case))

    for sentence in (
        "lo pasó al equipo Mesa SGM",
        "lo entregó a Beto: Ya hablé con ella",
        "movió «Fecha establecida» del martes 5 de enero al martes 12 de enero: Ventana",
        "hizo la tarea «Revisar»",
        "pidió la aprobación de Comité",
        "retiró la aprobación pedida: No hace falta",
        "corrigió «Fecha establecida» de Corriendo a Cumplido: Acordado",
    ):
        assert sentence in words


def test_a_case_without_any_of_it_costs_nothing(signed_in, case, django_assert_max_num_queries):
    page(signed_in, case)
    with django_assert_max_num_queries(26):
        shown = page(signed_in, case)

    assert shown.context["work"]["lists"] == ()
