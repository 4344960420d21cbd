"""Linking cases, and putting one under another."""

from datetime import datetime

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.tickets.actions.hold import hold_all, in_turn
from acuerdo.tickets.events import Linked, ParentSet, Unlinked
from acuerdo.tickets.models import Link, Ticket

#: A parent's parent's parent …: nobody reads on.
DEEPEST = 20


class CannotLink(Refusal):
    """These cases cannot be linked so. Facts: why, one of same, circle."""

    code = "tickets.cannot_link"

    def __init__(self, why: str) -> None:
        super().__init__(f"The cases cannot be linked: {why}.", why=why)


@transaction.atomic
def link(ticket_id: int, other_id: int, kind: Link.Kind, *, by: Actor, at: datetime, inverse: bool = False) -> None:
    """Say what the case is to the other one (with `inverse` the other to this one). Again is harmless. Raises CannotLink."""
    both = both_of(ticket_id, other_id)
    source, target = (both[other_id], both[ticket_id]) if inverse else (both[ticket_id], both[other_id])
    join(source, target, kind, by=by, at=in_turn(at, *both.values()))


def both_of(ticket_id: int, other_id: int) -> dict[int, Ticket]:
    """Hold two cases; raises CannotLink when they are one."""
    if ticket_id == other_id:
        raise CannotLink(why="same")
    return {ticket.pk: ticket for ticket in hold_all({ticket_id, other_id})}


def join(source: Ticket, target: Ticket, kind: Link.Kind, *, by: Actor, at: datetime) -> None:
    """Link two held cases; what relates, relates both ways and is kept once."""
    if kind is Link.Kind.RELATES and Link.objects.filter(source=target, target=source, kind=kind).exists():
        return
    person = by.id if by.kind == "person" else None
    _link, new = Link.objects.get_or_create(source=source, target=target, kind=kind, defaults={"person_id": person, "at": at})
    if new:
        here = Linked(subject_id=source.pk, link=kind.value, case=target.pk, number=target.number)
        there = Linked(subject_id=target.pk, link=kind.value, case=source.pk, number=source.number, inverse=True)
        record(here, there, by=by, at=at)


@transaction.atomic
def unlink(link_id: int, *, by: Actor, at: datetime) -> None:
    """Take a link away; both logs keep that it was there. Raises Link.DoesNotExist."""
    found = Link.objects.get(pk=link_id)
    both = both_of(found.source_id, found.target_id)
    source, target = both[found.source_id], both[found.target_id]
    found.delete()
    here = Unlinked(subject_id=source.pk, link=found.kind, case=target.pk, number=target.number)
    there = Unlinked(subject_id=target.pk, link=found.kind, case=source.pk, number=source.number, inverse=True)
    record(here, there, by=by, at=in_turn(at, source, target))


@transaction.atomic
def set_parent(ticket_id: int, parent_id: int | None, *, by: Actor, at: datetime) -> Ticket:
    """Put the case under another, or under none. Nobody becomes their own ancestor. Raises CannotLink."""
    held = both_of(ticket_id, parent_id) if parent_id else {ticket_id: hold_all({ticket_id})[0]}
    ticket, parent = held[ticket_id], held.get(parent_id or 0)
    if ticket.parent_id == parent_id:
        return ticket
    if parent is not None and ticket_id in ancestors(parent):
        raise CannotLink(why="circle")
    at = in_turn(at, ticket)
    happened = ParentSet(subject_id=ticket.pk, case=parent_id, number=parent.number if parent else None, before=ticket.parent_id)
    ticket.parent = parent
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    record(happened, by=by, at=at)
    ticket.save(update_fields=["parent", "last_activity_at", "last_activity_by"])
    return ticket


def ancestors(ticket: Ticket) -> set[int]:
    """The cases above this one."""
    found: set[int] = set()
    above = ticket.parent_id
    while above and above not in found and len(found) < DEEPEST:
        found.add(above)
        above = Ticket.objects.values_list("parent_id", flat=True).get(pk=above)
    return found
