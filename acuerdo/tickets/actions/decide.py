"""The customer decides on a delivered solution: approve closes, reject reopens with a reason. Each solution once."""

from datetime import datetime

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.core.tickets import Status, may_approve
from acuerdo.customers.models import Contact
from acuerdo.events.events import Actor
from acuerdo.tickets.actions.close import end
from acuerdo.tickets.actions.conclude import conclude
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.actions.make_findable import index_more
from acuerdo.tickets.actions.raise_level import ReasonMissing
from acuerdo.tickets.events import CustomerWrote, Reopened
from acuerdo.tickets.models import Message, Ticket


class AlreadyDecided(Refusal):
    """This solution was answered, replaced by a later one, or its case has ended."""

    code = "tickets.already_decided"


@transaction.atomic
def approve(ticket_id: int, solution_id: int, *, by: Actor, at: datetime) -> Ticket:
    """Approve: the case closes. Raises AlreadyDecided."""
    ticket = undecided(ticket_id, solution_id)
    at = in_turn(at, ticket)
    conclude(ticket, end(ticket, Status.CLOSED, closed_as="approved", by=by, at=at, confirmed=True), by=by, at=at)
    return ticket


@transaction.atomic
def reject(ticket_id: int, solution_id: int, reason: str, *, contact: Contact, by: Actor, at: datetime) -> Ticket:
    """Reject: the reason becomes a message and work begins again. Raises ReasonMissing, AlreadyDecided."""
    ticket = undecided(ticket_id, solution_id)
    at = in_turn(at, ticket)
    if not reason.strip():
        msg = "A rejection needs a reason."
        raise ReasonMissing(msg)
    message = Message.objects.create(ticket=ticket, kind=Message.Kind.CUSTOMER, contact=contact, text=reason.strip(), channel="web", at=at)
    index_more(message)
    wrote = CustomerWrote(subject_id=ticket.pk, message=message.pk, channel="web")
    reopened = Reopened(subject_id=ticket.pk, reason="rejected", rejected=True, message=message.pk)
    ticket.status, ticket.wrote_after_at = Status.IN_PROGRESS.value, None
    ticket.customer_wrote_at = ticket.last_activity_at = at
    ticket.last_activity_by = contact.name[:120]
    conclude(ticket, wrote, reopened, by=by, at=at)
    return ticket


def undecided(ticket_id: int, solution_id: int) -> Ticket:
    """Hold the case if this is its delivered, unanswered solution."""
    ticket = hold(ticket_id)
    last = ticket.messages.filter(kind=Message.Kind.SOLUTION).order_by("-pk").first()
    if not may_approve(ticket.state) or last is None or last.pk != solution_id:
        msg = f"The solution {solution_id} of case {ticket.number} waits for no decision."
        raise AlreadyDecided(msg, status=ticket.status)
    return ticket
