"""A report of which only the subject came: nothing is described, until its customer writes."""

from datetime import timedelta

import pytest
from django.utils import timezone

from acuerdo.core.agreements import MISSING, PRESENT
from acuerdo.customers.models import Contact
from acuerdo.customers.queries import match_sender
from acuerdo.desks.queries import in_desk
from acuerdo.events.events import Actor
from acuerdo.people.access import as_actor
from acuerdo.people.models import Person
from acuerdo.tickets.actions.check_information import check_information
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.hear import hear
from acuerdo.tickets.actions.open import Report, open_case
from acuerdo.tickets.queries import agreement_for, information_of

POINT = "descripcion"


@pytest.fixture(autouse=True)
def hospital(other_desk):
    """Digital Ware's desk, entered."""
    with in_desk(other_desk.schema_name):
        yield


def said(text):
    """What Laura writes."""
    return Report(subject="El copago aparece en cero", text=text, channel="email")


def reporting(text, *, ticket=None, later=0):
    """Laura opens a case, or writes in one."""
    laura = Contact.objects.filter(email="laura@sanblas.example").first() or Contact.objects.create(
        name="Laura Beltrán", email="laura@sanblas.example"
    )
    at = timezone.now() + timedelta(seconds=later)
    known = {"contact": laura, "match": match_sender(laura.email, at.date()), "by": Actor("contact", laura.pk, laura.name), "at": at}
    return hear(ticket.pk, said(text), **known) if ticket else open_case(said(text), **known)


def described(ticket):
    """Where its description stands."""
    return next(point.state for point in information_of(ticket, agreement_for(ticket)) if point.need.id == POINT)


def test_a_mail_without_words_describes_nothing_whatever_its_type_until_its_customer_writes() -> None:
    agent = as_actor(Person.objects.create_user("met@other.localhost", "una clave larga", name="Camilo Murcia", role="agent"))
    ticket = reporting(" \n\xa0\n")
    assert described(ticket) == MISSING

    classify(ticket.pk, {"type": "consulta"}, by=agent, at=timezone.now() + timedelta(seconds=1))
    ticket.refresh_from_db()
    assert described(ticket) == MISSING

    assert described(reporting("\n", ticket=ticket, later=2)) == MISSING, "another mail without words"
    assert described(reporting("Al facturar queda en cero desde ayer.", ticket=ticket, later=3)) == PRESENT


def test_what_a_person_decided_of_it_stays_when_the_customer_writes() -> None:
    agent = as_actor(Person.objects.create_user("met@other.localhost", "una clave larga", name="Camilo Murcia", role="agent"))
    ticket = reporting("")
    check_information(ticket.pk, {POINT: PRESENT}, said={POINT: "Lo contó por teléfono"}, reason="", by=agent, at=timezone.now())

    ticket = reporting("Como le dije.", ticket=ticket, later=2)

    assert ticket.information[POINT]["said"] == "Lo contó por teléfono"


def test_a_mail_with_words_is_described() -> None:
    ticket = reporting("Al facturar queda en cero.")

    assert (described(ticket), ticket.information) == (PRESENT, {})
