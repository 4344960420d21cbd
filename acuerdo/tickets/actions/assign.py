"""Giving a case to a person."""

from datetime import datetime

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.core.tickets import Status, is_open
from acuerdo.events.events import Actor
from acuerdo.people.access import WORK, may
from acuerdo.people.models import Person
from acuerdo.tickets.actions.conclude import conclude
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.events import Assigned, StatusChanged, TicketEvent
from acuerdo.tickets.models import Ticket


class CannotHaveCases(Refusal):
    """This person does not work on cases, or the case has ended."""

    code = "tickets.cannot_have_cases"


@transaction.atomic
def assign(ticket_id: int, to: Person | None, *, by: Actor, at: datetime) -> Ticket:
    """Give the case to `to`, or to nobody; a new case is then in attention. Raises CannotHaveCases."""
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    if not is_open(ticket.state) or (to is not None and not may(to, WORK)):
        msg = f"Case {ticket.number} cannot be given to {to}."
        raise CannotHaveCases(msg)
    if ticket.assignee_id == (to.pk if to else None):
        return ticket
    happened: list[TicketEvent] = [Assigned(subject_id=ticket.pk, to=to.pk if to else None, before=ticket.assignee_id)]
    ticket.assignee = to
    if to is not None and ticket.state is Status.NEW:
        ticket.status = Status.IN_PROGRESS.value
        happened.append(StatusChanged(subject_id=ticket.pk, status=ticket.status))
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    conclude(ticket, *happened, by=by, at=at)
    return ticket
