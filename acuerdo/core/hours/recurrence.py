"""On which days something comes back: every so many business days, on a weekday, on a day of the month."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import ClassVar

from acuerdo.core.errors import Refusal
from acuerdo.core.hours.calendar import Calendar

ONE = timedelta(days=1)
#: Looked for no further than this, days: a calendar that never opens has no next day.
HORIZON = 3_660
#: A day on which the desk is closed moves no further than this, days.
FARTHEST = 60
UNITS = ("business-days", "weeks", "months")
CLOSED = ("next", "previous", "skip")


class ImpossibleRecurrence(Refusal):
    """A schedule that has no days."""

    code: ClassVar[str] = "hours.impossible_recurrence"


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Every so many units from a day on. `day`: of the month, 1 to 31 (a shorter month has its last); of the week, 0 is Monday.

    `closed` says what becomes of a day without open hours. Business days are counted from the first one on or after the start.
    Raises ImpossibleRecurrence.
    """

    every: int
    unit: str
    starts_on: date
    day: int = 1
    closed: str = "next"

    def __post_init__(self) -> None:
        """Refuse what no calendar has."""
        days = {"weeks": range(7), "months": range(1, 32)}.get(self.unit)
        if self.every < 1 or self.unit not in UNITS or self.closed not in CLOSED or (days is not None and self.day not in days):
            message = f"no days come of every {self.every} {self.unit}, day {self.day}, when closed {self.closed}"
            raise ImpossibleRecurrence(message, every=self.every, unit=self.unit, day=self.day, closed=self.closed)


@dataclass(frozen=True, slots=True)
class Due:
    """A day of a schedule: as it is named, which never changes, and as it falls by the calendar."""

    named: date
    falls_on: date


def due_days(rule: Recurrence, calendar: Calendar, since: date, count: int) -> tuple[Due, ...]:
    """Give the next days that fall on or after `since`, at most `count`; fewer where the calendar does not open."""
    return tuple(islice((due for due in all_days(rule, calendar, since) if due.falls_on >= since), count))


def all_days(rule: Recurrence, calendar: Calendar, since: date) -> Iterator[Due]:
    """Give every day of the schedule that falls somewhere, up to the horizon after `since`."""
    last = max(since, rule.starts_on) + timedelta(days=HORIZON)
    for named in named_days(rule, calendar, last):
        falls_on = moved(named, rule.closed, calendar)
        if falls_on is not None:
            yield Due(named, falls_on)


def named_days(rule: Recurrence, calendar: Calendar, last: date) -> Iterator[date]:
    """Give the days by their name alone, up to `last`."""
    if rule.unit == "business-days":
        open_days = (day for day in each_day(rule.starts_on, last) if calendar.hours_on(day))
        yield from islice(open_days, 0, None, rule.every)
    elif rule.unit == "weeks":
        first = rule.starts_on + ONE * ((rule.day - rule.starts_on.weekday()) % 7)
        yield from islice(each_day(first, last), 0, None, 7 * rule.every)
    else:
        yield from (day for day in monthly(rule, last) if day >= rule.starts_on)


def each_day(first: date, last: date) -> Iterator[date]:
    """Give every day from one to another."""
    return (first + ONE * number for number in range((last - first).days + 1))


def monthly(rule: Recurrence, last: date) -> Iterator[date]:
    """Give the day of every so many months, the last one of a month that is shorter."""
    month = rule.starts_on.year * 12 + rule.starts_on.month - 1
    while (day := in_month(month, rule.day)) <= last:
        yield day
        month += rule.every


def in_month(month: int, day: int) -> date:
    """Give a day of a month, which is counted from the year 0."""
    year, month = month // 12, month % 12 + 1
    return date(year, month, min(day, monthrange(year, month)[1]))


def moved(day: date, closed: str, calendar: Calendar) -> date | None:
    """Say when a day falls: itself where the desk is open, else as the rule says; None where it falls nowhere."""
    step = {"next": ONE, "previous": -ONE, "skip": None}[closed]
    if calendar.hours_on(day) or step is None:
        return day if calendar.hours_on(day) else None
    return next((day + step * number for number in range(1, FARTHEST + 1) if calendar.hours_on(day + step * number)), None)
