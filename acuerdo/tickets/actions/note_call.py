"""A call about a case that exists, or a visit, or a word by WhatsApp: who said what, and what was answered (PRO-053, PRO-A10, DIG-007)."""

from datetime import datetime

from django.db import transaction

from acuerdo.core.tickets import Status
from acuerdo.customers.models import Contact
from acuerdo.customers.queries import match_sender
from acuerdo.events.events import Actor
from acuerdo.people.queries import day_of
from acuerdo.tickets.actions.answer import NothingSaid, answer
from acuerdo.tickets.actions.hear import take_word
from acuerdo.tickets.actions.open import Report
from acuerdo.tickets.actions.take_call import InTheFuture
from acuerdo.tickets.models import Ticket


@transaction.atomic
def note_call(
    ticket_id: int, *, contact: Contact, channel: str, said: str, answered: str, happened_at: datetime, by: Actor, at: datetime
) -> Ticket:
    """Keep what the customer `said` as their message, and what they were `answered` as an answer, which counts and is mailed to them.

    Both count from `happened_at`, or from what happened to the case last, if that was later. What a customer says of an ended case opens
    a follow-up, as a mail would. Raises NothingSaid, InTheFuture, CannotAnswer.
    """
    if happened_at > at:
        msg = f"{happened_at} is after {at}."
        raise InTheFuture(msg)
    if not (said.strip() or answered.strip()):
        msg = "A call in which nobody said anything."
        raise NothingSaid(msg)
    ticket = Ticket.objects.get(pk=ticket_id)
    if said.strip():
        report = Report(subject=ticket.subject, text=said.strip(), channel=channel)
        match = match_sender(contact.email, day_of(happened_at))
        ticket = take_word(ticket_id, report, contact=contact, match=match, by=by, at=happened_at).ticket
    if answered.strip():
        then = Status.WAITING_CUSTOMER if ticket.state is Status.WAITING_CUSTOMER else Status.IN_PROGRESS
        answer(ticket.pk, answered, then=then, by=by, at=happened_at)
    return Ticket.objects.get(pk=ticket.pk)
