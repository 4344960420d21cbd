"""The axis of days."""

from dataclasses import replace
from datetime import timedelta

import pytest

from acuerdo.core.hours import Calendar
from acuerdo.ui.axis import ClockTimes, Part, axis, columns
from acuerdo.ui.tests.scene import BOGOTA, EMPRESARIAL, NOW, RESPONSE, SOLUTION, at

AXIS = axis((RESPONSE, SOLUTION), NOW, BOGOTA)


def test_it_holds_whole_days_from_the_first_start_to_the_last_deadline() -> None:
    assert [day.day for day in AXIS.dates] == list(range(7, 18))
    assert AXIS.at(at(7)) == 0
    assert AXIS.at(at(18)) == 100


def test_an_open_hour_is_as_wide_in_the_morning_as_at_night_and_on_every_day() -> None:
    hours = [(at(7, 20), at(7, 21)), (at(9, 9), at(9, 10)), (at(12, 14), at(12, 15)), (at(17, 20), at(17, 21))]

    widths = [AXIS.at(end) - AXIS.at(start) for start, end in hours]

    assert widths == pytest.approx([widths[0]] * 4)


def test_a_night_of_twelve_hours_is_only_as_wide_as_two_open_hours() -> None:
    night = AXIS.at(at(10, 9)) - AXIS.at(at(9, 21))
    hour = AXIS.at(at(10, 10)) - AXIS.at(at(10, 9))

    assert night == pytest.approx(2 * hour)


def test_time_never_runs_backwards_on_it() -> None:
    places = [AXIS.at(at(7) + timedelta(minutes=17 * step)) for step in range(1100)]

    assert places == sorted(places)
    assert places[-1] == 100


def test_the_columns_name_the_days_and_the_holiday_and_say_which_are_closed() -> None:
    days = columns(AXIS, (RESPONSE, SOLUTION), NOW, BOGOTA)

    assert [day.name for day in days[:3]] == ["lun 7", "mar 8", "mié 9"]
    assert [day.number for day in days if day.off] == [8, 13]
    assert days[1].sub == "Inmaculada Concepción"
    assert [day.number for day in days if day.now] == [15]
    assert sum(day.width for day in days) == pytest.approx(100)


def test_a_holiday_has_more_room_than_a_sunday_so_that_its_name_can_be_read() -> None:
    days = columns(AXIS, (RESPONSE, SOLUTION), NOW, BOGOTA)
    widths = {day.number: day.width for day in days}

    assert widths[8] > widths[9] > widths[13]


def test_two_months_are_drawn_with_every_few_days_named_and_today_always() -> None:
    long_ago = ClockTimes(EMPRESARIAL, (Part(at(15, 9, month=10), at(15, 21, month=10), "open"),), due=at(20, 9))

    days = columns(axis((long_ago,), NOW, BOGOTA), (long_ago,), NOW, BOGOTA)

    assert len(days) == 67
    assert 12 <= sum(day.shown for day in days) <= 15
    assert next(day for day in days if day.now).shown


def test_a_calendar_that_never_closes_squeezes_nothing() -> None:
    always = Calendar("24x7", "siempre", BOGOTA, always=True)
    clock = ClockTimes(always, (Part(at(14, 22), NOW, "open"),), due=at(15, 22))

    drawn = axis((clock,), NOW, BOGOTA)

    assert drawn.at(at(15)) == pytest.approx(50)
    assert drawn.at(at(15, 12)) == pytest.approx(75)


def test_elapsed_hours_on_a_desk_that_closes_are_as_wide_at_night() -> None:
    clock = replace(RESPONSE, elapsed=True, parts=(Part(at(7, 20), at(8, 2), "open"),), due=at(8, 2), stopped_at=at(8, 2))

    drawn = axis((clock,), NOW, BOGOTA)

    assert drawn.at(at(8)) == pytest.approx(50)


def test_now_does_not_stretch_the_axis_of_a_case_whose_clocks_all_stopped_long_ago() -> None:
    drawn = axis((RESPONSE,), at(28, 12), BOGOTA)

    assert drawn.dates[-1].day == 9
    assert not drawn.holds(at(28, 12))
