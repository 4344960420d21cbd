"""The axis of days that all clocks of a case share: open time true to scale, closed time squeezed."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from math import ceil
from typing import Literal
from zoneinfo import ZoneInfo

from acuerdo.core.clocks import Explanation, Segment, SegmentKind
from acuerdo.core.hours import Calendar, open_spans
from acuerdo.ui.components import Day
from acuerdo.ui.moments import names

PartKind = Literal["open", "closed", "holiday", "paused"]
Span = tuple[datetime, datetime]

DRAWN: dict[SegmentKind, PartKind] = {
    SegmentKind.OPEN: "open",
    SegmentKind.CLOSED: "closed",
    SegmentKind.HOLIDAY: "holiday",
    SegmentKind.PAUSED: "paused",
    SegmentKind.STOPPED: "paused",
}

#: A stretch in which no clock counts is as wide as this many open hours, or as itself when shorter.
NIGHT = 1.0
#: A day on which nobody opens, and a holiday, which needs room for its name: shares of the widest working day.
CLOSED_DAY, HOLIDAY = 0.75, 1.25
#: More names than this do not fit beside each other.
NAMES = 14


@dataclass(frozen=True, slots=True)
class Part:
    """A segment of an explanation; `label` says what it counted."""

    start: datetime
    end: datetime
    kind: PartKind
    label: str = ""


@dataclass(frozen=True, slots=True)
class ClockTimes:
    """A clock's instants, all UTC. `parts` run from its start to now, to its stop or to its deadline.

    `elapsed`: its unit is elapsed time, so that it counts at night too.
    """

    calendar: Calendar
    parts: tuple[Part, ...]
    due: datetime | None = None
    due_if_resumed: datetime | None = None
    stopped_at: datetime | None = None
    elapsed: bool = False
    pin: str = ""

    @property
    def start(self) -> datetime:
        """When it began."""
        return self.parts[0].start

    def opens(self, start: datetime, end: datetime) -> Iterator[Span]:
        """The spans between two instants in which it would count."""
        if self.elapsed:
            yield start, end
            return
        yield from open_spans(self.calendar, start, end)


def times_of(told: Explanation, words: Callable[[Segment], str], pin: str = "") -> ClockTimes:
    """A clock's instants out of its explanation; `words` says what a stretch was.

    A clock that has just begun has one part without length.
    """
    clock = told.clock
    begun = Part(clock.counts_from, clock.counts_from, "open")
    return ClockTimes(
        calendar=clock.calendar,
        parts=tuple(Part(s.start, s.end, DRAWN[s.kind], words(s)) for s in told.segments) or (begun,),
        due=clock.due_at,
        due_if_resumed=clock.due_if_resumed,
        stopped_at=clock.stopped_at,
        elapsed=not clock.target.unit.is_business,
        pin=pin,
    )


class Axis:
    """Maps instants to percent of the width. Instants before it are 0, after it 100."""

    def __init__(self, points: list[datetime], weights: list[float], days: tuple[date, ...], closed: frozenset[date]) -> None:
        """Take the instants at which the scale changes, the width of what lies between each two, and the days on which nobody opens."""
        self.points = points
        self.before = list(accumulate(weights, initial=0.0))
        self.dates, self.closed = days, closed

    def at(self, instant: datetime) -> float:
        """Where an instant lies, percent."""
        index = bisect_right(self.points, instant) - 1
        if index < 0:
            return 0.0
        if index >= len(self.points) - 1:
            return 100.0
        begin, end = self.points[index], self.points[index + 1]
        width = self.before[index + 1] - self.before[index]
        return 100 * (self.before[index] + width * ((instant - begin) / (end - begin))) / self.before[-1]

    def holds(self, instant: datetime) -> bool:
        """Whether an instant lies on it."""
        return self.points[0] <= instant <= self.points[-1]


def axis(clocks: Iterable[ClockTimes], now: datetime, zone: ZoneInfo, days_after: int = 0) -> Axis:
    """The axis of whole local days from the first start to the last deadline, and to now while a clock is live."""
    clocks = tuple(clocks)
    ends = [i for c in clocks for i in (c.parts[-1].end, c.due, c.due_if_resumed, c.stopped_at) if i]
    if any(clock.stopped_at is None for clock in clocks):
        ends.append(now)
    first = min(clock.start for clock in clocks).astimezone(zone).date()
    last = (max(ends) - timedelta(microseconds=1)).astimezone(zone).date() + timedelta(days_after)
    dates = tuple(first + timedelta(days) for days in range((last - first).days + 1))
    differing = {(clock.calendar, clock.elapsed): clock for clock in clocks}.values()
    opened = [merged(opens_on(day, differing, zone)) for day in dates]
    widest = max((hours(spans) for spans in opened), default=0) + 2 * NIGHT if any(opened) else 10.0
    points, weights = [midnight(dates[0], zone)], []
    for day, spans in zip(dates, opened, strict=True):
        empty = widest * (HOLIDAY if holiday(day, clocks) and len(dates) <= NAMES else CLOSED_DAY)
        for end, weight in pieces(points[-1], midnight(day + timedelta(1), zone), spans, empty):
            points.append(end)
            weights.append(weight)
    return Axis(points, weights, dates, frozenset(day for day, spans in zip(dates, opened, strict=True) if not spans))


def columns(axis: Axis, clocks: Iterable[ClockTimes], now: datetime, zone: ZoneInfo) -> tuple[Day, ...]:
    """The days of an axis with their names; where they are many, only each second, third … is named."""
    clocks = tuple(clocks)
    step = ceil(len(axis.dates) / NAMES)
    today, said = now.astimezone(zone).date(), names()
    places = [axis.at(midnight(day, zone)) for day in (*axis.dates, axis.dates[-1] + timedelta(1))]
    return tuple(
        Day(
            left=places[index],
            width=places[index + 1] - places[index],
            name=f"{said.short_weekdays[day.weekday()]} {day.day}",
            letter=said.weekdays[day.weekday()][0].upper(),
            number=day.day,
            off=day in axis.closed,
            now=day == today,
            sub=holiday(day, clocks) if step == 1 else "",
            shown=index % step == 0 or day == today,
        )
        for index, day in enumerate(axis.dates)
    )


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """The instant at which a local day begins."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def opens_on(day: date, clocks: Iterable[ClockTimes], zone: ZoneInfo) -> Iterator[Span]:
    """The spans of a local day in which any clock counts."""
    begin, end = midnight(day, zone), midnight(day + timedelta(1), zone)
    for clock in clocks:
        yield from clock.opens(begin, end)


def holiday(day: date, clocks: Iterable[ClockTimes]) -> str:
    """The name of a day that is a holiday on a clock's calendar, else nothing."""
    return next((name for clock in clocks if (name := clock.calendar.holidays.get(day))), "")


def hours(spans: Iterable[Span]) -> float:
    """How many hours spans last together."""
    return sum((end - start) / timedelta(hours=1) for start, end in spans)


def merged(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that touch made one."""
    whole: list[Span] = []
    for start, end in sorted(spans):
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return whole


def pieces(begin: datetime, end: datetime, spans: list[Span], empty: float) -> Iterator[tuple[datetime, float]]:
    """A day cut where it opens and closes: the end and width of each piece."""
    if not spans:
        yield end, empty
        return
    for opens, closes in spans:
        if opens > begin:
            yield opens, min(NIGHT, hours([(begin, opens)]))
        yield closes, hours([(opens, closes)])
        begin = closes
    if begin < end:
        yield end, min(NIGHT, hours([(begin, end)]))
