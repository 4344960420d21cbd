"""Amounts of time in words."""

from fractions import Fraction

import pytest

from acuerdo.core.clocks import Target, amount_in_words, target_in_words, usual_day
from acuerdo.core.clocks.tests.manual import AMPLIADO, CONTINUO, OFICINA
from acuerdo.core.hours import Calendar, Opening, Unit


@pytest.mark.parametrize(
    ("amount", "unit", "spanish", "english"),
    [
        (Fraction(6, 5), Unit.BUSINESS_HOURS, "1 h 12 min hábiles", "1 h 12 min of business time"),
        (1, Unit.BUSINESS_HOURS, "1 h hábil", "1 h of business time"),
        (2, Unit.BUSINESS_DAYS, "2 días hábiles", "2 business days"),
        (1, Unit.BUSINESS_DAYS, "1 día hábil", "1 business day"),
        (Fraction(5, 4), Unit.BUSINESS_DAYS, "1,25 días hábiles", "1.25 business days"),
        (72, Unit.HOURS, "72 h", "72 h"),
        (Fraction(1, 80), Unit.HOURS, "45 s", "45 s"),
        (0, Unit.HOURS, "0 min", "0 min"),
        (30, Unit.MINUTES, "30 min", "30 min"),
        (90, Unit.BUSINESS_MINUTES, "1 h 30 min hábiles", "1 h 30 min of business time"),
        (Fraction(3, 2), Unit.DAYS, "1 día y 12 h", "1 day and 12 h"),
        (Fraction(1, 4), Unit.DAYS, "6 h", "6 h"),
        (Fraction(-6, 5), Unit.HOURS, "−1 h 12 min", "−1 h 12 min"),
    ],
)
def test_an_amount_in_words(amount: Fraction, unit: Unit, spanish: str, english: str) -> None:
    assert amount_in_words(amount, unit, "es") == spanish
    assert amount_in_words(amount, unit, "en") == english


def test_a_part_of_a_business_day_is_hours_where_all_days_are_alike() -> None:
    eight_hours = usual_day(OFICINA)

    assert amount_in_words(Fraction(11, 8), Unit.BUSINESS_DAYS, "es", eight_hours) == "1 día hábil y 3 h"
    assert amount_in_words(Fraction(3, 8), Unit.BUSINESS_DAYS, "es", eight_hours) == "3 h"
    assert usual_day(AMPLIADO) == 12 * 3_600
    assert usual_day(CONTINUO) == 24 * 3_600


def test_a_short_saturday_makes_days_unlike() -> None:
    week = (*OFICINA.week, Opening(5, 480, 720))

    assert usual_day(Calendar("mesa", "Mesa", OFICINA.zone, week)) is None


@pytest.mark.parametrize(
    ("target", "spanish", "english"),
    [
        ("< 2 business hours", "menos de 2 horas hábiles", "less than 2 business hours"),
        ("1 business day", "1 día hábil", "1 business day"),
        ("3 business days, end of day", "3 días hábiles, hasta el cierre del día", "3 business days, until the close of the day"),
        ("1.5 hours", "1,5 horas", "1.5 hours"),
        ("date", "en la fecha acordada", "by the agreed date"),
    ],
)
def test_a_target_in_words(target: str, spanish: str, english: str) -> None:
    assert target_in_words(Target.parse(target), "es") == spanish
    assert target_in_words(Target.parse(target), "en") == english
