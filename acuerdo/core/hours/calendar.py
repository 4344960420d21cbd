"""When a desk is open."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import ClassVar
from zoneinfo import ZoneInfo

from acuerdo.core.errors import Refusal
from acuerdo.core.hours.compiled import Compiled

DAY = 1_440
WEEK = 7 * DAY
#: An open time on a date, in minutes after local midnight; the end may lie past midnight.
Hours = tuple[int, int]


class ImpossibleHours(Refusal):
    """Opening hours that cannot be meant: overlapping, empty, or longer than a day."""

    code: ClassVar[str] = "hours.impossible"


@dataclass(frozen=True, slots=True, order=True)
class Opening:
    """Weekly open hours that begin on `day` (0 is Monday), in minutes after local midnight.

    Open from `opens` up to, but not including, `closes`; 1440 is 24:00 and more runs past midnight.
    """

    day: int
    opens: int
    closes: int

    def __post_init__(self) -> None:
        """Refuse a day outside the week and hours that no day has."""
        if self.day not in range(7):
            message = f"a weekday is 0 (Monday) to 6 (Sunday), not {self.day}"
            raise ImpossibleHours(message, day=self.day)
        check(self.opens, self.closes)


@dataclass(frozen=True)
class Calendar:
    """Local opening hours in a time zone, its holidays, and dates with hours of their own.

    `exceptions` replace the hours of their date, holiday or not; an empty one closes it. `always` is
    24x7: its hours, holidays and exceptions are not looked at. `note` and `source` are the manual's words on it.
    Raises ImpossibleHours.
    """

    id: str
    label: str
    zone: ZoneInfo
    week: tuple[Opening, ...] = ()
    holidays: Mapping[date, str] = field(default_factory=dict)
    exceptions: Mapping[date, tuple[Hours, ...]] = field(default_factory=dict)
    always: bool = False
    note: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        """Refuse hours that overlap, also with the tail of the day before."""
        for first, second in overlaps(self.week):
            message = f"calendar {self.id!r}: {first} overlaps {second}"
            raise ImpossibleHours(message, calendar=self.id, first=first, second=second)
        for day, hours in self.exceptions.items():
            for opens, closes in hours:
                check(opens, closes)
            self.check_neighbours(day)

    def check_neighbours(self, day: date) -> None:
        """Refuse hours of a dated exception that overlap each other or those of the days around it."""
        around = [
            (opens + shift * DAY, closes + shift * DAY) for shift in (-1, 0, 1) for opens, closes in self.hours_on(day + timedelta(shift))
        ]
        for (_, closes), (opens, _) in pairwise(around):
            if closes > opens:
                message = f"calendar {self.id!r}: the hours of {day} overlap each other or those of the day before or after"
                raise ImpossibleHours(message, calendar=self.id, day=day)

    def __hash__(self) -> int:
        """By what names it; calendars that are equal are alike in this too."""
        return hash((self.id, self.zone.key, self.week))

    @cached_property
    def compiled(self) -> Compiled:
        """Give this calendar ready for arithmetic; it is laid out once, as far as it is asked for."""
        return Compiled(self.zone, self.hours_on)

    @cached_property
    def by_weekday(self) -> tuple[tuple[Hours, ...], ...]:
        """Give the weekly hours of Monday to Sunday, in order."""
        return tuple(tuple(sorted((o.opens, o.closes) for o in self.week if o.day == day)) for day in range(7))

    @cached_property
    def usual_day(self) -> int | None:
        """Give the open seconds of a day if the week has as many on each that opens; None if it varies."""
        if self.always:
            return DAY * 60
        lengths = {sum(closes - opens for opens, closes in hours) for hours in self.by_weekday if hours}
        return lengths.pop() * 60 if len(lengths) == 1 else None

    def hours_on(self, day: date) -> tuple[Hours, ...]:
        """Give the hours that begin on a date, in order; none when it is closed."""
        if self.always:
            return ((0, DAY),)
        if day in self.exceptions:
            return tuple(sorted(self.exceptions[day]))
        if day in self.holidays:
            return ()
        return self.by_weekday[day.weekday()]

    def holiday_on(self, day: date) -> str | None:
        """Name the holiday that takes this date's weekly hours away; None where none does."""
        if self.always or day in self.exceptions or not self.by_weekday[day.weekday()]:
            return None
        return self.holidays.get(day)


def overlaps(week: tuple[Opening, ...]) -> Iterator[tuple[Opening, Opening]]:
    """Give each pair of neighbours of a week, Sunday night and Monday included, that overlap."""
    ordered = sorted(week)
    for first, second in zip(ordered, [*ordered[1:], *ordered[:1]], strict=True):
        wrapped = 0 if second > first else WEEK
        begins = second.day * DAY + second.opens + wrapped
        if first is not second and first.day * DAY + first.closes > begins:
            yield first, second


def check(opens: int, closes: int) -> None:
    """Refuse hours that do not begin on their day, that are empty, or that last more than a day."""
    if not (0 <= opens < DAY and opens < closes <= opens + DAY):
        message = f"hours {opens}-{closes} are not minutes of a day that opens and then closes"
        raise ImpossibleHours(message, opens=opens, closes=closes)
