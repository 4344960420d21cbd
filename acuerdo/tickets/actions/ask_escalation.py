"""The customer asks that their case be escalated, where the manual gives them that right (PRO-057, DIG-054). Who has the case answers."""

from datetime import datetime

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.customers.models import Contact
from acuerdo.customers.queries import Match
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.tickets.actions.hear import take_word
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.actions.open import Report
from acuerdo.tickets.actions.raise_level import ReasonMissing
from acuerdo.tickets.events import EscalationAsked
from acuerdo.tickets.models import Message
from acuerdo.tickets.queries import asked_to_escalate, may_ask_to_escalate


class MayNotAsk(Refusal):
    """The plan, or the contact's level, does not include it, or the case has ended."""

    code = "tickets.may_not_ask"


class AlreadyAsked(Refusal):
    """They asked already and nobody has answered yet; what else there is to say is a message."""

    code = "tickets.already_asked"


@transaction.atomic
def ask_escalation(ticket_id: int, reason: str, *, contact: Contact, match: Match, by: Actor, at: datetime) -> Message:
    """Keep the reason as the customer's message, and that they ask. Raises ReasonMissing, MayNotAsk, AlreadyAsked."""
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    if not reason.strip():
        msg = "Asking to escalate needs a reason."
        raise ReasonMissing(msg)
    if not may_ask_to_escalate(ticket, contact):
        msg = f"The manual does not let this contact ask for case {ticket.number}."
        raise MayNotAsk(msg)
    if asked_to_escalate(ticket):
        msg = f"Case {ticket.number} waits for an answer to the request before."
        raise AlreadyAsked(msg)
    report = Report(subject=ticket.subject, text=reason.strip(), channel="web")
    message = take_word(ticket_id, report, contact=contact, match=match, by=by, at=at)
    record(EscalationAsked(subject_id=ticket.pk, message=message.pk), by=by, at=at)
    return message
