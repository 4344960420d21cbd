"""The same thing done several times at the same moment, over connections of their own, is done once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django import app

from acuerdo.core.errors import Refusal
from acuerdo.customers.models import Contact
from acuerdo.customers.queries import match_sender
from acuerdo.desks.queries import in_desk
from acuerdo.events.events import Actor
from acuerdo.events.jobs import react
from acuerdo.events.models import Event, Reaction
from acuerdo.events.queries import broken, log_of
from acuerdo.notifications.models import Outgoing
from acuerdo.people.access import as_actor
from acuerdo.people.models import Person
from acuerdo.tickets.actions.decide import AlreadyDecided, approve, reject
from acuerdo.tickets.actions.note import note
from acuerdo.tickets.actions.open import Report, open_case
from acuerdo.tickets.actions.solve import solve
from acuerdo.tickets.models import Message, Ticket
from acuerdo.tickets.queries import agreement_for

DESK, MANY = "proware_test", 6


@pytest.fixture
def there(django_db_setup, django_db_blocker):
    """A person and a contact, committed; all that a test left is taken away."""
    with django_db_blocker.unblock():
        with in_desk(DESK):
            person = Person.objects.create_user("ana@once.example", name="Ana", role="agent")
            contact = Contact.objects.create(name="Luis", email="luis@once.example")
        yield person, contact
        with in_desk(DESK), connection.cursor() as cursor:
            cursor.execute(
                "TRUNCATE mail_rawmail, tickets_ticket, notifications_outgoing, notifications_notice, events_reaction, events_eventdetail CASCADE"
            )
            cursor.execute("DELETE FROM events_event WHERE subject_kind = 'ticket'")
            cursor.execute("UPDATE tickets_counter SET last = 0")
            contact.delete()
            person.delete()
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_jobs")
        connection.close()


def reported(contact) -> Ticket:
    now = timezone.now()
    report = Report(subject="No abre", text="Desde ayer", channel="email")
    return open_case(
        report, contact=contact, match=match_sender(contact.email, now.date()), by=Actor("contact", contact.pk, contact.name), at=now
    )


def at_once(*acts) -> list[object]:
    """What each gave, or why it was refused; they begin together."""
    ready = Barrier(len(acts))

    def one(act) -> object:
        try:
            with in_desk(DESK):
                ready.wait()
                return act()
        except Refusal as reason:
            return reason
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(one, acts))


def test_one_reaction_of_many_jobs_sends_one_mail(there):
    with in_desk(DESK):
        case = reported(there[1])
        event = Event.objects.get(subject_id=case.pk, kind="ticket.opened")
        body = app.tasks[react.name].func.__wrapped__
        at_once(*[lambda: body(event_id=event.pk, name="tickets.acknowledge")] * MANY)

        assert Outgoing.objects.filter(subject_id=case.pk).count() == 1
        assert Reaction.objects.get(event=event, name="tickets.acknowledge").done_at


def test_of_many_clicks_on_a_solution_one_decides(there):
    agent, contact = there
    by = Actor("contact", contact.pk, contact.name)
    with in_desk(DESK):
        case = reported(contact)
        evidence = {item.id: "Probado" for item in agreement_for(case).closure.evidence.values()}
        solution = solve(case.pk, "Reinicie", by=as_actor(agent), at=timezone.now(), evidence=evidence)

        def yes():
            return approve(case.pk, solution.pk, by=by, at=timezone.now())

        def no():
            return reject(case.pk, solution.pk, "No abre", contact=contact, by=by, at=timezone.now())

        became = at_once(*[yes, no] * (MANY // 2))

        assert sum(isinstance(each, AlreadyDecided) for each in became) == MANY - 1
        assert Event.objects.filter(subject_id=case.pk, kind__in=["ticket.closed", "ticket.reopened"]).count() == 1


def test_who_writes_in_one_case_at_once_makes_one_chain(there):
    agent, contact = there
    with in_desk(DESK):
        case = reported(contact)
        at_once(*[lambda: note(case.pk, "Otra nota", by=as_actor(agent), at=timezone.now())] * MANY)

        events = log_of("ticket", case.pk)
        assert Message.objects.filter(ticket=case, kind="note").count() == MANY
        assert [event.position for event in events] == list(range(1, len(events) + 1))
        assert [event.at for event in events] == sorted(event.at for event in events)
        assert not list(broken(events))


def test_cases_opened_at_once_have_numbers_of_their_own_and_none_is_left_out(there):
    with in_desk(DESK):
        opened = at_once(*[lambda: reported(there[1])] * MANY)

        assert sorted(case.number for case in opened) == list(range(1, MANY + 1))
