"""A customer wrote in a case that exists."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from acuerdo.core.hours import deadline
from acuerdo.core.tickets import AfterMessage, Status, after_customer_wrote
from acuerdo.customers.models import Contact
from acuerdo.customers.queries import Match
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.tickets.actions.conclude import conclude
from acuerdo.tickets.actions.hold import hold_staying, in_turn
from acuerdo.tickets.actions.open import Report, say, take_report
from acuerdo.tickets.actions.receive import end_silence
from acuerdo.tickets.events import AutomaticReply, CustomerWrote, Reopened, StatusChanged, TicketEvent
from acuerdo.tickets.models import Message, Ticket
from acuerdo.tickets.queries import agreement_for


def hear(ticket_id: int, report: Report, *, contact: Contact, match: Match, by: Actor, at: datetime, automatic: bool = False) -> Ticket:
    """Keep the message and do what the status asks for; after an ended case a linked follow-up opens. Returns the case it is in.

    An automatic reply (out of office) is kept and changes nothing: it is not the customer's answer.
    """
    return take_word(ticket_id, report, contact=contact, match=match, by=by, at=at, automatic=automatic).ticket


# No savepoint of its own: nothing is refused here, and what goes wrong undoes what the caller did too.
@transaction.atomic(savepoint=False)
def take_word(
    ticket_id: int, report: Report, *, contact: Contact, match: Match, by: Actor, at: datetime, automatic: bool = False
) -> Message:
    """Keep the message, as `hear`; gives it, and it knows the case it is in."""
    ticket = hold_staying(ticket_id)
    at = in_turn(at, ticket)
    if automatic:
        message = say(ticket, report, contact=contact, at=at)
        record(AutomaticReply(subject_id=ticket.pk, message=message.pk, message_id=message.message_id), by=by, at=at)
        return message
    after = after_customer_wrote(ticket.state, at=at, reopen_until=reopen_until(ticket))
    if after is AfterMessage.FOLLOW_UP:
        return take_report(of_follow_up(report, ticket), contact=contact, match=match, by=by, at=at, follows=ticket)
    message = say(ticket, report, contact=contact, at=at)
    wrote = CustomerWrote(subject_id=ticket.pk, message=message.pk, channel=report.channel, message_id=message.message_id)
    ticket.customer_wrote_at = ticket.last_activity_at = at
    ticket.last_activity_by = contact.name[:120]
    end_silence(ticket, report.text)
    conclude(ticket, wrote, *follow(ticket, after, at=at), by=by, at=at)
    return message


def of_follow_up(report: Report, ticket: Ticket) -> Report:
    """What follows an ended case keeps its subject when it answers a mail of ours, whose subject says what that mail was."""
    return replace(report, subject=ticket.subject) if f"[#{ticket.number}]" in report.subject else report


def follow(ticket: Ticket, after: AfterMessage, *, at: datetime) -> list[TicketEvent]:
    """What a message does to the case."""
    if after is AfterMessage.RESUMES:
        ticket.status = Status.IN_PROGRESS.value
        return [StatusChanged(subject_id=ticket.pk, status=ticket.status, reason="customer_wrote")]
    if after is AfterMessage.WROTE_AFTER_SOLUTION:
        ticket.wrote_after_at = ticket.wrote_after_at or at
    elif after is AfterMessage.REOPENS:
        ticket.status, ticket.closed_at, ticket.closed_as = Status.IN_PROGRESS.value, None, ""
        return [Reopened(subject_id=ticket.pk, reason="customer_wrote")]
    return []


def reopen_until(ticket: Ticket) -> datetime | None:
    """Until when the manual lets a closed case come back; None when it never does."""
    agreement = agreement_for(ticket)
    within = agreement.closure.reopen_within
    if within is None or ticket.closed_at is None:
        return None
    calendar = agreement.calendars[agreement.default_calendar or next(iter(agreement.calendars))]
    return deadline(calendar, within.unit, ticket.closed_at, within.amount)
