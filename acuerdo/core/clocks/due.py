"""When a cycle falls due, with the time it stood still."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from acuerdo.core.clocks.clock import Amount
from acuerdo.core.clocks.cycle import Cycle, Pause, Pledge
from acuerdo.core.clocks.rule import Kind
from acuerdo.core.clocks.terms import Promise
from acuerdo.core.hours import closing_of, deadline, end_of_day, measure


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline; `passed` says that it had passed before a pause began, so no pause moves it.

    `stood_still` is how much of the unit the pauses put on top of the target.
    """

    at: datetime
    passed: bool
    stood_still: Amount


def due_of(cycle: Cycle, promise: Promise, pauses: Iterable[Pause], now: datetime) -> Due:
    """Find the deadline of a cycle; a pause that lasts is taken to end at `now`.

    A pause puts on top of the target as much as passes in it, so one in closed time moves nothing.
    Raises NeverOpens and OutOfReach.
    """
    if promise.target.is_date:
        return Due(promised(cycle.pledges[-1], promise), passed=False, stood_still=0)
    target, calendar = promise.target, promise.calendar
    too_late_at_it = target.strict or cycle.rule.kind is Kind.WINDOW
    reach: Amount = target.amount
    for pause in pauses:
        due = at_reach(promise, cycle.counts_from, reach)
        if due < pause.start or (due == pause.start and too_late_at_it):
            return Due(due, passed=True, stood_still=reach - target.amount)
        if target.end_of_day:
            # Used up before the pause, but in time until closing: what is left from then on is nothing.
            reach = max(reach, measure(calendar, target.unit, cycle.counts_from, pause.start))
        reach += measure(calendar, target.unit, pause.start, pause.end or now)
    due = at_reach(promise, cycle.counts_from, reach)
    return Due(due, passed=False, stood_still=reach - target.amount)


def at_reach(promise: Promise, start: datetime, reach: Amount) -> datetime:
    """Give the instant at which so much has passed, moved to the closing if the target says so."""
    target = promise.target
    due = deadline(promise.calendar, target.unit, start, reach)
    return end_of_day(promise.calendar, due) if target.end_of_day else due


def promised(pledge: Pledge, promise: Promise) -> datetime:
    """Give the instant until which a promised date is kept: itself, or the closing of a day."""
    if isinstance(pledge.date, datetime):
        return pledge.date.replace(microsecond=0)
    return closing_of(promise.calendar, pledge.date)
