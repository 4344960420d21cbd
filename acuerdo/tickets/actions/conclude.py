"""How an action on a case ends: what happened is recorded, the clocks are folded anew, the case is saved; each once."""

from collections.abc import Iterable
from datetime import datetime

from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.events.queries import log_of
from acuerdo.tickets.actions.heard_by import heard_by_customers
from acuerdo.tickets.actions.refold import refold, store
from acuerdo.tickets.events import StageEntered, StatusChanged, TicketEvent
from acuerdo.tickets.models import Clock, Ticket
from acuerdo.tickets.queries import SUBJECT, folded

#: What a case leaves its status by.
MOVES = frozenset({"ticket.status", "ticket.resolved", "ticket.reopened", "ticket.closed", "ticket.cancelled"})


def settle(ticket: Ticket, happened: Iterable[TicketEvent]) -> None:
    """A stage, whom it waits for and a planned day belong to the status they came with: who leaves that leaves them."""
    entered: TicketEvent | None = None
    stage: str | None = None
    for event in happened:
        if event.kind in MOVES:
            entered, stage = event, ""
        if isinstance(event, StageEntered):
            stage = event.stage
    ticket.stage = ticket.stage if stage is None else stage
    if entered is not None:
        waits = entered if isinstance(entered, StatusChanged) else StatusChanged(subject_id=ticket.pk, status="")
        said = {"for": waits.waits_for, "expected": waits.expected, "reference": waits.reference}
        ticket.waits = {name: value for name, value in said.items() if value}
        ticket.scheduled_for = datetime.fromisoformat(waits.planned) if waits.planned else None


def conclude(ticket: Ticket, *happened: TicketEvent, by: Actor, at: datetime) -> None:
    """Record what happened to a held case, in this order, and save it with all that follows. Its log is read once."""
    settle(ticket, happened)
    if any(event.kind == "ticket.reopened" for event in happened):
        ticket.reopened_at = at
    log, known = log_of(SUBJECT, ticket.pk), list(Clock.objects.filter(ticket=ticket))
    log += record(*happened, by=by, at=at, log=log, tells=heard_by_customers(ticket, happened))
    store(refold(ticket, folded(ticket, at, log), known, at=at), known, at=at)
    ticket.save()


def conclude_opening(ticket: Ticket, *happened: TicketEvent, by: Actor, at: datetime) -> None:
    """The same for a case that is being opened: there is nothing to read yet, and it is inserted as it will stand."""
    log = record(*happened, by=by, at=at, log=(), tells=heard_by_customers(ticket, happened))
    store(refold(ticket, folded(ticket, at, log), (), at=at), (), at=at)
    ticket.save(force_insert=True)
