"""A calendar refuses hours that cannot be meant."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from acuerdo.core.hours import Calendar, ImpossibleHours, Opening

BOGOTA = ZoneInfo("America/Bogota")
MONDAY, SUNDAY = 0, 6


def calendar(*week: Opening, **others) -> Calendar:
    return Calendar("mesa", "Mesa", BOGOTA, week, **others)


def test_two_openings_of_a_day_may_touch_but_not_overlap() -> None:
    calendar(Opening(MONDAY, 480, 720), Opening(MONDAY, 720, 1_080))

    with pytest.raises(ImpossibleHours, match="overlaps"):
        calendar(Opening(MONDAY, 480, 721), Opening(MONDAY, 720, 1_080))


def test_a_night_may_not_run_into_the_next_mornings_opening() -> None:
    night = Opening(MONDAY, 22 * 60, 30 * 60)

    with pytest.raises(ImpossibleHours):
        calendar(night, Opening(1, 5 * 60, 9 * 60))


def test_sunday_night_may_not_run_into_monday_either() -> None:
    with pytest.raises(ImpossibleHours):
        calendar(Opening(SUNDAY, 22 * 60, 30 * 60), Opening(MONDAY, 5 * 60, 9 * 60))


def test_a_single_opening_may_last_a_whole_day_and_no_longer() -> None:
    calendar(Opening(MONDAY, 0, 1_440))

    for opens, closes in ((0, 1_441), (480, 480), (540, 480), (-1, 60), (1_440, 1_500)):
        with pytest.raises(ImpossibleHours):
            Opening(MONDAY, opens, closes)
    with pytest.raises(ImpossibleHours):
        Opening(7, 480, 540)


def test_hours_of_a_date_may_not_overlap_the_night_before() -> None:
    night = Opening(MONDAY, 22 * 60, 30 * 60)
    tuesday = date(2026, 12, 8)

    calendar(night, exceptions={tuesday: ((6 * 60, 9 * 60),)})
    with pytest.raises(ImpossibleHours) as refusal:
        calendar(night, exceptions={tuesday: ((5 * 60, 9 * 60),)})

    assert refusal.value.facts == {"calendar": "mesa", "day": tuesday}


def test_an_exception_replaces_its_day_be_it_a_holiday_or_not() -> None:
    christmas_eve, christmas = date(2026, 12, 24), date(2026, 12, 25)
    mesa = calendar(
        *(Opening(day, 480, 1_080) for day in range(5)),
        holidays={christmas: "Navidad"},
        exceptions={christmas_eve: ((480, 720),), christmas: ((600, 660),)},
    )

    assert mesa.hours_on(christmas_eve) == ((480, 720),)
    assert mesa.hours_on(christmas) == ((600, 660),)
    assert mesa.holiday_on(christmas) is None


def test_a_holiday_on_a_day_that_never_opens_takes_nothing_away() -> None:
    sunday = date(2027, 8, 1)
    mesa = calendar(Opening(MONDAY, 480, 1_080), holidays={sunday: "Festivo", date(2027, 8, 2): "Festivo"})

    assert mesa.holiday_on(sunday) is None
    assert mesa.holiday_on(date(2027, 8, 2)) == "Festivo"


def test_equal_calendars_hash_alike() -> None:
    assert hash(calendar(Opening(0, 480, 720))) == hash(calendar(Opening(0, 480, 720)))
