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
    """A deadline; `passed` says that it had passed before a pause began, so no pause moves it."""

    at: datetime
    passed: bool = False


def due_of(cycle: Cycle, promise: Promise, pauses: Iterable[tuple[Pause, Amount]]) -> Due:
    """Find the deadline of a cycle with its pauses and how much of the unit passed in each.

    A pause puts on top of the target what passes in it, so one in closed time moves nothing. Raises
    NeverOpens and OutOfReach.
    """
    target, start = promise.target, cycle.counts_from
    if target.is_date:
        return Due(promised(cycle.pledges[-1], promise))
    too_late_at_it = target.strict or cycle.rule.kind is Kind.WINDOW
    reach: Amount = target.whole
    for pause, amount in pauses:
        due = at_reach(promise, start, reach)
        if due < pause.start or (due == pause.start and too_late_at_it):
            return Due(due, passed=True)
        if target.end_of_day:
            # Used up before the pause, but in time until closing: what is left from then on is nothing.
            reach = max(reach, measure(promise.calendar, target.unit, start, pause.start))
        reach += amount
    return Due(at_reach(promise, start, reach))


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
