"""Random calendars around the dates on which clocks change, for property tests."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st

from acuerdo.core.hours import Calendar, ImpossibleHours, Opening

#: The same examples on every run: a property that fails, fails for everybody.
STEADY = settings(derandomize=True, deadline=None, max_examples=40)

#: A zone and a date near which something happens to its clocks (or nothing ever does).
PLACES = (
    ("America/Bogota", date(2026, 3, 20)),
    ("America/New_York", date(2026, 3, 6)),
    ("America/New_York", date(2026, 10, 30)),
    ("Europe/Madrid", date(2026, 3, 27)),
    ("Europe/Madrid", date(2026, 10, 23)),
    ("America/Sao_Paulo", date(2018, 11, 2)),
    ("America/Sao_Paulo", date(2018, 2, 16)),
    ("Australia/Lord_Howe", date(2026, 4, 3)),
)
DAYS = 7


@st.composite
def hours(draw: Any, *, latest: int = 1_440 + 420) -> tuple[int, int]:
    """Hours of a day on quarters of an hour, also past midnight."""
    opens = draw(st.integers(0, 95)) * 15
    closes = draw(st.integers(opens // 15 + 1, min(latest, opens + 1_440) // 15)) * 15
    return opens, closes


def with_opening(calendar: dict[str, Any], opening: Opening) -> dict[str, Any]:
    """Add an opening, unless it would overlap."""
    try:
        wider = {**calendar, "week": (*calendar["week"], opening)}
        Calendar(**wider)
    except ImpossibleHours:
        return calendar
    return wider


def with_exception(calendar: dict[str, Any], day: date, times: tuple[tuple[int, int], ...]) -> dict[str, Any]:
    """Give one date hours of its own, unless they would overlap."""
    try:
        other = {**calendar, "exceptions": {**calendar["exceptions"], day: times}}
        Calendar(**other)
    except ImpossibleHours:
        return calendar
    return other


@st.composite
def calendars(draw: Any) -> tuple[Calendar, date]:
    """Make a calendar, and a date from which on DAYS days are worth looking at."""
    zone, first = draw(st.sampled_from(PLACES))
    if draw(st.integers(0, 9)) == 0:
        return Calendar("continuo", "24x7", ZoneInfo(zone), always=True), first
    dates = st.integers(0, DAYS).map(lambda days: first + timedelta(days=days))
    parts: dict[str, Any] = {
        "id": "mesa",
        "label": "Mesa",
        "zone": ZoneInfo(zone),
        "week": (),
        "holidays": draw(st.dictionaries(dates, st.just("Festivo"), max_size=2)),
        "exceptions": {},
    }
    for day, times in draw(st.lists(st.tuples(st.integers(0, 6), hours()), min_size=3, max_size=12)):
        parts = with_opening(parts, Opening(day, *times))
    for day, times in draw(st.lists(st.tuples(dates, st.lists(hours(), max_size=2)), max_size=2)):
        parts = with_exception(parts, day, tuple(times))
    return Calendar(**parts), first


def instants(first: date, days: int = DAYS) -> st.SearchStrategy[datetime]:
    """Instants of those days; often on the quarter hours at which calendars open and close."""
    begin = datetime(first.year, first.month, first.day, tzinfo=UTC)
    quarters = st.integers(0, days * 96).map(lambda count: begin + timedelta(minutes=15 * count))
    seconds = st.integers(0, days * 86_400).map(lambda count: begin + timedelta(seconds=count))
    return quarters | seconds
