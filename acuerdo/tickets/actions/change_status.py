"""Entering a status, or a stage of it, by hand: waiting for someone, agreed for a date, or back to work."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.core.tickets import Status, move
from acuerdo.events.actions.record import is_historic
from acuerdo.events.events import Actor
from acuerdo.tickets.actions.conclude import conclude
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.events import Reopened, StageEntered, StatusChanged, TicketEvent
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import agreement_for

#: Solving, closing and cancelling have actions of their own, with what they demand.
BY_HAND = frozenset({Status.IN_PROGRESS, Status.WAITING_CUSTOMER, Status.WAITING_INTERNAL, Status.WAITING_PROVIDER, Status.SCHEDULED})
#: Where somebody other than the customer owes something.
FOR_OTHERS = frozenset({Status.WAITING_INTERNAL, Status.WAITING_PROVIDER})


class NoSuchStage(Refusal):
    """The manual names no such stage of this status."""

    code = "tickets.no_such_stage"


class NotPlanned(Refusal):
    """Planned work needs a day that is still to come."""

    code = "tickets.not_planned"


class NobodyAwaited(Refusal):
    """Say for whom the case waits: it stands on the case, and whose time it was is told by it."""

    code = "tickets.nobody_awaited"


@dataclass(frozen=True, kw_only=True)
class Waits:
    """For whom a case waits (a provider, an area), until what day, under which number of theirs; when planned work is to be done."""

    whom: str = ""
    expected: date | None = None
    reference: str = ""
    planned: datetime | None = None


NOBODY = Waits()


@transaction.atomic
def change_status(
    ticket_id: int, to: Status, *, stage: str = "", reason: str = "", waits: Waits = NOBODY, by: Actor, at: datetime
) -> Ticket:
    """Enter one of BY_HAND, or another stage of the one it is in. Without `waits` the reason says for whom it waits.

    Raises CannotMove, NoSuchStage, NotPlanned, NobodyAwaited.
    """
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    waits = waits if waits.whom or to not in FOR_OTHERS else replace(waits, whom=reason)
    if not is_historic():
        check(to, waits, at=at)
    happened = enter(ticket, to, reason=reason, waits=waits)
    happened += step(ticket, stage, reason="" if happened else reason)
    if not happened:
        return ticket
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    conclude(ticket, *happened, by=by, at=at)
    return ticket


def check(to: Status, waits: Waits, *, at: datetime) -> None:
    """Refuse to wait for nobody, and to plan work for no day or one that has passed."""
    if to in FOR_OTHERS and not waits.whom.strip():
        msg = "Waiting needs somebody who is waited for."
        raise NobodyAwaited(msg)
    if to is Status.SCHEDULED and (waits.planned is None or waits.planned <= at):
        msg = "Planned work needs a day to come."
        raise NotPlanned(msg)


def enter(ticket: Ticket, to: Status, *, reason: str = "", stays_resolved: bool = False, waits: Waits = NOBODY) -> list[TicketEvent]:
    """Move the case and say how; a solved case is first reopened, unless a mere answer leaves it solved."""
    if (ticket.state is to and not waits.whom and not waits.planned) or (ticket.state is Status.RESOLVED and stays_resolved):
        return []
    happened: list[TicketEvent] = []
    if ticket.state is Status.RESOLVED:
        ticket.status = move(ticket.state, to=Status.IN_PROGRESS).value
        ticket.wrote_after_at = None
        happened.append(Reopened(subject_id=ticket.pk, reason=reason or "taken_up"))
        if to is Status.IN_PROGRESS:
            return happened
    if ticket.state is not to:
        ticket.status = move(ticket.state, to=to).value
    return [*happened, entered(ticket, reason=reason, waits=waits)]


def entered(ticket: Ticket, *, reason: str, waits: Waits) -> StatusChanged:
    """Say that the case is in its status now, and for whom or what it waits there."""
    return StatusChanged(
        subject_id=ticket.pk,
        status=ticket.status,
        reason=reason,
        waits_for=waits.whom.strip(),
        expected=waits.expected.isoformat() if waits.expected else "",
        reference=waits.reference.strip(),
        planned=waits.planned.isoformat() if waits.planned else "",
    )


def step(ticket: Ticket, stage: str, *, reason: str = "") -> list[TicketEvent]:
    """Enter a stage of the status the case is in; it changes no clock. Raises NoSuchStage."""
    if not stage:
        return []
    known = agreement_for(ticket).statuses[ticket.status].stages
    if stage not in known:
        msg = f"{stage!r} is no stage of {ticket.status!r}; there are {', '.join(known) or 'none'}."
        raise NoSuchStage(msg, stage=stage)
    return [] if ticket.stage == stage else [StageEntered(subject_id=ticket.pk, stage=stage, before=ticket.stage, reason=reason)]
