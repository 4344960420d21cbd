"""Doing the same to several cases: first as a rehearsal that is undone, then really, each case in a transaction of its own."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.events.models import Event
from acuerdo.events.queries import head_of
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import SUBJECT

#: Something that is done to one case; it may raise a Refusal.
Deed = Callable[[Ticket], object]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became, or would become, of one case. `refusal` says why nothing did; without one and unchanged it was so already."""

    ticket: Ticket
    changed: bool
    events: tuple[Event, ...] = ()
    refusal: Refusal | None = None


def rehearse(tickets: Iterable[Ticket], deed: Deed) -> list[Outcome]:
    """Say what would become of each case, by the very rules that would decide it; nothing is changed, nobody is told."""
    return [outcome_of(ticket, deed, keep=False) for ticket in tickets]


def perform(tickets: Iterable[Ticket], deed: Deed) -> Iterator[Outcome]:
    """Do it to one case after the other; what is refused to one keeps no other from it."""
    for ticket in tickets:
        yield outcome_of(ticket, deed, keep=True)


def outcome_of(ticket: Ticket, deed: Deed, *, keep: bool) -> Outcome:
    """Do it to one case; its log tells whether anything happened."""
    before, _hash = head_of(SUBJECT, ticket.pk)
    events: tuple[Event, ...] = ()
    try:
        with transaction.atomic():
            deed(ticket)
            later = Event.objects.filter(subject_kind=SUBJECT, subject_id=ticket.pk, position__gt=before)
            events = tuple(later.order_by("position"))
            transaction.set_rollback(not keep)
    except Refusal as refusal:
        return Outcome(ticket, changed=False, refusal=refusal)
    return Outcome(ticket, changed=bool(events), events=events)
