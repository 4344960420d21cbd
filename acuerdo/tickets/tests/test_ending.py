"""From the solution to the end, by the five manuals (issue 4, point 4)."""

from datetime import timedelta

import pytest

from acuerdo.customers.queries import match_sender
from acuerdo.events.events import Actor
from acuerdo.events.models import Event
from acuerdo.tickets.actions.decide import approve, reject
from acuerdo.tickets.actions.hear import hear
from acuerdo.tickets.actions.objection import CannotObject, ObjectionSettled, answer_objection, object_to
from acuerdo.tickets.actions.open import Report
from acuerdo.tickets.actions.raise_level import ReasonMissing
from acuerdo.tickets.actions.solve import EvidenceMissing, solve
from acuerdo.tickets.actions.sound_alarm import sound_alarms
from acuerdo.tickets.models import Task, Ticket
from acuerdo.tickets.reactions import mail_solution
from acuerdo.tickets.tests.desks import Story, solution_of
from acuerdo.tickets.tests.reacting import react_all

HOUR = timedelta(hours=1)


def write(story, ticket, at, text="¿Y el otro ramal?"):
    by = Actor("contact", story.contact.pk, story.contact.name)
    report = Report(subject=ticket.subject, text=text, channel="email")
    return hear(ticket.pk, report, contact=story.contact, match=match_sender(story.contact.email, at.date()), by=by, at=at)


def test_sop_refuses_a_solution_without_actions_and_without_logs_or_pictures(desk, now):
    story = Story("soporte")
    case = story.case(now)

    with pytest.raises(EvidenceMissing) as refusal:
        solve(case.pk, "Listo", by=story.by, at=now + HOUR)

    assert refusal.value.facts["missing"] == ["Acciones realizadas, con la fecha de cada una", "Evidencias: logs o capturas de pantalla"]
    story.solved(case, now + HOUR)
    assert Ticket.objects.get(pk=case.pk).status == "resolved"


def test_sgm_tells_a_solution_by_mail_and_leaves_a_task_to_call_once(sgm, now):
    case = sgm.case(now)
    sgm.solved(case, now + HOUR)
    for event in Event.objects.filter(kind="ticket.resolved"):
        mail_solution(event)

    assert [task.text for task in Task.objects.filter(ticket=case)] == [
        "Llamar a Diana Lozano: la solución está lista; pida que la apruebe o diga qué falta."
    ]
    assert len([mail for mail in sgm.mails() if mail.key.startswith("solution")]) == 1


def test_only_sgm_asks_for_the_call(desk, now):
    story = Story("digitalware")
    case = story.case(now)
    story.solved(case, now + HOUR)

    assert not Task.objects.filter(ticket=case).exists()


#: When silence closes, by the manual: DIG 5 business days (DIG-057), SGM 72 hours (SGM-035), the others never.
SILENCE = {"digitalware": timedelta(days=7), "sgm": timedelta(hours=72), "proware": None, "soporte": None, "interwapp": None}


@pytest.mark.parametrize("manual", SILENCE)
def test_silence_closes_by_the_manuals_window_was_announced_first_and_can_be_proved(desk, now, manual):
    story = Story(manual)
    case = story.case(now)
    announced = story.agreement.closure.silence_sentence
    assert bool(announced) == bool(SILENCE[manual])
    assert announced in story.last().text
    story.solved(case, now + HOUR)

    sound_alarms(at=now + timedelta(days=60), most=10)
    react_all()

    case.refresh_from_db()
    if SILENCE[manual] is None:
        assert case.status == "resolved"
        return
    assert (case.status, case.closed_as) == ("closed", "silence")
    proof = [event.kind for event in Event.objects.filter(subject_kind="ticket", subject_id=case.pk).order_by("position")]
    assert proof.index("ticket.resolved") < proof.index("ticket.closed")
    assert story.agreement.closure.silence_counts_as in story.last().text


@pytest.mark.parametrize("manual", [name for name, window in SILENCE.items() if window])
def test_any_message_of_the_customer_stops_silence_whenever_it_comes(desk, now, manual):
    story = Story(manual)
    case = story.case(now)
    story.solved(case, now + HOUR)
    write(story, case, now + 2 * HOUR)

    sound_alarms(at=now + timedelta(days=60), most=10)

    case.refresh_from_db()
    assert (case.status, case.wrote_after_at is not None) == ("resolved", True)


def test_a_rejection_needs_a_reason_and_gives_new_windows_with_the_next_solution(sgm, now):  # SGM-017, SGM-033
    case = sgm.case(now)
    sgm.solved(case, now + HOUR)
    by = Actor("contact", sgm.contact.pk, sgm.contact.name)
    with pytest.raises(ReasonMissing):
        reject(case.pk, solution_of(case).pk, " ", contact=sgm.contact, by=by, at=now + 2 * HOUR)
    reject(case.pk, solution_of(case).pk, "Sigue igual", contact=sgm.contact, by=by, at=now + 2 * HOUR)
    sgm.solved(case, now + 3 * HOUR)

    windows = list(case.clocks.filter(clock="auto_close").order_by("cycle").values_list("cycle", "state"))
    assert windows == [(1, "answered"), (2, "running")]


@pytest.mark.parametrize("manual", SILENCE)
def test_after_the_end_a_message_opens_a_linked_case_where_the_manual_never_reopens(desk, now, manual):
    story = Story(manual)
    case = story.case(now)
    story.solved(case, now + HOUR)
    approve(case.pk, solution_of(case).pk, by=Actor("contact", story.contact.pk, "Diana"), at=now + 2 * HOUR)

    follow_up = write(story, case, now + timedelta(days=90))

    assert (follow_up.follows_id, follow_up.number != case.number) == (case.pk, True)


def test_an_objection_is_told_answered_and_both_stay(sgm, now):
    case = sgm.case(now)
    by = Actor("contact", sgm.contact.pk, sgm.contact.name)
    with pytest.raises(CannotObject):
        object_to(case.pk, "closing", "No", contact=sgm.contact, by=by, at=now + HOUR)
    sgm.solved(case, now + HOUR)
    sound_alarms(at=now + timedelta(days=4), most=10)
    objection = object_to(case.pk, "closing", "Estábamos probando", contact=sgm.contact, by=by, at=now + timedelta(days=5))
    react_all()
    assert "Estábamos probando" in sgm.last(sgm.agent.email).text

    answer_objection(objection.pk, "Abrimos otro caso.", upheld=True, by=sgm.by, at=now + timedelta(days=6))
    react_all()

    assert "Se acepta: usted tiene razón" in sgm.last().text
    assert "Abrimos otro caso." in sgm.last().text
    with pytest.raises(ObjectionSettled):
        answer_objection(objection.pk, "Otra", upheld=False, by=sgm.by, at=now + timedelta(days=7))
