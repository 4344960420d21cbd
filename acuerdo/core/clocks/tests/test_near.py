"""When a running promise gets near its end."""

from datetime import timedelta
from fractions import Fraction

import pytest

from acuerdo.core.clocks import NEAR, Target, near_at, whole_of
from acuerdo.core.clocks.tests.manual import OFICINA, RESPONSE, Manual, at, only, shown
from acuerdo.core.hours import measure

SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("target", "near"),
    [
        ("8 business hours", "03-16 15:00"),
        ("4 hours", "03-16 12:00"),
        ("< 2 business hours", "03-16 10:30"),
        ("1 business day", "03-16 15:00"),
    ],
)
def test_it_is_near_when_a_quarter_is_left(target: str, near: str) -> None:
    clock = only("03-16 09:00", Manual((RESPONSE,), {RESPONSE.id: target}), "03-16 09:00 opened")

    assert clock.due_at is not None
    assert shown(near_at(clock.calendar, clock.target, clock.started_at, clock.due_at)) == near


@pytest.mark.parametrize(
    "target",
    [
        "50 minutes",
        "< 3 business hours",
        "7 hours",
        "3 business days",
        "1.5 business days",
        "2 business days, end of day",
        "1 day, end of day",
        "date",
    ],
)
@pytest.mark.parametrize("start", ["03-16 09:00", "03-13 16:40", "03-14 23:59", "03-18 12:34"])
@pytest.mark.parametrize("due", ["03-19 10:11", "03-19 17:00", "03-24 09:00", "03-18 12:35"])
def test_a_second_before_it_more_than_a_quarter_is_left_and_then_no_more(target: str, start: str, due: str) -> None:
    promised, begins, ends = Target.parse(target), at(start), at(due)

    def left(moment) -> Fraction:
        return Fraction(measure(OFICINA, promised.unit, moment, ends))

    near = near_at(OFICINA, promised, begins, ends)
    rest = whole_of(OFICINA, promised, begins, ends) * (1 - NEAR)

    assert near <= ends
    assert left(near) <= rest
    assert near in {begins, ends} or left(near - SECOND) > rest
