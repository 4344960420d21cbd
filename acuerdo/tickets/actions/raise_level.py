"""Raising a case up the manual's ladder: always with a reason, always on record, and the level's people are told."""

from datetime import datetime

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.core.tickets import raise_level as climb
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.events import LevelRaised
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import agreement_for


class ReasonMissing(Refusal):
    """This needs a reason: it stays on record."""

    code = "tickets.reason_missing"


@transaction.atomic
def raise_level(ticket_id: int, to: str, *, reason: str, by: Actor, at: datetime, cause: str = "hand") -> Ticket:
    """Raise to a level that the ladder reaches from here. Raises ReasonMissing, CannotRaise."""
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    if not reason.strip():
        msg = "Raising a case needs a reason."
        raise ReasonMissing(msg)
    ladder = agreement_for(ticket).ladder
    before = ticket.level
    ticket.level = climb(ladder.rungs if ladder else (), before, to)
    record(LevelRaised(subject_id=ticket.pk, level=to, before=before, reason=reason.strip(), cause=cause), by=by, at=at)
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    ticket.save(update_fields=["level", "last_activity_at", "last_activity_by"])
    return ticket
