"""Those who act on one case at once: whoever waited for it comes second, whatever their clock had said before."""

from datetime import timedelta

import pytest

from acuerdo.customers.models import Contact
from acuerdo.customers.queries import match_sender
from acuerdo.desks.queries import in_desk
from acuerdo.events.events import Actor
from acuerdo.events.models import Event
from acuerdo.events.queries import broken, log_of
from acuerdo.people.access import as_actor
from acuerdo.people.models import Person
from acuerdo.tickets.actions import sound_alarm
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.decide import AlreadyDecided, approve
from acuerdo.tickets.actions.hear import hear
from acuerdo.tickets.actions.note import note
from acuerdo.tickets.actions.open import Report
from acuerdo.tickets.actions.open import open_case as open_
from acuerdo.tickets.actions.solve import solve
from acuerdo.tickets.actions.sound_alarm import sound_alarms
from acuerdo.tickets.models import Clock, Message, Ticket
from acuerdo.tickets.queries import agreement_for

pytestmark = pytest.mark.django_db
MOMENT = timedelta(seconds=2)


def write(case, diana, at) -> Ticket:
    """Diana's mail, whose door looked at its clock at `at`."""
    report = Report(subject="Re", text="Otra cosa", channel="email")
    by = Actor("contact", diana.person_id, diana.name)
    return hear(case.pk, report, contact=diana, match=match_sender(diana.email, at.date()), by=by, at=at)


def first_alarm(case) -> Clock:
    return Clock.objects.filter(ticket=case, alarm_at__isnull=False).order_by("alarm_at").first()


def solved(case, text, agent, at) -> Message:
    """A solution with all that the manual wants to see."""
    evidence = {item.id: "Probado" for item in agreement_for(case).closure.evidence.values()}
    return solve(case.pk, text, by=as_actor(agent), at=at, evidence=evidence)


@pytest.fixture
def where_silence_closes(other_desk):
    """Inside the desk whose manual takes silence for approval, with a person of its own and a contact."""
    with in_desk(other_desk.schema_name):
        agent = Person.objects.create_user("ana@desk.example", name="Ana", role="agent")
        yield agent, Contact.objects.create(name="Luis Mora", email="luis@cliente.example")


def reported(contact, at) -> Ticket:
    report = Report(subject="No abre", text="Desde ayer", channel="email")
    return open_(
        report, contact=contact, match=match_sender(contact.email, at.date()), by=Actor("contact", contact.pk, contact.name), at=at
    )


def in_order(case) -> bool:
    events = log_of("ticket", case.pk)
    return [event.at for event in events] == sorted(event.at for event in events) and not list(broken(events))


def test_a_mail_that_waited_while_an_answer_was_given_follows_it(open_case, diana, agent, now):
    case = open_case(at=now)
    answer(case.pk, "Ya lo miramos", by=as_actor(agent), at=now + timedelta(minutes=5))

    write(case, diana, now + timedelta(minutes=5) - MOMENT)

    assert in_order(case)
    assert log_of("ticket", case.pk)[-1].kind == "ticket.customer_wrote"


def test_an_answer_that_waited_while_a_mail_came_in_follows_it(open_case, diana, agent, now):
    case = open_case(at=now)
    write(case, diana, now + timedelta(minutes=5))

    answer(case.pk, "Ya lo miramos", by=as_actor(agent), at=now + timedelta(minutes=5) - MOMENT)
    note(case.pk, "Llamó también", by=as_actor(agent), at=now)

    assert in_order(case)


def test_what_was_done_while_the_alarms_job_was_under_way_counts(open_case, agent, now):
    case = open_case(at=now)
    due = first_alarm(case).alarm_at
    answer(case.pk, "Ya lo miramos", by=as_actor(agent), at=due + MOMENT)
    before = list(Clock.objects.filter(ticket=case).order_by("pk").values())

    Clock.objects.filter(ticket=case).update(alarm_at=due)
    sound_alarms(at=due, most=200)

    after = list(Clock.objects.filter(ticket=case).order_by("pk").values())
    assert [(c["clock"], c["state"], c["stopped_at"]) for c in after] == [(c["clock"], c["state"], c["stopped_at"]) for c in before]
    assert in_order(case)


def days_of_silence(now) -> None:
    """Twenty days in which nothing but the alarms' job happens."""
    for day in range(1, 21):
        sound_alarms(at=now + timedelta(days=day), most=200)


@pytest.mark.parametrize("early", [timedelta(0), MOMENT])
def test_silence_closes_nothing_over_a_mail_that_waited_for_the_solution(where_silence_closes, now, early):
    agent, luis = where_silence_closes
    case = reported(luis, now)
    solved(case, "Reinicie", agent, now + timedelta(hours=1))
    write(case, luis, now + timedelta(hours=1) - early)

    days_of_silence(now)

    there = Ticket.objects.get(pk=case.pk)
    assert (there.status, there.wrote_after_at) == ("resolved", now + timedelta(hours=1))


def test_silence_closes_what_nobody_wrote_about_and_a_mail_of_the_same_moment_is_heard(where_silence_closes, now):
    agent, luis = where_silence_closes
    case = reported(luis, now)
    solved(case, "Reinicie", agent, now + timedelta(hours=1))
    days_of_silence(now)
    closed = Ticket.objects.get(pk=case.pk)
    assert (closed.status, closed.closed_as) == ("closed", "silence")

    there = write(case, luis, closed.closed_at - MOMENT)

    assert Message.objects.filter(ticket=there, text="Otra cosa").exists()
    assert there.is_open
    assert in_order(case)


def test_a_link_of_an_earlier_solution_decides_nothing_about_a_later_one(open_case, agent, diana, now):
    case = open_case(at=now)
    first = solved(case, "Reinicie", agent, now + timedelta(hours=1))
    second = solved(case, "Reinstale", agent, now + timedelta(hours=2))
    by = Actor("contact", diana.pk, diana.name)

    with pytest.raises(AlreadyDecided):
        approve(case.pk, first.pk, by=by, at=now + timedelta(hours=3))
    approve(case.pk, second.pk, by=by, at=now + timedelta(hours=3))
    with pytest.raises(AlreadyDecided):
        approve(case.pk, second.pk, by=by, at=now + timedelta(hours=3))


def test_a_case_whose_log_cannot_be_read_keeps_no_other_alarm_waiting(open_case, agent, now):
    broken_case, case = open_case("Dañado", at=now), open_case("Sano", at=now)
    last = log_of("ticket", broken_case.pk)[-1]
    last.pk, last.position, last.kind, last.at = None, last.position + 1, "ticket.opened", now + MOMENT
    last.save(force_insert=True)
    at = max(first_alarm(case).alarm_at, first_alarm(broken_case).alarm_at) + MOMENT

    sound_alarms(at=at, most=200)
    sound_alarms(at=at, most=200)

    assert Event.objects.filter(subject_id=case.pk, kind="ticket.clock_warned").count() == 1
    assert not Event.objects.filter(subject_id=broken_case.pk, kind="ticket.clock_warned").exists()
    assert first_alarm(broken_case).alarm_at == at + sound_alarm.PUT_OFF
