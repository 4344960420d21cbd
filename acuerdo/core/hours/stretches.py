"""What the time between two instants was: open, closed or a holiday."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from acuerdo.core.hours.calendar import Calendar
from acuerdo.core.hours.instants import instant, opening_at, seconds


class StretchKind(StrEnum):
    """What a stretch of time is on a calendar."""

    OPEN = "open"
    CLOSED = "closed"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `start` up to, but not including, `end`, UTC; `name` is a holiday's."""

    start: datetime
    end: datetime
    kind: StretchKind
    name: str = ""


def stretches(calendar: Calendar, start: datetime, end: datetime) -> Iterator[Stretch]:
    """Cut the time between two instants where it opens, closes, or a holiday begins or ends.

    A holiday is named where it takes hours away: one on a day that never opens is plainly closed.
    """
    begin, finish = seconds(start), seconds(end)
    if calendar.always:
        if begin < finish:
            yield Stretch(instant(begin), instant(finish), StretchKind.OPEN)
        return
    for opens, closes in open_between(calendar, begin, finish):
        yield from closed(calendar, begin, opens)
        yield Stretch(instant(opens), instant(closes), StretchKind.OPEN)
        begin = closes
    yield from closed(calendar, begin, finish)


def open_spans(calendar: Calendar, start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Give the open times between two instants, in UTC; hours that touch are one. What is closed is not looked at."""
    begin, finish = seconds(start), seconds(end)
    if not calendar.always:
        yield from ((instant(opens), instant(closes)) for opens, closes in open_between(calendar, begin, finish))
    elif begin < finish:
        yield instant(begin), instant(finish)


def open_between(calendar: Calendar, begin: int, finish: int) -> Iterator[tuple[int, int]]:
    """Give the open intervals between two moments; hours that touch are one."""
    timeline = calendar.compiled.covering(begin, max(begin, finish))
    index = max(0, bisect_right(timeline.opens, begin) - 1)
    held: tuple[int, int] | None = None
    while index < len(timeline.opens) and timeline.opens[index] < finish:
        opens, closes = max(timeline.opens[index], begin), min(timeline.closes[index], finish)
        index += 1
        if opens >= closes:
            continue
        if held and held[1] == opens:
            opens = held[0]
        elif held:
            yield held
        held = (opens, closes)
    if held:
        yield held


def closed(calendar: Calendar, begin: int, finish: int) -> Iterator[Stretch]:
    """Cut closed time at the midnights around its holidays."""
    for day, name in holidays_between(calendar, begin, finish):
        start = max(begin, opening_at(calendar.zone, day, 0))
        end = min(finish, opening_at(calendar.zone, day + timedelta(1), 0))
        if start >= end:
            continue
        if begin < start:
            yield Stretch(instant(begin), instant(start), StretchKind.CLOSED)
        yield Stretch(instant(start), instant(end), StretchKind.HOLIDAY, name)
        begin = end
    if begin < finish:
        yield Stretch(instant(begin), instant(finish), StretchKind.CLOSED)


def holidays_between(calendar: Calendar, begin: int, finish: int) -> Iterator[tuple[date, str]]:
    """Give the local dates between two moments that are holidays, and their names."""
    day = instant(begin).astimezone(calendar.zone).date()
    last = instant(finish).astimezone(calendar.zone).date()
    while day <= last:
        name = calendar.holiday_on(day)
        if name:
            yield day, name
        day += timedelta(1)
