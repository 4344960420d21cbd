"""When an amount of a unit has passed."""

from collections.abc import Callable
from datetime import date, datetime
from fractions import Fraction
from typing import ClassVar

from acuerdo.core.errors import Refusal
from acuerdo.core.hours.calendar import Calendar
from acuerdo.core.hours.instants import DAY_MINUTES, closing_at, instant, seconds
from acuerdo.core.hours.timeline import Timeline, ceiling
from acuerdo.core.hours.unit import Unit

YEAR = 366 * 86_400
#: How far ahead is looked for open time, in years; each look lays out twice the years of the last.
LOOKS = (0, 1, 2, 4, 8, 16, 20)
HORIZON = LOOKS[-1] * YEAR


class NeverOpens(Refusal):
    """The calendar has too little open time ahead to hold the amount."""

    code: ClassVar[str] = "hours.never_opens"

    def __init__(self, *, calendar: str, looked_until: date) -> None:
        """Say how far was looked and what to check."""
        super().__init__(
            f"Calendar {calendar!r} does not open enough before {looked_until}. Check its weekly openings and its holidays.",
            calendar=calendar,
            looked_until=looked_until,
        )


def deadline(calendar: Calendar, unit: Unit, start: datetime, amount: Fraction | int) -> datetime:
    """Give the earliest whole second, UTC, by which `amount` of the unit has passed since `start`.

    Reached at closing time it is that closing; nothing left (0 or less) is `start` itself. Raises
    NeverOpens when twenty years do not hold the amount, OutOfReach for years in which no case is kept.
    """
    begin = seconds(start)
    part, whole = amount.numerator, amount.denominator
    if part <= 0:
        return instant(begin)
    if not unit.is_business or (calendar.always and unit.seconds):
        return instant(begin + ceiling(part * unit.seconds, whole))
    # Most deadlines lie in the years laid out already: no function is made for those.
    due = reached(calendar.compiled.covering(begin, begin), unit.seconds, begin, part, whole)
    if due is not None and due <= begin + HORIZON:
        return instant(due)
    return ahead(calendar, begin, lambda line: reached(line, unit.seconds, begin, part, whole))


def reached(timeline: Timeline, unit: int, begin: int, part: int, whole: int) -> int | None:
    """Find when `part`/`whole` of a unit (above 0) has passed since a moment; unit 0 is a date."""
    done = timeline.open_until(begin)
    if unit:
        return timeline.reaching(done + ceiling(part * unit, whole))
    full, done, date_seconds = timeline.date_of(done)
    both = whole * date_seconds
    reach = part * date_seconds + done * whole
    # A date that is used up to its last second ends at its closing, not at the next opening.
    more = (reach - 1) // both
    return timeline.reaching_date(full + more, reach - more * both, both)


def end_of_day(calendar: Calendar, moment: datetime) -> datetime:
    """Give the closing of the business day in which an instant falls, or of the next one, UTC.

    An instant exactly at the closing stays. A day closes with the last of the hours that begin on
    it, so a lunch break is within it. Raises NeverOpens and OutOfReach.
    """
    begin = seconds(moment)
    return ahead(calendar, begin, lambda timeline: timeline.closing(begin))


def closing_of(calendar: Calendar, day: date) -> datetime:
    """Give the instant, UTC, at which a local date closes: its last hours' end, midnight if it has none."""
    hours = calendar.hours_on(day)
    return instant(closing_at(calendar.zone, day, hours[-1][1] if hours else DAY_MINUTES))


def ahead(calendar: Calendar, begin: int, find: Callable[[Timeline], int | None]) -> datetime:
    """Look further and further ahead for a moment, never beyond the last look."""
    for years in LOOKS:
        found = find(calendar.compiled.covering(begin, begin + years * YEAR))
        if found is not None and found <= begin + HORIZON:
            return instant(found)
    looked_until = instant(begin + HORIZON).date()
    raise NeverOpens(calendar=calendar.id, looked_until=looked_until)
