"""The manual's table of notifications: what happened → to whom → by which way → in which words (requirements 6.5)."""

from collections.abc import Mapping
from datetime import datetime

from acuerdo.core.agreements import Agreement, Notification
from acuerdo.core.hours import Calendar
from acuerdo.customers.models import Contact
from acuerdo.events.models import Event
from acuerdo.people.models import Person
from acuerdo.tickets.mails.letter import Letter, in_language_of, post
from acuerdo.tickets.mails.whom import named
from acuerdo.tickets.models import Task, Ticket
from acuerdo.tickets.queries import agreement_for

#: Whom the table names on the customer's side, besides levels of theirs (`cliente.n3`).
REPORTER = "customer"
PHONE, DESK = "telefono", "desk"


def rows(ticket: Ticket, on: str) -> list[Notification]:
    """The lines of the table for an occasion of such a case, in the order of the manual; what somebody decides each time is left out."""
    table = agreement_for(ticket).notifications.values()
    return [row for row in table if row.on == on and not row.optional and fits(row.where, ticket)]


def fits(where: Mapping[str, tuple[str, ...]], ticket: Ticket) -> bool:
    """Whether the case has every fact that a rule asks for."""
    return all(str(ticket.facts.get(name, "")) in values for name, values in where.items())


def main_calendar(agreement: Agreement) -> Calendar:
    """The hours of the desk's people, unless they have their own: the manual's main calendar."""
    return agreement.calendars[agreement.default_calendar or next(iter(agreement.calendars))]


def staff_named(row: Notification, ticket: Ticket) -> list[Person]:
    """Those of the desk whom a line names."""
    roles = [name for name in row.tell if name not in {REPORTER, "customers"} and "." not in name]
    return named(roles, ticket) if roles else []


def contacts_named(row: Notification, ticket: Ticket) -> list[Contact]:
    """Those of the customer whom a line names by their level, besides who reported (DIG-062: the contract's supervisor)."""
    levels = [name.partition(".")[2] for name in row.tell if "." in name]
    if not levels or ticket.organisation_id is None:
        return []
    others = Contact.objects.select_related("person").filter(organisation=ticket.organisation_id, level__in=levels)
    return list(others.exclude(pk=ticket.contact_id).order_by("pk"))


def write(ticket: Ticket, row: Notification | None, letter: Letter) -> None:
    """Mail a letter to who reported, unless the line leaves them out, and to those whom it names besides."""
    if row is None or REPORTER in row.tell:
        with in_language_of(ticket.contact):
            post(ticket, letter)
    for contact in contacts_named(row, ticket) if row else []:
        with in_language_of(contact):
            post(ticket, letter, to=contact)


def call(event: Event, ticket: Ticket, text: str, *, at: datetime) -> None:
    """Leave a task to phone the customer, once for one event (SGM-031: by telephone and by mail)."""
    there = Task.objects.filter(ticket=ticket, created_at=event.at, text=text[:300])
    if not there.exists():
        Task.objects.create(ticket=ticket, text=text[:300], assignee=ticket.assignee, created_at=event.at, due_at=at)
