"""Instants as whole seconds, and the instants that local times name."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import ClassVar
from zoneinfo import ZoneInfo

from acuerdo.core.errors import Refusal

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DAY_MINUTES = 1_440
FIRST_YEAR, LAST_YEAR = 1900, 2200


class OutOfReach(Refusal):
    """An instant in a year in which no case is kept."""

    code: ClassVar[str] = "hours.out_of_reach"

    def __init__(self, *, moment: int) -> None:
        """Say which instant, and which years are counted."""
        super().__init__(
            f"The instant {moment} seconds from 1970 is out of reach: calendars are counted from {FIRST_YEAR} to {LAST_YEAR}. "
            "Check the date and the amount.",
            moment=moment,
            first_year=FIRST_YEAR,
            last_year=LAST_YEAR,
        )


def seconds(instant: datetime) -> int:
    """Give the whole seconds since 1970 UTC, cutting what is finer; TypeError for a naive time."""
    passed = instant - EPOCH
    return passed.days * 86_400 + passed.seconds


def instant(moment: int) -> datetime:
    """Give the UTC time of so many seconds since 1970; raises OutOfReach where there is none."""
    try:
        return EPOCH + timedelta(0, moment)
    except OverflowError:
        raise OutOfReach(moment=moment) from None


def check_reach(moment: int) -> None:
    """Refuse a second of a year that no calendar is laid out for."""
    if not FIRST_SECOND <= moment < LAST_SECOND:
        raise OutOfReach(moment=moment)


def opening_at(zone: ZoneInfo, day: date, minute: int) -> int:
    """Give the second a local time names as an opening: an ambiguous one its first occurrence."""
    return local(zone, day, minute, fold=0)


def closing_at(zone: ZoneInfo, day: date, minute: int) -> int:
    """Give the second a local time names as a closing: an ambiguous one its second occurrence."""
    return local(zone, day, minute, fold=1)


def local(zone: ZoneInfo, day: date, minute: int, *, fold: int) -> int:
    """Give the second of a wall-clock time; one inside a gap is the second at which the gap ends."""
    late_days, minute = divmod(minute, DAY_MINUTES)
    shown = day + timedelta(late_days) if late_days else day
    early, late = wall_times(zone, minute)
    first, second = seconds(datetime.combine(shown, early)), seconds(datetime.combine(shown, late))
    # In a gap the offset before the change (fold 0) names the later instant.
    if second < first:
        return end_of_gap(zone, second, first)
    return second if fold else first


@lru_cache(maxsize=1_024)
def wall_times(zone: ZoneInfo, minute: int) -> tuple[time, time]:
    """Give a time of day twice: as its first and as its second occurrence on a day that has two."""
    wall = time(*divmod(minute, 60), tzinfo=zone)
    return wall, wall.replace(fold=1)


def end_of_gap(zone: ZoneInfo, before: int, after: int) -> int:
    """Find the second between the two at which the zone's offset changes."""
    old = instant(before).astimezone(zone).utcoffset()
    while after - before > 1:
        middle = (before + after) // 2
        if instant(middle).astimezone(zone).utcoffset() == old:
            before = middle
        else:
            after = middle
    return after


FIRST_SECOND = seconds(datetime(FIRST_YEAR, 1, 1, tzinfo=UTC))
LAST_SECOND = seconds(datetime(LAST_YEAR, 1, 1, tzinfo=UTC))
