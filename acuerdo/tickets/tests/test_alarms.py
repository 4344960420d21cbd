from datetime import timedelta

import pytest

from acuerdo.customers.models import Contact
from acuerdo.customers.queries import match_sender
from acuerdo.desks.queries import in_desk
from acuerdo.events.events import Actor
from acuerdo.events.models import Event, Reaction
from acuerdo.events.queries import broken, log_of
from acuerdo.people.access import as_actor
from acuerdo.people.models import Person
from acuerdo.tickets.actions.close import cancel
from acuerdo.tickets.actions.open import Report
from acuerdo.tickets.actions.open import open_case as open_
from acuerdo.tickets.actions.solve import solve
from acuerdo.tickets.actions.sound_alarm import sound_alarms
from acuerdo.tickets.models import Clock, Ticket
from acuerdo.tickets.queries import agreement_for, folded

MOST = 100


@pytest.fixture
def where_silence_closes(other_desk, now):
    """Inside the desk whose manual takes silence for approval (DIG-056): its agent, and a factory of cases."""
    with in_desk(other_desk.schema_name):
        luis = Contact.objects.create(name="Luis Mora", email="luis@cliente.example")

        def reported(subject):
            match, by = match_sender(luis.email, now.date()), Actor("contact", luis.pk, luis.name)
            return open_(Report(subject=subject, text="Desde ayer", channel="email"), contact=luis, match=match, by=by, at=now)

        yield Person.objects.create_user("ana@desk.example", name="Ana", role="agent"), reported


def warned(case):
    return [(event.facts["clock"], event.facts["share"]) for event in Event.objects.filter(kind="ticket.clock_warned", subject_id=case.pk)]


def test_a_broken_promise_is_told_once(open_case, now):
    case = open_case()
    late = now + timedelta(days=30)

    assert (sound_alarms(at=late, most=MOST), sound_alarms(at=late, most=MOST)) == (1, 0)

    assert warned(case) == [("first_response", "1"), ("resolution", "1")]
    assert Reaction.objects.filter(event__kind="ticket.clock_warned").count() == 4
    assert not Clock.objects.filter(alarm_at__isnull=False).exists()


def test_cases_that_share_a_transaction_have_each_their_own_consequences(where_silence_closes, now):
    agent, reported = where_silence_closes
    late, waiting, solved, withdrawn = now + timedelta(days=30), reported("Espera"), reported("Solucionado"), reported("Retirado")
    evidence = {item.id: "Sí" for item in agreement_for(solved).closure.evidence.values()}
    solve(solved.pk, "Listo.", by=as_actor(agent), at=now + timedelta(hours=1), evidence=evidence)
    cancel(withdrawn.pk, reason="Duplicado", by=as_actor(agent), at=now + timedelta(hours=1))

    sound_alarms(at=late, most=MOST)

    assert Ticket.objects.get(pk=solved.pk).closed_as == "silence"
    assert (len(warned(waiting)) > 0, warned(solved), warned(withdrawn)) == (True, [], [])
    for case in (waiting, solved, withdrawn):
        kept = {(row.clock, row.cycle, row.state, row.due_at) for row in Clock.objects.filter(ticket=case)}
        assert kept == {(one.id, one.cycle, str(one.state), one.due_at) for one in folded(Ticket.objects.get(pk=case.pk), late)}
        assert list(broken(log_of("ticket", case.pk))) == []


def test_the_statements_for_many_cases_are_those_for_one(open_case, now, django_assert_num_queries):
    for n in range(5):
        open_case(subject=f"Caso {n}")

    # Which are due; a savepoint; cases, clocks, logs; events with reactions, who watches, jobs; clocks; the savepoint.
    with django_assert_num_queries(10):
        assert sound_alarms(at=now + timedelta(days=30), most=MOST) == 5
