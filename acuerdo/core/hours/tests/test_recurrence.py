"""The days on which something comes back, around the holidays of Colombia's Christmas."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from acuerdo.core.hours import Calendar, Opening
from acuerdo.core.hours.recurrence import ImpossibleRecurrence, Recurrence, due_days

HOLIDAYS = {date(2026, 12, 8): "Inmaculada", date(2026, 12, 25): "Navidad", date(2027, 1, 1): "Año Nuevo", date(2027, 1, 11): "Reyes"}
DESK = Calendar("mesa", "Mesa", ZoneInfo("America/Bogota"), tuple(Opening(day, 480, 1080) for day in range(5)), HOLIDAYS)
CLOSED = Calendar("nunca", "Nunca", ZoneInfo("America/Bogota"))


def days(rule, since, count=5, calendar=DESK) -> list[str]:
    return [f"{due.falls_on:%m-%d}" for due in due_days(rule, calendar, since, count)]


def test_every_third_business_day_counts_neither_weekends_nor_holidays():
    rule = Recurrence(3, "business-days", date(2026, 12, 21))

    assert days(rule, date(2026, 12, 21)) == ["12-21", "12-24", "12-30", "01-05", "01-08"]


def test_business_days_begin_with_the_first_one_on_or_after_the_start():
    assert days(Recurrence(1, "business-days", date(2026, 12, 25)), date(2026, 12, 25), 2) == ["12-28", "12-29"]


@pytest.mark.parametrize(
    ("closed", "falls"), [("next", ["12-28", "01-04"]), ("previous", ["12-24", "12-31"]), ("skip", ["01-08", "01-15"])]
)
def test_a_friday_that_is_a_holiday_moves_as_it_is_told_or_is_left_out(closed, falls):
    assert days(Recurrence(1, "weeks", date(2026, 12, 21), day=4, closed=closed), date(2026, 12, 21), 2) == falls


def test_every_second_week_keeps_its_rhythm_over_a_day_that_was_moved():
    assert days(Recurrence(2, "weeks", date(2026, 12, 22), day=4), date(2026, 12, 22), 3) == ["12-28", "01-08", "01-22"]


def test_the_thirty_first_is_the_last_day_of_a_shorter_month():
    rule = Recurrence(1, "months", date(2027, 1, 1), day=31)

    assert [str(due.named) for due in due_days(rule, DESK, date(2027, 1, 1), 3)] == ["2027-01-31", "2027-02-28", "2027-03-31"]
    assert days(rule, date(2027, 1, 1), 3) == ["02-01", "03-01", "03-31"]


def test_a_month_whose_day_is_before_the_start_is_not_meant():
    assert days(Recurrence(3, "months", date(2026, 12, 10), day=1), date(2026, 12, 10), 2) == ["03-01", "06-01"]


def test_a_day_keeps_its_name_when_a_holiday_is_decreed_on_it():
    rule = Recurrence(1, "weeks", date(2026, 12, 14), day=0)
    later = Calendar(DESK.id, DESK.label, DESK.zone, DESK.week, {**HOLIDAYS, date(2026, 12, 14): "Decretado"})

    before, after = (due_days(rule, calendar, date(2026, 12, 14), 1)[0] for calendar in (DESK, later))
    assert before.named == after.named
    assert (before.falls_on, after.falls_on) == (date(2026, 12, 14), date(2026, 12, 15))


def test_a_calendar_that_never_opens_has_no_days():
    for unit in ("business-days", "weeks", "months"):
        assert days(Recurrence(1, unit, date(2026, 12, 21), day=1), date(2026, 12, 21), calendar=CLOSED) == []


@pytest.mark.parametrize(
    "wrong", [{"every": 0}, {"unit": "years"}, {"closed": "never"}, {"unit": "weeks", "day": 7}, {"unit": "months", "day": 0}]
)
def test_a_schedule_without_days_is_refused(wrong):
    with pytest.raises(ImpossibleRecurrence):
        Recurrence(**{"every": 1, "unit": "weeks", "starts_on": date(2026, 12, 21), "day": 1, **wrong})
