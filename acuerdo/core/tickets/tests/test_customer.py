"""What a customer's message does, and what silence may not do over it."""

from datetime import UTC, datetime, timedelta

import pytest

from acuerdo.core.tickets import (
    AfterMessage,
    Status,
    after_customer_wrote,
    silence_may_close,
    wrote_after_solution,
)

SOLVED = datetime(2026, 11, 18, 21, 40, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (Status.NEW, AfterMessage.STAYS),
        (Status.IN_PROGRESS, AfterMessage.STAYS),
        (Status.WAITING_CUSTOMER, AfterMessage.RESUMES),
        (Status.WAITING_INTERNAL, AfterMessage.STAYS),
        (Status.WAITING_PROVIDER, AfterMessage.STAYS),
        (Status.WAITING_APPROVAL, AfterMessage.STAYS),
        (Status.SCHEDULED, AfterMessage.STAYS),
        (Status.RESOLVED, AfterMessage.WROTE_AFTER_SOLUTION),
        (Status.CLOSED, AfterMessage.FOLLOW_UP),
        (Status.CANCELLED, AfterMessage.FOLLOW_UP),
    ],
)
def test_a_message_in_each_status_where_the_manual_never_reopens(status: Status, outcome: AfterMessage) -> None:
    assert after_customer_wrote(status, at=SOLVED) is outcome


def test_a_message_to_a_closed_case_reopens_it_within_the_manuals_time_and_opens_a_follow_up_after_it() -> None:
    limit = SOLVED + HOUR

    assert after_customer_wrote(Status.CLOSED, at=limit, reopen_until=limit) is AfterMessage.REOPENS
    late = limit + timedelta(seconds=1)
    assert after_customer_wrote(Status.CLOSED, at=late, reopen_until=limit) is AfterMessage.FOLLOW_UP


def test_a_message_to_a_cancelled_case_never_brings_it_back() -> None:
    outcome = after_customer_wrote(Status.CANCELLED, at=SOLVED, reopen_until=SOLVED + HOUR)

    assert outcome is AfterMessage.FOLLOW_UP


def test_silence_closes_a_solution_nobody_wrote_about() -> None:
    assert silence_may_close(Status.RESOLVED, resolved_at=SOLVED, last_customer_message_at=None)
    assert silence_may_close(Status.RESOLVED, resolved_at=SOLVED, last_customer_message_at=SOLVED - HOUR)


def test_silence_never_closes_over_a_message_newer_than_the_solution_however_late_it_came() -> None:
    months_later = SOLVED + timedelta(days=90)

    assert not silence_may_close(Status.RESOLVED, resolved_at=SOLVED, last_customer_message_at=months_later)


def test_a_message_of_the_same_instant_as_the_solution_was_not_read_and_keeps_the_case_open() -> None:
    assert not silence_may_close(Status.RESOLVED, resolved_at=SOLVED, last_customer_message_at=SOLVED)


def test_solving_again_after_the_message_lets_silence_close_again() -> None:
    assert silence_may_close(Status.RESOLVED, resolved_at=SOLVED + HOUR, last_customer_message_at=SOLVED + HOUR / 2)


def test_silence_closes_nothing_that_is_not_solved() -> None:
    for status in set(Status) - {Status.RESOLVED}:
        assert not silence_may_close(status, resolved_at=SOLVED, last_customer_message_at=None)
    assert not silence_may_close(Status.RESOLVED, resolved_at=None, last_customer_message_at=None)


def test_a_customer_who_wrote_after_the_solution_waits_at_the_head_until_answered() -> None:
    wrote = SOLVED + HOUR

    assert wrote_after_solution(Status.RESOLVED, resolved_at=SOLVED, last_customer_message_at=wrote)
    assert not wrote_after_solution(
        Status.RESOLVED,
        resolved_at=SOLVED,
        last_customer_message_at=wrote,
        last_answer_at=wrote + HOUR,
    )
    assert wrote_after_solution(Status.RESOLVED, resolved_at=SOLVED, last_customer_message_at=wrote, last_answer_at=SOLVED)


def test_what_the_customer_wrote_before_the_solution_or_in_another_status_is_not_at_the_head() -> None:
    assert not wrote_after_solution(Status.RESOLVED, resolved_at=SOLVED, last_customer_message_at=SOLVED - HOUR)
    assert not wrote_after_solution(Status.RESOLVED, resolved_at=SOLVED, last_customer_message_at=None)
    assert not wrote_after_solution(Status.IN_PROGRESS, resolved_at=SOLVED, last_customer_message_at=SOLVED + HOUR)
