"""Closing by mutual agreement: the desk proposes and the customer agrees, or what both agreed is written down (SGM-036, SGM-A18)."""

from datetime import datetime

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.core.tickets import Status, may_close
from acuerdo.customers.models import Contact
from acuerdo.events.events import Actor
from acuerdo.people.models import Person
from acuerdo.tickets.actions.close import MUTUAL, end
from acuerdo.tickets.actions.conclude import conclude
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.actions.raise_level import ReasonMissing
from acuerdo.tickets.events import AccordAnswered, AccordProposed, TicketEvent
from acuerdo.tickets.models import Accord, Ticket
from acuerdo.tickets.queries import agreement_for


class NotMutual(Refusal):
    """The manual has no closing by mutual agreement, or the case cannot be closed now."""

    code = "tickets.not_mutual"


class AccordPending(Refusal):
    """A proposal waits for its answer."""

    code = "tickets.accord_pending"


class NoAccord(Refusal):
    """There is no proposal that waits for an answer."""

    code = "tickets.no_accord"


@transaction.atomic
def propose_accord(ticket_id: int, text: str, *, by: Actor, at: datetime) -> Accord:
    """Propose to the customer to close. Raises ReasonMissing, NotMutual, AccordPending."""
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    accord = proposed(ticket, text, by=by, at=at)
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    conclude(ticket, AccordProposed(subject_id=ticket.pk, accord=accord.pk), by=by, at=at)
    return accord


@transaction.atomic
def record_accord(ticket_id: int, text: str, *, said: str, channel: str, by: Actor, at: datetime) -> Accord:
    """Write down an agreement that both sides reached by another way, with what the customer said; the case closes.

    Raises ReasonMissing, NotMutual, AccordPending.
    """
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    if not said.strip():
        msg = "An agreement needs what the customer said."
        raise ReasonMissing(msg)
    accord = proposed(ticket, text, by=by, at=at)
    happened = settle(ticket, accord, agreed=True, answer=said, contact=ticket.contact, channel=channel, by=by, at=at)
    conclude(ticket, AccordProposed(subject_id=ticket.pk, accord=accord.pk), *happened, by=by, at=at)
    return accord


@transaction.atomic
def answer_accord(accord_id: int, *, agreed: bool, answer: str, contact: Contact, channel: str, by: Actor, at: datetime) -> Accord:
    """The customer agrees, and the case closes; or they do not, and it goes on. Raises NoAccord, ReasonMissing."""
    ticket = hold(Accord.objects.values_list("ticket_id", flat=True).get(pk=accord_id))
    at = in_turn(at, ticket)
    accord = Accord.objects.get(pk=accord_id)
    if accord.answered_at or not may_close(ticket.state):
        msg = f"The proposal {accord_id} waits for no answer."
        raise NoAccord(msg)
    if not agreed and not answer.strip():
        msg = "Who does not agree says why."
        raise ReasonMissing(msg)
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    conclude(ticket, *settle(ticket, accord, agreed=agreed, answer=answer, contact=contact, channel=channel, by=by, at=at), by=by, at=at)
    return accord


def proposed(ticket: Ticket, text: str, *, by: Actor, at: datetime) -> Accord:
    """Keep the desk's entry."""
    if not text.strip():
        msg = "A proposal to close needs its reason."
        raise ReasonMissing(msg)
    if MUTUAL not in agreement_for(ticket).closure.reasons or not may_close(ticket.state):
        msg = f"Case {ticket.number} is not closed by mutual agreement."
        raise NotMutual(msg)
    if ticket.accords.filter(answered_at=None).exists():
        msg = f"Case {ticket.number} has a proposal that waits."
        raise AccordPending(msg)
    return Accord.objects.create(ticket=ticket, text=text.strip(), person=Person.objects.get(pk=by.id or 0), at=at)


def settle(
    ticket: Ticket, accord: Accord, *, agreed: bool, answer: str, contact: Contact, channel: str, by: Actor, at: datetime
) -> list[TicketEvent]:
    """Keep the customer's entry; who agrees ends the case."""
    accord.contact, accord.agreed, accord.channel = contact, agreed, channel
    accord.answer, accord.answered_at = answer.strip(), at
    accord.save()
    answered = AccordAnswered(subject_id=ticket.pk, accord=accord.pk, agreed=agreed, channel=channel)
    if not agreed:
        return [answered]
    return [answered, end(ticket, Status.CLOSED, closed_as=MUTUAL, by=by, at=at, confirmed=True)]
