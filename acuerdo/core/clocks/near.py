"""When a running promise is near its end: little of its target is left."""

from datetime import datetime
from fractions import Fraction

from acuerdo.core.clocks.target import Target
from acuerdo.core.hours import Calendar, deadline, measure

#: From this share of its target on.
NEAR = Fraction(3, 4)


def near_at(calendar: Calendar, target: Target, started_at: datetime, due_at: datetime) -> datetime:
    """Give the first whole second, UTC, at which no more is left until a deadline than the rest of its target; never after the deadline.

    The deadline that a clock has now is what counts: pauses have moved it. Raises NeverOpens and OutOfReach, as `deadline` does.
    """
    rest = whole_of(calendar, target, started_at, due_at) * (1 - NEAR)
    return min(due_at, deadline(calendar, target.unit, started_at, measure(calendar, target.unit, started_at, due_at) - rest))


def whole_of(calendar: Calendar, target: Target, started_at: datetime, due_at: datetime) -> Fraction:
    """Give what shares of a promise are shares of, in its unit: its amount; up to the end of a day or a date, all the time until then."""
    if target.amount and not target.end_of_day and not target.is_date:
        return target.amount
    return Fraction(measure(calendar, target.unit, started_at, due_at)) or Fraction(1)
