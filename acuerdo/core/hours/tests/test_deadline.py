"""Deadlines on hard days, chosen on purpose."""

from datetime import UTC, date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from acuerdo.core.hours import (
    Calendar,
    NeverOpens,
    Opening,
    OutOfReach,
    Unit,
    closing_of,
    deadline,
    end_of_day,
    measure,
)

BOGOTA = ZoneInfo("America/Bogota")
FESTIVOS = {date(2026, 3, 23): "San José", date(2026, 4, 2): "Jueves Santo", date(2026, 4, 3): "Viernes Santo"}
OFICINA = Calendar("oficina", "Oficina", BOGOTA, tuple(Opening(d, 540, 1_020) for d in range(5)), holidays=FESTIVOS)
PARTIDA = Calendar(
    "partida",
    "8 a 12 y 14 a 18; sábado de 8 a 12",
    BOGOTA,
    (*(Opening(d, *hours) for d in range(5) for hours in ((480, 720), (840, 1_080))), Opening(5, 480, 720)),
)
NOCHE = Calendar("noche", "22 a 6", BOGOTA, tuple(Opening(d, 1_320, 1_800) for d in range(5)))
SIEMPRE = Calendar("continuo", "24x7", BOGOTA, always=True)


def at(text: str, zone: ZoneInfo = BOGOTA) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


def due(calendar: Calendar, start: str, amount: Fraction | int, unit: Unit) -> datetime:
    return deadline(calendar, unit, at(start), amount)


def test_hours_reached_at_closing_time_are_due_then_and_not_at_the_next_opening() -> None:
    assert due(OFICINA, "2026-03-20 16:00", 1, Unit.BUSINESS_HOURS) == at("2026-03-20 17:00")


def test_one_minute_more_waits_for_the_opening_after_weekend_and_holiday() -> None:
    assert due(OFICINA, "2026-03-20 16:00", 61, Unit.BUSINESS_MINUTES) == at("2026-03-24 09:01")


def test_a_clock_started_while_closed_counts_from_the_opening() -> None:
    assert due(OFICINA, "2026-03-20 23:00", 2, Unit.BUSINESS_HOURS) == at("2026-03-24 11:00")


def test_three_business_days_end_at_the_same_hour_three_days_on() -> None:
    assert due(OFICINA, "2026-03-17 10:15", 3, Unit.BUSINESS_DAYS) == at("2026-03-20 10:15")


def test_a_business_day_started_while_closed_is_over_at_closing_time() -> None:
    assert due(OFICINA, "2026-03-16 07:00", 3, Unit.BUSINESS_DAYS) == at("2026-03-18 17:00")
    assert due(OFICINA, "2026-03-16 18:30", 3, Unit.BUSINESS_DAYS) == at("2026-03-19 17:00")


def test_a_short_saturday_is_a_whole_business_day() -> None:
    # Friday 14:00 is half a day in; half a Saturday later it is Saturday 10:00.
    assert due(PARTIDA, "2026-03-13 14:00", 1, Unit.BUSINESS_DAYS) == at("2026-03-14 10:00")


def test_a_business_day_is_accrued_evenly_over_both_halves_of_a_split_day() -> None:
    assert due(PARTIDA, "2026-03-16 08:00", Fraction(5, 8), Unit.BUSINESS_DAYS) == at("2026-03-16 15:00")


def test_a_night_shift_is_one_business_day_of_the_date_it_begins_on() -> None:
    # Friday's night runs into Saturday, on which nothing begins.
    assert due(NOCHE, "2026-03-13 22:00", 1, Unit.BUSINESS_DAYS) == at("2026-03-14 06:00")
    assert due(NOCHE, "2026-03-14 02:00", 1, Unit.BUSINESS_DAYS) == at("2026-03-17 02:00")


def test_the_night_before_a_holiday_runs_on_into_it() -> None:
    noche = Calendar("noche", "22 a 6", BOGOTA, NOCHE.week, holidays={date(2026, 3, 17): "Festivo"})

    assert measure(noche, Unit.BUSINESS_HOURS, at("2026-03-16 22:00"), at("2026-03-18 12:00")) == 8


def test_calendar_units_pay_no_heed_to_opening_hours() -> None:
    assert due(OFICINA, "2026-03-20 16:00", 2, Unit.DAYS) == at("2026-03-22 16:00")
    assert due(OFICINA, "2026-03-20 16:00", 90, Unit.MINUTES) == at("2026-03-20 17:30")


def test_on_a_calendar_that_never_closes_a_business_hour_is_an_hour_and_a_business_day_a_date() -> None:
    assert due(SIEMPRE, "2026-03-21 23:30", 4, Unit.BUSINESS_HOURS) == at("2026-03-22 03:30")
    assert due(SIEMPRE, "2026-03-21 06:00", 2, Unit.BUSINESS_DAYS) == at("2026-03-23 06:00")


def test_a_fraction_of_a_second_is_rounded_up_to_the_second_that_holds_it() -> None:
    third = due(OFICINA, "2026-03-20 09:00", Fraction(1, 7), Unit.BUSINESS_HOURS)

    assert third == at("2026-03-20 09:08:35")  # 514.28… seconds


def test_parts_of_a_second_are_cut() -> None:
    start = at("2026-03-20 09:00").replace(microsecond=999_999)

    assert deadline(OFICINA, Unit.BUSINESS_HOURS, start, 1) == at("2026-03-20 10:00")


def test_nothing_left_is_due_at_once_even_while_closed() -> None:
    assert due(OFICINA, "2026-03-22 03:00", 0, Unit.BUSINESS_DAYS) == at("2026-03-22 03:00")


def test_a_measure_backwards_is_negative() -> None:
    assert measure(OFICINA, Unit.BUSINESS_HOURS, at("2026-03-24 10:00"), at("2026-03-20 16:00")) == -2


def test_the_end_of_the_day_is_its_closing_and_a_closing_stays() -> None:
    assert end_of_day(OFICINA, at("2026-03-19 10:00")) == at("2026-03-19 17:00")
    assert end_of_day(OFICINA, at("2026-03-19 17:00")) == at("2026-03-19 17:00")
    assert end_of_day(OFICINA, at("2026-03-20 17:00:01")) == at("2026-03-24 17:00")


def test_a_lunch_break_is_within_the_day() -> None:
    assert end_of_day(PARTIDA, at("2026-03-16 12:00")) == at("2026-03-16 18:00")
    assert end_of_day(PARTIDA, at("2026-03-16 13:00")) == at("2026-03-16 18:00")


def test_a_date_closes_with_its_last_hours_or_at_midnight() -> None:
    assert closing_of(PARTIDA, date(2026, 3, 16)) == at("2026-03-16 18:00")
    assert closing_of(NOCHE, date(2026, 3, 16)) == at("2026-03-17 06:00")
    assert closing_of(PARTIDA, date(2026, 3, 15)) == at("2026-03-16 00:00")


def test_a_calendar_that_never_opens_is_refused_with_how_far_was_looked() -> None:
    nunca = Calendar("nunca", "Nunca", BOGOTA)

    with pytest.raises(NeverOpens, match="nunca") as refusal:
        deadline(nunca, Unit.BUSINESS_HOURS, at("2026-03-20 16:00"), 1)

    assert refusal.value.facts == {"calendar": "nunca", "looked_until": date(2046, 4, 4)}


def test_a_calendar_open_on_one_date_in_ten_years_is_found_there_and_used_up_after_it() -> None:
    once = Calendar("censo", "Censo", BOGOTA, exceptions={date(2035, 5, 2): ((480, 720),)})

    assert due(once, "2026-03-20 16:00", 3, Unit.BUSINESS_HOURS) == at("2035-05-02 11:00")
    with pytest.raises(NeverOpens):
        due(once, "2026-03-20 16:00", 5, Unit.BUSINESS_HOURS)


def test_what_was_asked_before_changes_no_answer() -> None:
    fresh, used = (Calendar("mesa", "Mesa", BOGOTA, OFICINA.week) for _ in range(2))
    for year in (2035, 2019, 2027):
        measure(used, Unit.BUSINESS_HOURS, at("2026-01-01 00:00"), at(f"{year}-01-01 00:00"))

    for calendar in (fresh, used):
        assert due(calendar, "2026-03-20 16:00", 250, Unit.BUSINESS_DAYS) == at("2027-03-05 16:00")


def test_a_year_in_which_no_case_is_kept_is_refused() -> None:
    for year in (1, 1899, 2200, 9999):
        with pytest.raises(OutOfReach, match="from 1900 to 2200"):
            deadline(OFICINA, Unit.BUSINESS_HOURS, datetime(year, 12, 31, 23, tzinfo=UTC), 1)
    with pytest.raises(OutOfReach):
        deadline(OFICINA, Unit.DAYS, at("2026-03-20 16:00"), 10**9)


def test_a_naive_time_is_an_error() -> None:
    with pytest.raises(TypeError):
        deadline(OFICINA, Unit.HOURS, datetime(2026, 3, 20, 16), 1)
