"""The same answers as the engine's, found by walking every minute: slow, plain and apart from it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from functools import lru_cache
from zoneinfo import ZoneInfo

from acuerdo.core.hours import Calendar, Unit

MINUTE = timedelta(minutes=1)
NOTHING = Fraction(0)


@dataclass(frozen=True)
class Minutes:
    """Minutes of UTC, what a clock on the wall shows in each, and in which ones it shows a time."""

    utc: list[datetime]
    walls: list[datetime]
    shown: dict[datetime, list[int]]


@lru_cache
def minutes(zone: ZoneInfo, first: date, last: date) -> Minutes:
    begin = datetime(first.year, first.month, first.day, tzinfo=UTC) - timedelta(days=2)
    end = datetime(last.year, last.month, last.day, tzinfo=UTC) + timedelta(days=4)
    utc = [begin + MINUTE * index for index in range((end - begin) // MINUTE)]
    # Without fold, which tells the two minutes of a repeated hour apart.
    walls = [minute.astimezone(zone).replace(tzinfo=None, fold=0) for minute in utc]
    shown: dict[datetime, list[int]] = {}
    for index, wall in enumerate(walls):
        shown.setdefault(wall, []).append(index)
    return Minutes(utc, walls, shown)


class Walk:
    """Every minute of some dates, and the date to which it belongs if it is open."""

    def __init__(self, calendar: Calendar, first: date, last: date) -> None:
        self.minutes = minutes(calendar.zone, first, last)
        self.owner: dict[datetime, date] = {}
        for index in range((last - first).days + 1):
            day = first + timedelta(days=index)
            for opens, closes in calendar.hours_on(day):
                for minute in self.between(day, opens, closes):
                    self.owner[minute] = day
        self.length: dict[date, int] = {}
        for day in self.owner.values():
            self.length[day] = self.length.get(day, 0) + 60

    def between(self, day: date, opens: int, closes: int) -> list[datetime]:
        """From the first minute that shows the opening time, or a later one, up to the last closing time."""
        midnight = datetime(day.year, day.month, day.day)
        first = self.showing(midnight + MINUTE * opens)[0]
        last = self.showing(midnight + MINUTE * closes)[-1]
        return self.minutes.utc[first:last]

    def showing(self, wall: datetime) -> list[int]:
        """Give the minutes that show a time, or the first one after the gap that swallowed it."""
        while wall not in self.minutes.shown:
            wall += MINUTE
        return self.minutes.shown[wall]

    def passes(self, unit: Unit, start: datetime, seconds: int = 60) -> Fraction:
        """How much of the unit passes in so many seconds from within one minute on."""
        if not unit.is_business:
            return Fraction(seconds, unit.seconds)
        day = self.owner.get(start.replace(second=0))
        if day is None:
            return NOTHING
        return Fraction(seconds, unit.seconds or self.length[day])

    def measure(self, unit: Unit, start: datetime, end: datetime) -> Fraction:
        seconds: dict[date | None, int] = {}
        at = start
        while at < end:
            minute = at.replace(second=0)
            stop = min(end, minute + MINUTE)
            day = self.owner.get(minute)
            seconds[day] = seconds.get(day, 0) + (stop - at).seconds
            at = stop
        if not unit.is_business:
            return Fraction(sum(seconds.values()), unit.seconds)
        return sum((Fraction(n, unit.seconds or self.length[day]) for day, n in seconds.items() if day), Fraction(0))

    def deadline(self, unit: Unit, start: datetime, amount: Fraction) -> datetime:
        at, left = start, amount
        while left > 0:
            stop = at.replace(second=0) + MINUTE
            passed = self.passes(unit, at, (stop - at).seconds)
            if passed and passed >= left:
                return next(at + timedelta(seconds=count) for count in range(1, 61) if self.passes(unit, at, count) >= left)
            at, left = stop, left - passed if passed else left
        return at
