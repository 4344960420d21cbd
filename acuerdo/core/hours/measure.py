"""How much of a unit passes between two instants."""

from datetime import datetime
from fractions import Fraction

from acuerdo.core.hours.calendar import Calendar
from acuerdo.core.hours.instants import seconds
from acuerdo.core.hours.unit import Unit


def measure(calendar: Calendar, unit: Unit, start: datetime, end: datetime) -> Fraction | int:
    """Measure how much of the unit passes from one instant to another, exactly.

    Additive, monotone and continuous; negative when the end is first. Parts of a second are cut.
    Raises OutOfReach for years in which no case is kept.
    """
    begin, finish = seconds(start), seconds(end)
    if not unit.is_business or (calendar.always and unit.seconds):
        return share(finish - begin, unit.seconds)
    timeline = calendar.compiled.covering(min(begin, finish), max(begin, finish))
    first, last = timeline.open_until(begin), timeline.open_until(finish)
    if unit.seconds:
        return share(last - first, unit.seconds)
    dates_first, part_first, whole_first = timeline.date_of(first)
    dates_last, part_last, whole_last = timeline.date_of(last)
    dates = dates_last - dates_first
    if whole_first == whole_last:
        return share(dates * whole_last + part_last - part_first, whole_last)
    both = whole_first * whole_last
    return share(dates * both + part_last * whole_first - part_first * whole_last, both)


def share(part: int, whole: int) -> Fraction | int:
    """Divide exactly; a whole number stays one, for it is quicker to count with."""
    quotient, remainder = divmod(part, whole)
    return Fraction(part, whole) if remainder else quotient


def opened(calendar: Calendar, start: datetime, end: datetime) -> int:
    """Count the open seconds between two instants."""
    if calendar.always:
        return seconds(end) - seconds(start)
    begin, finish = seconds(start), seconds(end)
    timeline = calendar.compiled.covering(min(begin, finish), max(begin, finish))
    return timeline.open_until(finish) - timeline.open_until(begin)
