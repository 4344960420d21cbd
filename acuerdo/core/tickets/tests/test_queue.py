"""The order in which the desk sees its cases."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from acuerdo.core.tickets import Place, Standing, Status, rank

NOON = datetime(2026, 12, 15, 17, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
WORKED_ON = Standing(Status.IN_PROGRESS, opened_at=NOON - 24 * HOUR)


def test_the_groups_stand_in_the_order_of_what_cannot_wait() -> None:
    queue = [
        replace(WORKED_ON, status=Status.RESOLVED, wrote_at=NOON, due_at=NOON - HOUR),
        replace(WORKED_ON, has_customer=False),
        replace(WORKED_ON, due_at=NOON + HOUR),
        replace(WORKED_ON, status=Status.WAITING_CUSTOMER, remaining=60),
        WORKED_ON,
        replace(WORKED_ON, status=Status.RESOLVED, due_at=NOON - 48 * HOUR),
        replace(WORKED_ON, status=Status.CLOSED, due_at=NOON - 48 * HOUR),
    ]

    assert [rank(case).group for case in queue] == list(Place)
    assert sorted(queue, key=rank) == queue


def test_who_wrote_first_after_the_solution_is_read_first() -> None:
    early, late = (replace(WORKED_ON, status=Status.RESOLVED, wrote_at=NOON + n * HOUR) for n in (0, 1))

    assert rank(early) < rank(late)


def test_a_deadline_long_past_stands_before_one_to_come() -> None:
    assert rank(replace(WORKED_ON, due_at=NOON - 48 * HOUR)) < rank(replace(WORKED_ON, due_at=NOON + HOUR))


def test_a_case_with_one_clock_paused_and_another_running_stands_by_the_running_one() -> None:
    assert rank(replace(WORKED_ON, due_at=NOON, remaining=5)).group is Place.RUNNING


def test_paused_cases_stand_by_what_remains_whole_seconds_and_overdrawn_ones_first() -> None:
    some = rank(replace(WORKED_ON, remaining=Fraction(7201, 2)))
    none = rank(replace(WORKED_ON, remaining=0))
    overdrawn = rank(replace(WORKED_ON, remaining=Fraction(-1, 2)))

    assert overdrawn < none < some
    assert (some.key, none.key, overdrawn.key) == (3600, 0, -1)


def test_a_case_without_customer_has_its_deadline_but_stands_by_when_it_came() -> None:
    assert rank(replace(WORKED_ON, has_customer=False, due_at=NOON)) == (
        Place.WITHOUT_CUSTOMER,
        int(WORKED_ON.opened_at.timestamp()),
    )


def test_a_mark_left_from_before_never_lifts_a_reopened_or_closed_case() -> None:
    assert rank(replace(WORKED_ON, wrote_at=NOON)).group is Place.WITHOUT_CLOCK
    assert rank(replace(WORKED_ON, status=Status.CLOSED, wrote_at=NOON)).group is Place.ENDED


def test_ended_cases_stand_last_the_newest_first() -> None:
    old, new = (replace(WORKED_ON, status=Status.CLOSED, opened_at=NOON + n * HOUR) for n in (0, 1))

    assert rank(new) < rank(old)
