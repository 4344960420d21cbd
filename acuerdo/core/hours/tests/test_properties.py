"""What holds for every calendar (clocks.md part 11), against a walk through every minute."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from acuerdo.core.hours import Calendar, Unit, deadline, end_of_day, measure, stretches
from acuerdo.core.hours.tests.calendars import DAYS, STEADY, calendars, instants
from acuerdo.core.hours.tests.walk import Walk

SECOND = timedelta(seconds=1)
UNITS = st.sampled_from(Unit)


def walk(calendar: Calendar, first: date) -> Walk:
    return Walk(calendar, first - timedelta(days=3), first + timedelta(days=DAYS + 3))


@STEADY
@given(calendars(), UNITS, st.data())
def test_measuring_agrees_with_counting_every_minute(place: Any, unit: Unit, data: Any) -> None:
    calendar, first = place
    start, end = sorted(data.draw(st.tuples(instants(first), instants(first))))

    assert measure(calendar, unit, start, end) == walk(calendar, first).measure(unit, start, end)


@STEADY
@given(calendars(), UNITS, st.data())
def test_a_deadline_agrees_with_walking_to_it(place: Any, unit: Unit, data: Any) -> None:
    calendar, first = place
    start = data.draw(instants(first))
    slow = walk(calendar, first)
    last = slow.minutes.utc[-1] - timedelta(days=5)
    held = slow.measure(unit, start, last)
    assume(held > 0)
    amount = held * data.draw(st.fractions(Fraction(1, 50), 1, max_denominator=50))

    assert deadline(calendar, unit, start, amount) == slow.deadline(unit, start, amount)


@STEADY
@given(calendars(), UNITS, st.data())
def test_measures_of_parts_add_up_to_the_whole(place: Any, unit: Unit, data: Any) -> None:
    calendar, first = place
    a, b, c = (data.draw(instants(first, days=400)) for _ in range(3))

    whole = measure(calendar, unit, a, c)

    assert measure(calendar, unit, a, b) + measure(calendar, unit, b, c) == whole


@STEADY
@given(calendars(), UNITS, st.data())
def test_more_time_never_measures_less(place: Any, unit: Unit, data: Any) -> None:
    calendar, first = place
    a, b, c = sorted(data.draw(instants(first, days=400)) for _ in range(3))

    assert 0 <= measure(calendar, unit, a, b) <= measure(calendar, unit, a, c)


@STEADY
@given(calendars(), UNITS, st.data(), st.fractions(Fraction(1, 60), 60, max_denominator=60))
def test_a_deadline_is_the_first_second_at_which_the_amount_has_passed(place: Any, unit: Unit, data: Any, amount: Fraction) -> None:
    calendar, first = place
    start = data.draw(instants(first))
    assume(measure(calendar, unit, start, start + timedelta(days=3_650)) >= amount)

    due = deadline(calendar, unit, start, amount)

    assert measure(calendar, unit, start, due) >= amount
    assert measure(calendar, unit, start, due - SECOND) < amount


@STEADY
@given(calendars(), st.data())
def test_stretches_cover_the_time_without_gaps_and_their_open_time_is_what_is_measured(place: Any, data: Any) -> None:
    calendar, first = place
    start, end = sorted(data.draw(st.tuples(instants(first), instants(first))))

    cut = list(stretches(calendar, start, end))

    assert [s.start for s in cut] + [end] == [start] + [s.end for s in cut]
    assert all(s.start < s.end for s in cut)
    opened = sum((s.end - s.start).total_seconds() for s in cut if s.kind == "open")
    assert opened == measure(calendar, Unit.BUSINESS_MINUTES, start, end) * 60


@STEADY
@given(calendars(), st.data())
def test_the_end_of_a_day_is_the_first_closing_after_which_another_date_opens(place: Any, data: Any) -> None:
    calendar, first = place
    moment = data.draw(instants(first))
    slow = walk(calendar, first)
    closings = {day: max(m for m, owner in slow.owner.items() if owner == day) for day in slow.length}
    expected = [last + timedelta(minutes=1) for last in closings.values() if last + timedelta(minutes=1) >= moment]
    assume(expected)

    assert end_of_day(calendar, moment) == min(expected)
