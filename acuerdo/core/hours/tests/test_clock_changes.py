"""Days of 23, 25 and 23.5 hours: a calendar measures the seconds that really pass."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from acuerdo.core.hours import Calendar, Opening, Unit, deadline, end_of_day, measure

NEW_YORK, MADRID, HOWE = ZoneInfo("America/New_York"), ZoneInfo("Europe/Madrid"), ZoneInfo("Australia/Lord_Howe")
SAO_PAULO = ZoneInfo("America/Sao_Paulo")
SUNDAY = 6


def open_on(zone: ZoneInfo, day: int, opens: int, closes: int) -> Calendar:
    return Calendar("mesa", "Mesa", zone, (Opening(day, opens, closes),))


def on(zone: ZoneInfo, *parts: int, fold: int = 0) -> datetime:
    return datetime(*parts, tzinfo=zone, fold=fold).astimezone(UTC)


def open_hours(calendar: Calendar, day: date) -> object:
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return measure(calendar, Unit.BUSINESS_HOURS, start, start.replace(day=day.day + 2))


def test_an_hour_left_at_the_end_of_friday_carries_over_to_monday_on_summer_time() -> None:
    mesa = Calendar("mesa", "Mesa", MADRID, tuple(Opening(day, 540, 1_080) for day in range(5)))

    due = deadline(mesa, Unit.BUSINESS_HOURS, datetime(2026, 3, 27, 16, 30, tzinfo=UTC), 1)

    assert due == datetime(2026, 3, 30, 7, 30, tzinfo=UTC)


def test_an_hour_that_does_not_exist_is_not_open() -> None:
    spring = date(2026, 3, 8)

    assert open_hours(open_on(NEW_YORK, SUNDAY, 0, 360), spring) == 5
    assert open_hours(open_on(NEW_YORK, SUNDAY, 120, 180), spring) == 0


def test_hours_that_open_inside_the_gap_open_when_it_ends() -> None:
    mesa = open_on(NEW_YORK, SUNDAY, 150, 300)

    due = deadline(mesa, Unit.BUSINESS_MINUTES, on(NEW_YORK, 2026, 3, 8), 1)

    assert due == on(NEW_YORK, 2026, 3, 8, 3, 1)


def test_a_date_whose_only_hours_fall_into_the_gap_is_no_business_day() -> None:
    mesa = open_on(NEW_YORK, SUNDAY, 120, 180)

    due = deadline(mesa, Unit.BUSINESS_DAYS, on(NEW_YORK, 2026, 3, 7), 1)

    assert due == on(NEW_YORK, 2026, 3, 15, 3)


def test_an_hour_that_happens_twice_is_open_twice() -> None:
    assert open_hours(open_on(NEW_YORK, SUNDAY, 0, 360), date(2026, 11, 1)) == 7


def test_an_ambiguous_opening_is_its_first_occurrence_and_an_ambiguous_closing_its_second() -> None:
    mesa = open_on(NEW_YORK, SUNDAY, 75, 90)

    # From 1:15 on summer time to 1:30 on winter time: an hour and a quarter.
    assert measure(mesa, Unit.BUSINESS_MINUTES, on(NEW_YORK, 2026, 11, 1), on(NEW_YORK, 2026, 11, 2)) == 75
    assert end_of_day(mesa, on(NEW_YORK, 2026, 11, 1)) == on(NEW_YORK, 2026, 11, 1, 1, 30, fold=1)


def test_hours_that_meet_in_a_repeated_hour_are_not_counted_twice() -> None:
    mesa = Calendar("mesa", "Mesa", NEW_YORK, (Opening(SUNDAY, 0, 90), Opening(SUNDAY, 90, 300)))

    assert open_hours(mesa, date(2026, 11, 1)) == 6


def test_a_day_that_closes_in_the_repeated_hour_still_is_one_business_day() -> None:
    mesa = open_on(NEW_YORK, SUNDAY, 0, 120)
    start = on(NEW_YORK, 2026, 11, 1)

    # Three hours long that day: half of it is over after an hour and a half.
    assert measure(mesa, Unit.BUSINESS_DAYS, start, on(NEW_YORK, 2026, 11, 1, 1, 30, fold=1)) * 6 == 5
    assert deadline(mesa, Unit.BUSINESS_DAYS, start, 1) == on(NEW_YORK, 2026, 11, 1, 2)


def test_a_date_of_a_calendar_that_never_closes_has_as_many_hours_as_it_has() -> None:
    siempre = Calendar("continuo", "24x7", HOWE, always=True)

    # Lord Howe puts its clocks back by half an hour on 5 April 2026.
    due = deadline(siempre, Unit.BUSINESS_DAYS, on(HOWE, 2026, 4, 5), 1)

    assert due - on(HOWE, 2026, 4, 5) == datetime(2026, 1, 2, 0, 30) - datetime(2026, 1, 1)


def test_a_midnight_that_does_not_exist_ends_its_day_all_the_same() -> None:
    siempre = Calendar("continuo", "24x7", SAO_PAULO, always=True)

    # On 4 November 2018 the day began at 1:00.
    assert end_of_day(siempre, on(SAO_PAULO, 2018, 11, 3, 12)) == on(SAO_PAULO, 2018, 11, 4, 1)
