"""When a clock next needs a look (clocks.md part 8)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

from acuerdo.core.clocks.clock import Clock, State
from acuerdo.core.clocks.rule import ClockRule, Kind
from acuerdo.core.hours import deadline, measure

SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Alarm:
    """An instant, UTC, and the share of the target that has run by then; 1 is the deadline's alarm."""

    at: datetime
    share: Fraction

    @property
    def is_deadline(self) -> bool:
        """Whether the clock is late, or the window over, from this instant on."""
        return self.share == 1


def next_alarm(clock: Clock, rule: ClockRule, now: datetime) -> Alarm | None:
    """Give the first alarm after `now` of a clock that runs; None for one that stands still or is over.

    The deadline's alarm is the first second at which the fold says breached or elapsed: the deadline
    itself for a window and under `<`, else one second later, when it is no longer in time.
    """
    if clock.state is not State.RUNNING or clock.due_at is None:
        return None
    return next((alarm for alarm in alarms(clock, rule, clock.due_at) if alarm.at > now), None)


def alarms(clock: Clock, rule: ClockRule, due_at: datetime) -> Iterator[Alarm]:
    """Give the warnings before a deadline, in order, and its own alarm."""
    for share in sorted(rule.warn_at):
        at = share_at(clock, share, due_at)
        if at < due_at:
            yield Alarm(at, share)
    too_late_at_it = rule.kind is Kind.WINDOW or clock.target.strict
    yield Alarm(due_at if too_late_at_it else due_at + SECOND, Fraction(1))


def share_at(clock: Clock, share: Fraction, due_at: datetime) -> datetime:
    """Give the instant at which a share of the target has run, pauses so far included.

    Of a promised date, the share of the time from its start.
    """
    amount = whole(clock, due_at) * share + clock.stood_still
    return deadline(clock.calendar, clock.target.unit, clock.counts_from, amount)


def whole(clock: Clock, due_at: datetime) -> Fraction:
    """Give what shares are shares of, in the target's unit: its amount; of a promised date, the time from its start."""
    if clock.target.is_date:
        return Fraction(measure(clock.calendar, clock.target.unit, clock.counts_from, due_at))
    return clock.target.amount


def shares_passed(clock: Clock, rule: ClockRule) -> list[Fraction]:
    """Give the shares to warn at that a clock with a deadline has run, smallest first."""
    amount = whole(clock, clock.due_at) if clock.due_at else Fraction(0)
    return [share for share in sorted(rule.warn_at) if amount and Fraction(clock.elapsed) >= share * amount]
