"""What may be done with a case in each status."""

from datetime import UTC, datetime, timedelta

from acuerdo.core.tickets import (
    Status,
    may_answer,
    may_approve,
    may_close,
    may_reject,
    may_reopen,
    may_solve,
)

LIMIT = datetime(2026, 11, 24, 15, 15, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_every_case_that_has_not_ended_may_be_answered() -> None:
    assert [each for each in Status if not may_answer(each)] == [Status.CLOSED, Status.CANCELLED]


def test_only_a_delivered_solution_is_approved_or_rejected() -> None:
    assert [each for each in Status if may_approve(each)] == [Status.RESOLVED]
    assert [each for each in Status if may_reject(each)] == [Status.RESOLVED]


def test_a_second_approval_finds_the_case_closed_and_is_refused() -> None:
    assert not may_approve(Status.CLOSED)


def test_a_solution_may_be_delivered_from_everywhere_but_a_pending_approval_and_an_end() -> None:
    refused = [each for each in Status if not may_solve(each)]

    assert refused == [Status.WAITING_APPROVAL, Status.CLOSED, Status.CANCELLED]


def test_a_person_may_close_by_mutual_agreement_once_somebody_has_the_case() -> None:
    assert [each for each in Status if not may_close(each)] == [
        Status.NEW,
        Status.CLOSED,
        Status.CANCELLED,
    ]


def test_a_closed_case_reopens_up_to_the_last_second_the_manual_gives_and_not_after() -> None:
    assert may_reopen(Status.CLOSED, at=LIMIT, reopen_until=LIMIT)
    assert not may_reopen(Status.CLOSED, at=LIMIT + SECOND, reopen_until=LIMIT)


def test_where_the_manual_never_reopens_a_closed_case_stays_closed() -> None:
    assert not may_reopen(Status.CLOSED, at=LIMIT, reopen_until=None)


def test_a_solved_case_may_always_be_reopened_and_a_cancelled_one_never() -> None:
    assert may_reopen(Status.RESOLVED, at=LIMIT, reopen_until=None)
    assert not may_reopen(Status.CANCELLED, at=LIMIT, reopen_until=LIMIT)
    assert not may_reopen(Status.IN_PROGRESS, at=LIMIT, reopen_until=LIMIT)
