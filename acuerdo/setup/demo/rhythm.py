"""When people do things: customers write mostly in the day, the desk works its shift, promises are kept in time."""

from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from functools import lru_cache
from random import Random
from zoneinfo import ZoneInfo

from acuerdo.agreements.queries import holidays_of
from acuerdo.core.clocks import Promise
from acuerdo.core.hours import Calendar, Opening, Unit, deadline, measure

#: Times of the demonstration are whole minutes.
MINUTE = timedelta(minutes=1)
WEEKDAYS = 5


@lru_cache(maxsize=4)
def shift(zone: ZoneInfo, year: int) -> Calendar:
    """When somebody sits at the desk, whatever its plans promise: Monday to Friday, 7:30 to 18:30, no holidays."""
    week = tuple(Opening(day, 7 * 60 + 30, 18 * 60 + 30) for day in range(WEEKDAYS))
    return Calendar(id="turno", label="Turno", zone=zone, week=week, holidays=holidays_of("CO", range(year - 1, year + 2)))


def later(calendar: Calendar, at: datetime, minutes: int) -> datetime:
    """So many minutes of the calendar's open time after `at`; a whole minute, never before the next one."""
    return up(deadline(calendar, Unit.BUSINESS_MINUTES, at, max(1, minutes)))


def up(at: datetime) -> datetime:
    """The next whole minute."""
    whole = at.replace(second=0, microsecond=0)
    return whole if whole == at else whole + MINUTE


def at_share(promise: Promise, at: datetime, elapsed: Fraction, share: Fraction) -> datetime:
    """When `share` of a promise will have passed that stands at `elapsed` at `at`; `at` itself if it has."""
    left = share * promise.target.amount - elapsed
    return deadline(promise.calendar, promise.target.unit, at, left) if left > 0 else at


def started_for(promise: Promise, share: Fraction, now: datetime) -> datetime:
    """When a promise must have started for `share` of it to have passed at `now`: the latest whole minute."""
    return latest(promise.calendar, promise.target.unit, share * promise.target.amount, now)


def ago(calendar: Calendar, minutes: int, now: datetime) -> datetime:
    """The latest whole minute since which so many open minutes have passed."""
    return latest(calendar, Unit.BUSINESS_MINUTES, Fraction(minutes), now)


def latest(calendar: Calendar, unit: Unit, amount: Fraction, now: datetime) -> datetime:
    """The latest whole minute from which at least `amount` passes until `now`; `measure` only grows into the past."""
    early, late = up(now) - timedelta(days=45), up(now) - MINUTE
    while late - early > MINUTE:
        middle = early + ((late - early) / 2 // MINUTE) * MINUTE
        if measure(calendar, unit, middle, now) >= amount:
            early = middle
        else:
            late = middle
    return early


def back_to_work(calendar: Calendar, at: datetime) -> datetime:
    """The last minute of the shift at or before `at`."""
    return ago(calendar, 1, at)


def writes_on(rng: Random, day: date, zone: ZoneInfo, *, by_night: bool) -> datetime:
    """When a customer writes on a day: office hours with two humps, now and then by night where somebody answers."""
    if by_night and rng.random() < 0.3:
        hour, minute = rng.randrange(24), rng.randrange(60)
    else:
        minutes = int(rng.choice((rng.gauss(10.2, 1.2), rng.gauss(15.3, 1.4))) * 60)
        hour, minute = divmod(min(max(minutes, 6 * 60 + 40), 20 * 60 + 50), 60)
    return datetime.combine(day, time(hour, minute), zone).astimezone(UTC)


def days_of(rng: Random, last: date, count: int) -> list[date]:
    """`count` days of the sixty before `last`, few of them weekends, in order."""
    days = [last - timedelta(days=back) for back in range(60, 0, -1)]
    weights = [1 if day.weekday() >= WEEKDAYS else 7 for day in days]
    return sorted(rng.choices(days, weights, k=count))
