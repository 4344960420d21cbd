"""Entering a status by hand: waiting for someone, agreed for a date, or back to work."""

from datetime import datetime

from django.db import transaction

from acuerdo.core.tickets import Status, move
from acuerdo.events.events import Actor
from acuerdo.tickets.actions.conclude import conclude
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.events import Reopened, StatusChanged, TicketEvent
from acuerdo.tickets.models import Ticket

#: Solving, closing and cancelling have actions of their own, with what they demand.
BY_HAND = frozenset({Status.IN_PROGRESS, Status.WAITING_CUSTOMER, Status.WAITING_INTERNAL, Status.WAITING_PROVIDER, Status.SCHEDULED})


@transaction.atomic
def change_status(ticket_id: int, to: Status, *, reason: str = "", by: Actor, at: datetime) -> Ticket:
    """Enter one of BY_HAND. Raises CannotMove."""
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    conclude(ticket, *enter(ticket, to, reason=reason), by=by, at=at)
    return ticket


def enter(ticket: Ticket, to: Status, *, reason: str = "", stays_resolved: bool = False) -> list[TicketEvent]:
    """Move the case and say how; a solved case is first reopened, unless a mere answer leaves it solved."""
    if ticket.state is to or (ticket.state is Status.RESOLVED and stays_resolved):
        return []
    happened: list[TicketEvent] = []
    if ticket.state is Status.RESOLVED:
        ticket.status = move(ticket.state, to=Status.IN_PROGRESS).value
        ticket.wrote_after_at = None
        happened.append(Reopened(subject_id=ticket.pk, reason=reason or "taken_up"))
        if to is Status.IN_PROGRESS:
            return happened
    ticket.status = move(ticket.state, to=to).value
    return [*happened, StatusChanged(subject_id=ticket.pk, status=ticket.status, reason=reason)]
