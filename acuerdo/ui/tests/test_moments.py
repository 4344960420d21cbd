"""Instants in words."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from acuerdo.ui import moments
from acuerdo.ui.tests.scene import BOGOTA, NOW, at


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (at(15, 12), "hoy, 12:00"),
        (at(16, 9, 5), "mañana, 9:05"),
        (at(14, 23, 59), "ayer, 23:59"),
        (at(9, 9), "mié 9 dic, 9:00"),
        (datetime(2025, 12, 9, 14, tzinfo=UTC), "9 dic 2025, 9:00"),
    ],
)
def test_short_words_say_today_and_tomorrow_as_people_do(value: datetime, words: str) -> None:
    assert moments.short(value, NOW, BOGOTA) == words


def test_an_instant_belongs_to_the_local_day_not_to_the_day_in_utc() -> None:
    # 23:30 in Bogotá on the 15th is already the 16th in UTC.
    assert moments.short(at(15, 23, 30), NOW, BOGOTA) == "hoy, 23:30"


def test_customers_read_no_abbreviation_and_no_word_that_goes_stale() -> None:
    assert moments.long(at(15, 12), NOW, BOGOTA) == "martes 15 de diciembre, 12:00"


def test_english_has_english_words() -> None:
    with translation.override("en"):
        assert moments.dated(at(9, 9), BOGOTA) == "Wed 9 Dec, 9:00"
        assert moments.long(at(9, 9), NOW, BOGOTA) == "Wednesday 9 December, 9:00"


@pytest.mark.parametrize(
    ("language", "style", "words"),
    [
        ("es", "short", "9 dic 2025"),
        ("en", "short", "9 Dec 2025"),
        ("es", "long", "9 de diciembre de 2025"),
        ("en", "long", "9 December 2025"),
        ("es", "near", "martes 9 de diciembre"),
        ("en", "near", "Tuesday 9 December"),
    ],
)
def test_a_day_without_a_time_is_said_as_the_language_says_it(language: str, style: str, words: str) -> None:
    with translation.override(language):
        assert moments.DAYS[style](date(2025, 12, 9)) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [(at(15, 11, 52), "8 min"), (at(15, 10, 5), "1 h 55 min"), (at(15, 10), "2 h"), (at(14, 9), "ayer 9:00"), (at(9, 9), "9 dic")],
)
def test_what_has_passed_is_told_ever_less_exactly(value: datetime, words: str) -> None:
    assert moments.since(value, NOW, BOGOTA) == words


def test_a_clock_of_the_server_that_runs_behind_never_says_less_than_nothing() -> None:
    assert moments.since(at(15, 12, 1), NOW, BOGOTA) == "0 min"


def test_the_exact_instant_names_second_and_zone() -> None:
    assert moments.exact(at(9, 9), BOGOTA) == "2026-12-09 09:00:00 -05 (America/Bogota)"
