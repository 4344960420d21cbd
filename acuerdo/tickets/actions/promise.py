"""Promising a date, and moving it: every move stays on record with its reason, and is counted (clocks.md 2 and 5)."""

from datetime import date, datetime

from django.db import transaction

from acuerdo.core.clocks import Clock, Terms
from acuerdo.core.errors import Refusal
from acuerdo.events.actions.record import is_historic
from acuerdo.events.events import Actor
from acuerdo.tickets.actions.conclude import conclude
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.actions.raise_level import ReasonMissing
from acuerdo.tickets.events import Promised
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import folded, terms_of


class NothingToPromise(Refusal):
    """This case is owed no date: its manual gives none for what it is, or what was promised is done. Facts: clock."""

    code = "tickets.nothing_to_promise"


class DatePassed(Refusal):
    """What is promised lies ahead."""

    code = "tickets.date_passed"


@transaction.atomic
def promise(
    ticket_id: int, clock: str, day: date | datetime, *, reason: str, by: Actor, at: datetime, message: int | None = None
) -> Ticket:
    """Promise the date of a clock, or move it: moved, it needs a reason. The same date again changes nothing.

    `day`: a day of the clock's calendar, or an aware instant. `message`: what told the customer, who is then not told again.
    Raises NothingToPromise, DatePassed, ReasonMissing.
    """
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    before = promised(ticket, clock, at=at)
    said = day.isoformat()
    if said == before:
        return ticket
    if not is_historic():
        check_day(day, ticket, clock, at=at)
    if before and not reason.strip():
        msg = "Moving a promised date needs a reason."
        raise ReasonMissing(msg)
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    conclude(
        ticket, Promised(subject_id=ticket.pk, clock=clock, date=said, reason=reason.strip(), before=before, message=message), by=by, at=at
    )
    return ticket


def dated(ticket: Ticket, terms: Terms) -> list[str]:
    """The clocks of a case whose target is a date, for what the case is now."""
    found = ((rule.id, terms.promise(rule.id, ticket.facts)) for rule in terms.rules)
    return [clock for clock, owed in found if owed is not None and owed.target.is_date]


def promised(ticket: Ticket, clock: str, *, at: datetime) -> str:
    """What was promised last, as it was written; empty for a first promise. Raises NothingToPromise."""
    last = next((each for each in reversed(folded(ticket, at)) if each.id == clock), None)
    if not ticket.is_open or clock not in dated(ticket, terms_of(ticket)) or (last is not None and not last.is_live):
        msg = f"Case {ticket.number} promises no date for {clock!r}."
        raise NothingToPromise(msg, clock=clock)
    return written(last)


def written(clock: Clock | None) -> str:
    """The date that a clock has, in ISO 8601; empty where none was promised."""
    return clock.pledges[-1].date.isoformat() if clock is not None and clock.pledges else ""


def check_day(day: date | datetime, ticket: Ticket, clock: str, *, at: datetime) -> None:
    """Refuse what has passed, in the zone of the clock's calendar."""
    owed = terms_of(ticket).promise(clock, ticket.facts)
    zone = owed.calendar.zone if owed else None
    passed = day <= at if isinstance(day, datetime) else day < at.astimezone(zone).date()
    if passed:
        msg = f"{day.isoformat()} has passed."
        raise DatePassed(msg)
