"""Following a case without having it, and putting the customer's people in copy."""

from datetime import datetime
from typing import Any

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.customers.models import Contact
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.people.models import Person
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.events import Followed
from acuerdo.tickets.models import Ticket, Watcher


class CannotFollow(Refusal):
    """Only the customer's own people are put in copy: what is written on a case is theirs."""

    code = "tickets.cannot_follow"


@transaction.atomic
def follow(ticket_id: int, who: Person | Contact, *, by: Actor, at: datetime) -> None:
    """Let a person of the desk, or a contact of the case's own organisation, follow it. Again is harmless. Raises CannotFollow."""
    ticket = hold(ticket_id)
    if isinstance(who, Contact) and not is_of(who, ticket):
        msg = f"{who} is not of the customer of case {ticket.number}."
        raise CannotFollow(msg)
    at = in_turn(at, ticket)
    _watcher, new = Watcher.objects.get_or_create(ticket=ticket, **named(who), defaults={"since": at})
    if new:
        record(Followed(subject_id=ticket.pk, **ids(who)), by=by, at=at)


@transaction.atomic
def unfollow(ticket_id: int, who: Person | Contact, *, by: Actor, at: datetime) -> None:
    """Let them follow it no more. Again is harmless."""
    ticket = hold(ticket_id)
    gone, _each = Watcher.objects.filter(ticket=ticket, **named(who)).delete()
    if gone:
        record(Followed(subject_id=ticket.pk, ends=True, **ids(who)), by=by, at=in_turn(at, ticket))


def is_of(contact: Contact, ticket: Ticket) -> bool:
    """Whether the contact is of the case's organisation, and not the one who reported it."""
    return contact.pk != ticket.contact_id and ticket.organisation_id is not None and contact.organisation_id == ticket.organisation_id


def named(who: Person | Contact) -> dict[str, Person | Contact]:
    """Which of the two they are."""
    return {"contact" if isinstance(who, Contact) else "person": who}


def ids(who: Person | Contact) -> dict[str, Any]:
    """The same as the log keeps it."""
    return {name: each.pk for name, each in named(who).items()}
