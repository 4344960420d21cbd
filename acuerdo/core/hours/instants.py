"""Instants as whole seconds, and the instants that local times name."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DAY_MINUTES = 1_440


def seconds(instant: datetime) -> int:
    """Give the whole seconds since 1970 UTC, cutting what is finer; TypeError for a naive time."""
    passed = instant - EPOCH
    return passed.days * 86_400 + passed.seconds


def instant(moment: int) -> datetime:
    """Give the UTC time of so many seconds since 1970."""
    return EPOCH + timedelta(0, moment)


def opening_at(zone: ZoneInfo, day: date, minute: int) -> int:
    """Give the second a local time names as an opening: an ambiguous one its first occurrence."""
    return local(zone, day, minute, fold=0)


def closing_at(zone: ZoneInfo, day: date, minute: int) -> int:
    """Give the second a local time names as a closing: an ambiguous one its second occurrence."""
    return local(zone, day, minute, fold=1)


def local(zone: ZoneInfo, day: date, minute: int, *, fold: int) -> int:
    """Give the second of a wall-clock time; one inside a gap is the second at which the gap ends."""
    late_days, minute = divmod(minute, DAY_MINUTES)
    wall = datetime.combine(day + timedelta(late_days), time(*divmod(minute, 60)), zone)
    first, second = seconds(wall), seconds(wall.replace(fold=1))
    # In a gap the offset before the change (fold 0) names the later instant.
    if second < first:
        return end_of_gap(zone, second, first)
    return second if fold else first


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
