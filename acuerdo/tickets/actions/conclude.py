"""How an action on a case ends: what happened is recorded, the clocks are folded anew, the case is saved; each once."""

from datetime import datetime

from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.events.queries import log_of
from acuerdo.tickets.actions.refold import refold, store
from acuerdo.tickets.events import TicketEvent
from acuerdo.tickets.models import Clock, Ticket
from acuerdo.tickets.queries import SUBJECT, folded


def conclude(ticket: Ticket, *happened: TicketEvent, by: Actor, at: datetime) -> None:
    """Record what happened to a held case, in this order, and save it with all that follows. Its log is read once."""
    log, known = log_of(SUBJECT, ticket.pk), list(Clock.objects.filter(ticket=ticket))
    log += record(*happened, by=by, at=at, log=log)
    store(refold(ticket, folded(ticket, at, log), known, at=at), known, at=at)
    ticket.save()


def conclude_opening(ticket: Ticket, *happened: TicketEvent, by: Actor, at: datetime) -> None:
    """The same for a case that is being opened: there is nothing to read yet, and it is inserted as it will stand."""
    log = record(*happened, by=by, at=at, log=())
    store(refold(ticket, folded(ticket, at, log), (), at=at), (), at=at)
    ticket.save(force_insert=True)
