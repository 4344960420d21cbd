"""Soporte's manual fixes no times: nothing is invented; and it names whom to tell of what affects critical services."""

from datetime import UTC, datetime

import pytest

from acuerdo.customers.models import Contact, Contract, Organisation
from acuerdo.customers.queries import match_sender
from acuerdo.desks.queries import in_desk
from acuerdo.events.events import Actor
from acuerdo.notifications.models import Notice, Outgoing
from acuerdo.people.access import as_actor
from acuerdo.people.models import Person
from acuerdo.setup.actions.create_desk import NewDesk, create_desk
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.actions.open import Report, open_case
from acuerdo.tickets.tests.reacting import react_all

AT = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)


@pytest.fixture
def case(desk):
    create_desk(NewDesk(schema="soporte_test", name="Soporte", manual="soporte", host="soporte.example"), at=AT)
    with in_desk("soporte_test"):
        firm = Organisation.objects.create(name="Firma")
        Contract.objects.create(organisation=firm, starts_on=AT.date())
        ana = Contact.objects.create(organisation=firm, name="Ana Gil", email="ana@firma.example")
        report = Report(subject="No abre", text="…", channel="email", proposed={"severity": "s1"})
        yield open_case(report, contact=ana, match=match_sender(ana.email, AT.date()), by=Actor("contact"), at=AT)


def test_the_acknowledgement_invents_no_times_and_whom_the_manual_names_is_told_when_it_is_assigned(case):
    leader = Person.objects.create_user("lider@soporte.example", name="Luisa Líder", role="supervisor", title="lider")
    agent = Person.objects.create_user("agente@soporte.example", name="Andrés", role="agent")
    react_all()

    mail = Outgoing.objects.get(key__startswith="ack-")
    assert "El manual de esta mesa no fija un plazo para este caso." in mail.text
    assert "antes del" not in mail.text
    assert "a más tardar" not in mail.text
    assert Notice.objects.filter(person=leader).count() == 0

    assign(case.pk, agent, by=as_actor(agent), at=AT)
    react_all()

    told = Notice.objects.get(person=leader, kind="rule")
    assert told.text == f"El incidente afecta servicios críticos: caso #{case.number}, No abre"
