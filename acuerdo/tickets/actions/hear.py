"""A customer wrote in a case that exists."""

from datetime import datetime

from django.db import transaction

from acuerdo.core.hours import deadline
from acuerdo.core.tickets import AfterMessage, Status, after_customer_wrote
from acuerdo.customers.models import Contact
from acuerdo.customers.queries import Match
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.tickets.actions.hold import hold
from acuerdo.tickets.actions.open import Report, open_case, say
from acuerdo.tickets.actions.refold import refold
from acuerdo.tickets.events import AutomaticReply, CustomerWrote, Reopened, StatusChanged
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import agreement_for


@transaction.atomic
def hear(ticket_id: int, report: Report, *, contact: Contact, match: Match, by: Actor, at: datetime, automatic: bool = False) -> Ticket:
    """Keep the message and do what the status asks for; after an ended case a linked follow-up opens. Returns the case it is in.

    An automatic reply (out of office) is kept and changes nothing: it is not the customer's answer.
    """
    ticket = hold(ticket_id)
    if automatic:
        message = say(ticket, report, contact=contact, at=at)
        record(AutomaticReply(subject_id=ticket.pk, message=message.pk), by=by, at=at)
        return ticket
    after = after_customer_wrote(ticket.state, at=at, reopen_until=reopen_until(ticket))
    if after is AfterMessage.FOLLOW_UP:
        return open_case(report, contact=contact, match=match, by=by, at=at, follows=ticket)
    message = say(ticket, report, contact=contact, at=at)
    record(CustomerWrote(subject_id=ticket.pk, message=message.pk, channel=report.channel), by=by, at=at)
    ticket.customer_wrote_at = ticket.last_activity_at = at
    ticket.last_activity_by = contact.name[:120]
    follow(ticket, after, by=by, at=at)
    ticket.save()
    refold(ticket, at=at)
    return ticket


def follow(ticket: Ticket, after: AfterMessage, *, by: Actor, at: datetime) -> None:
    """What a message does to the case."""
    if after is AfterMessage.RESUMES:
        ticket.status = Status.IN_PROGRESS.value
        record(StatusChanged(subject_id=ticket.pk, status=ticket.status, reason="customer_wrote"), by=by, at=at)
    elif after is AfterMessage.WROTE_AFTER_SOLUTION:
        ticket.wrote_after_at = ticket.wrote_after_at or at
    elif after is AfterMessage.REOPENS:
        ticket.status, ticket.closed_at, ticket.closed_as = Status.IN_PROGRESS.value, None, ""
        record(Reopened(subject_id=ticket.pk, reason="customer_wrote"), by=by, at=at)


def reopen_until(ticket: Ticket) -> datetime | None:
    """Until when the manual lets a closed case come back; None when it never does."""
    agreement = agreement_for(ticket)
    within = agreement.closure.reopen_within
    if within is None or ticket.closed_at is None:
        return None
    calendar = agreement.calendars[agreement.default_calendar or next(iter(agreement.calendars))]
    return deadline(calendar, within.unit, ticket.closed_at, within.amount)
