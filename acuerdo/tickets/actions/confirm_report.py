"""Who may report stands behind a case that somebody else reported (DIG-005)."""

from datetime import datetime

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.events.events import Actor
from acuerdo.tickets.actions.conclude import conclude
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.actions.receive import ASKED, GIVEN
from acuerdo.tickets.events import Confirmed
from acuerdo.tickets.models import Ticket


class NothingToConfirm(Refusal):
    """The case waits for no confirmation, or it was given meanwhile."""

    code = "tickets.nothing_to_confirm"


@transaction.atomic
def confirm_report(ticket_id: int, *, reason: str = "", by: Actor, at: datetime) -> Ticket:
    """Confirm; that `by` may is the caller's question. Raises NothingToConfirm."""
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    if ticket.confirmation != ASKED:
        msg = f"Case {ticket.number} waits for no confirmation."
        raise NothingToConfirm(msg)
    ticket.confirmation = GIVEN
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    conclude(ticket, Confirmed(subject_id=ticket.pk, reason=reason.strip()), by=by, at=at)
    return ticket
