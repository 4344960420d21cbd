"""Ending a case: closed by a person, by silence, or withdrawn."""

from datetime import datetime

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.core.tickets import Status, move, silence_may_close
from acuerdo.events.actions.record import is_historic
from acuerdo.events.events import SYSTEM, Actor
from acuerdo.people.access import OVERSEE, may
from acuerdo.people.models import Person
from acuerdo.tickets.actions.conclude import conclude
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.actions.raise_level import ReasonMissing
from acuerdo.tickets.events import Cancelled, Closed, TicketEvent
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import agreement_for

#: The manual's reason for closing that takes both sides: `accord.py` closes so, nobody by hand (SGM-A18).
MUTUAL = "mutuo-acuerdo"


class CannotCloseSo(Refusal):
    """The manual knows no such reason for closing, or it takes both sides."""

    code = "tickets.cannot_close_so"


class LeftToTheCustomer(Refusal):
    """The manual leaves closing to the customer, and to who watches over the desk."""

    code = "tickets.left_to_the_customer"


@transaction.atomic
def close(ticket_id: int, closed_as: str, *, reason: str, by: Actor, at: datetime) -> Ticket:
    """Close by hand with one of the manual's reasons and a sentence. Raises ReasonMissing, CannotCloseSo, LeftToTheCustomer, CannotMove."""
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    if not reason.strip():
        msg = "Closing by hand needs a reason."
        raise ReasonMissing(msg)
    if closed_as not in agreement_for(ticket).closure.reasons or closed_as == MUTUAL:
        msg = f"{closed_as!r} is not one of the manual's reasons."
        raise CannotCloseSo(msg, reason=closed_as)
    check_who(ticket, by)
    conclude(ticket, end(ticket, Status.CLOSED, closed_as=closed_as, reason=reason.strip(), by=by, at=at), by=by, at=at)
    return ticket


def check_who(ticket: Ticket, by: Actor) -> None:
    """Refuse an agent where the manual leaves closing to the customer, unless the customer turned a proposal down (SGM-029)."""
    if agreement_for(ticket).closure.agent_may_close or by.kind != "person" or is_historic():
        return
    person = Person.objects.filter(pk=by.id or 0).first()
    if person is None or not is_theirs_to_close(ticket, person):
        msg = f"The manual of case {ticket.number} leaves closing to its customer."
        raise LeftToTheCustomer(msg)


def is_theirs_to_close(ticket: Ticket, person: Person) -> bool:
    """Whether the manual lets this person of the desk close the case with one of its reasons."""
    if agreement_for(ticket).closure.agent_may_close or may(person, OVERSEE):
        return True
    return ticket.approvals.filter(decision="rejected", decided_for__isnull=False).exists()


@transaction.atomic
def cancel(ticket_id: int, *, reason: str, by: Actor, at: datetime) -> Ticket:
    """Withdraw: duplicate, spam, asked for by the customer. Raises ReasonMissing, CannotMove."""
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    if not reason.strip():
        msg = "Cancelling needs a reason."
        raise ReasonMissing(msg)
    conclude(ticket, end(ticket, Status.CANCELLED, closed_as="cancelled", reason=reason.strip(), by=by, at=at), by=by, at=at)
    return ticket


def close_by_silence(ticket: Ticket, *, at: datetime) -> list[TicketEvent]:
    """Close a held case whose window has elapsed, unless its customer wrote after the solution; gives what happened, if it closed."""
    if not silence_may_close(ticket.state, resolved_at=ticket.resolved_at, last_customer_message_at=ticket.customer_wrote_at):
        return []
    return [end(ticket, Status.CLOSED, closed_as="silence", by=SYSTEM, at=at)]


def end(ticket: Ticket, to: Status, *, closed_as: str, by: Actor, at: datetime, reason: str = "", confirmed: bool = False) -> TicketEvent:
    """Move a held case to its end and say how."""
    ticket.status = move(ticket.state, to=to).value
    ticket.closed_at, ticket.closed_as, ticket.wrote_after_at = at, closed_as, None
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    if to is Status.CANCELLED:
        return Cancelled(subject_id=ticket.pk, reason=reason)
    return Closed(subject_id=ticket.pk, closed_as=closed_as, reason=reason, confirmed=confirmed)
