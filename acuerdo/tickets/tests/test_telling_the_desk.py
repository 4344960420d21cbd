"""What the desk's people are told, and when a clock raises a case by itself."""

from datetime import UTC, date, datetime, timedelta

import pytest

from acuerdo.customers.models import Contact, Contract, Organisation
from acuerdo.customers.queries import match_sender
from acuerdo.desks.queries import in_desk
from acuerdo.events.events import Actor
from acuerdo.events.models import Event
from acuerdo.notifications.models import Notice, Outgoing
from acuerdo.people.access import as_actor
from acuerdo.people.models import Person
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.actions.decide import reject
from acuerdo.tickets.actions.hear import hear
from acuerdo.tickets.actions.open import Report, open_case
from acuerdo.tickets.actions.raise_level import raise_level
from acuerdo.tickets.actions.solve import solve
from acuerdo.tickets.actions.sound_alarm import sound_alarms
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.reactions import escalate, tell_of_clock
from acuerdo.tickets.tests.reacting import react_all

MONDAY = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)


def told(person, kind=""):
    notices = Notice.objects.filter(person=person).order_by("pk")
    return [notice.text for notice in (notices.filter(kind=kind) if kind else notices)]


def test_a_case_given_by_another_is_told_and_one_taken_by_oneself_is_not(open_case, agent, person_of, now):
    boss, ticket = person_of("supervisor"), open_case()
    assign(ticket.pk, agent, by=as_actor(boss), at=now)
    other = open_case("Otro")
    assign(other.pk, agent, by=as_actor(agent), at=now)

    react_all()

    assert told(agent, "assigned") == [f"El caso #{ticket.number} es suyo: El IVR no transfiere"]
    assert Outgoing.objects.get(to=agent.email).subject == f"[#{ticket.number}] Le asignaron este caso"


def test_each_is_told_in_the_language_they_chose(open_case, agent, person_of, now):
    agent.language = "en"
    agent.save(update_fields=["language"])
    ticket = open_case()

    assign(ticket.pk, agent, by=as_actor(person_of("supervisor")), at=now)
    react_all()

    assert told(agent, "assigned") == [f"Case #{ticket.number} is yours: El IVR no transfiere"]
    assert Outgoing.objects.get(to=agent.email).subject == f"[#{ticket.number}] This case was assigned to you"


def test_a_doubt_about_the_contract_is_told_to_who_watches_over_the_desk(open_case, person_of, desk):
    boss = person_of("supervisor")
    ticket = open_case(contact=Contact.objects.create(name="Ana", email="ana@gmail.com"))

    react_all()

    assert told(boss, "doubt") == [f"El caso #{ticket.number} llegó de ana@gmail.com y no sabemos de qué cliente es. Búsquelo y asígnelo."]


def test_whoever_has_the_case_is_told_that_its_customer_wrote(open_case, agent, diana, now):
    ticket = open_case()
    assign(ticket.pk, agent, by=as_actor(agent), at=now)
    report = Report(subject="Re", text="Ahora tampoco\ngraba.", channel="email")
    hear(ticket.pk, report, contact=diana, match=match_sender(diana.email, now.date()), by=Actor("contact"), at=now)

    react_all()

    assert told(agent, "wrote") == [f"Diana Lozano escribió en el caso #{ticket.number}: Ahora tampoco graba."]


def test_a_rejection_is_told_with_its_reason(open_case, agent, diana, now):
    ticket = open_case()
    solution = solve(ticket.pk, "Reiniciamos.", by=as_actor(agent), at=now, evidence={"solucion": "reinicio"})
    reject(ticket.pk, solution.pk, "Sigue igual.", contact=diana, by=Actor("contact"), at=now + timedelta(minutes=1))

    react_all()

    assert told(agent, "reopened") == [f"Diana Lozano no aceptó la solución del caso #{ticket.number}: Sigue igual."]


def test_a_raised_case_is_told_to_its_new_level_and_to_whom_the_manual_names(open_case, agent, person_of, now):
    second = person_of("agent", "Especialista", level="segundo-nivel")
    chief = person_of("manager", "Jefa", title="jefe-postventa")
    ticket = open_case()
    raise_level(ticket.pk, "segundo-nivel", reason="Lo pide el cliente", by=as_actor(agent), at=now)

    react_all()

    said = [f"Marcela Ibarra subió el caso #{ticket.number} a «Segundo nivel»: Lo pide el cliente"]
    assert told(second, "level") == said
    assert told(chief, "level") == said, "PRO-057: on a plan with escalation"


@pytest.fixture
def at_digitalware(other_desk):
    """A case of Digital Ware of Monday 9:00 with eight business hours, its agent, coordinator and director."""
    with in_desk(other_desk.schema_name):
        people = {
            title: Person.objects.create_user(f"{title}@other.localhost", name=title, role=role, title=title)
            for title, role in (("met", "agent"), ("coordinador-met", "supervisor"), ("director-experiencia", "manager"))
        }
        clinic = Organisation.objects.create(name="Clínica")
        Contract.objects.create(organisation=clinic, plan="saas", starts_on=date(2026, 1, 1))
        laura = Contact.objects.create(organisation=clinic, name="Laura", email="laura@clinica.example")
        report = Report(subject="Copago", text="…", channel="email", proposed={"impact": "alta", "urgency": "alta"})
        ticket = open_case(report, contact=laura, match=match_sender(laura.email, MONDAY.date()), by=Actor("contact"), at=MONDAY)
        assign(ticket.pk, people["met"], by=as_actor(people["met"]), at=MONDAY)
        react_all()
        yield ticket, people


def test_a_promise_warns_those_whom_the_manual_names_at_each_share(at_digitalware):
    ticket, people = at_digitalware
    sound_alarms(at=MONDAY + timedelta(hours=4), most=10)
    react_all()

    half = f"Ya pasó el 50 % de «Tiempo de atención» del caso #{ticket.number}: vence el lunes 23 de noviembre, 17:00. Copago"
    assert told(people["met"], "clock") == [half]
    assert told(people["coordinador-met"], "clock") == []

    sound_alarms(at=MONDAY + timedelta(hours=6, minutes=24), most=10)
    react_all()

    assert told(people["met"], "clock")[1].startswith("Ya pasó el 80 %")
    assert len(told(people["coordinador-met"], "clock")) == 1
    assert told(people["director-experiencia"], "clock") == []


def test_a_broken_promise_is_told_to_all_of_them_and_raises_the_case_once(at_digitalware):
    ticket, people = at_digitalware
    sound_alarms(at=MONDAY + timedelta(hours=8, seconds=1), most=10)
    react_all()

    for person in people.values():
        assert told(person, "clock") == [
            f"Se venció «Tiempo de atención» del caso #{ticket.number}: era para el lunes 23 de noviembre, 17:00. Copago"
        ]
    raised = Event.objects.get(kind="ticket.level_raised", subject_id=ticket.pk)
    assert (Ticket.objects.get(pk=ticket.pk).level, raised.actor_kind, raised.facts["cause"]) == ("n2", "system", "clock")

    warned = Event.objects.filter(kind="ticket.clock_warned", subject_id=ticket.pk).last()
    escalate(warned)
    tell_of_clock(warned)
    assert Event.objects.filter(kind="ticket.level_raised").count() == 1
    assert len(told(people["met"], "clock")) == 1
