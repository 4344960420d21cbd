"""Storing anew what a case's log gives, where what is stored says otherwise (clocks.md 9). Nothing happened to the case."""

from datetime import datetime

from django.db import transaction

from acuerdo.events.queries import log_of
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.actions.refold import refold, store
from acuerdo.tickets.models import Clock
from acuerdo.tickets.queries import SUBJECT, folded


@transaction.atomic
def fold_again(ticket_id: int, *, at: datetime) -> None:
    """Store the clocks of a case, and its place in the queue, as its log gives them. Raises Ticket.DoesNotExist."""
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    log, known = log_of(SUBJECT, ticket_id), list(Clock.objects.filter(ticket=ticket_id))
    store(refold(ticket, folded(ticket, at, log), known, at=at), known, at=at)
    ticket.save(update_fields=["place", "place_key", "near_key"])
