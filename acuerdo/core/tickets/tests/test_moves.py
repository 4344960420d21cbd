"""Which status may follow which, and whose time each is."""

import pytest

from acuerdo.core.tickets import (
    CannotMove,
    Party,
    Status,
    can_move,
    is_open,
    move,
    moves_from,
    party,
)

WORKING = [each for each in Status if each not in {Status.RESOLVED, Status.CLOSED, Status.CANCELLED}]


def test_every_status_has_a_party_and_somewhere_to_go_or_has_ended_for_good() -> None:
    assert all(party(each) in Party for each in Status)
    assert [each for each in Status if not moves_from(each)] == [Status.CANCELLED]


def test_only_closed_and_cancelled_are_not_open() -> None:
    assert [each for each in Status if not is_open(each)] == [Status.CLOSED, Status.CANCELLED]


def test_nothing_becomes_new_again() -> None:
    assert not any(can_move(each, to=Status.NEW) for each in Status)


@pytest.mark.parametrize("status", WORKING)
def test_every_working_case_can_be_withdrawn(status: Status) -> None:
    assert move(status, to=Status.CANCELLED) is Status.CANCELLED


@pytest.mark.parametrize("status", [each for each in WORKING if each is not Status.WAITING_APPROVAL])
def test_work_can_end_in_a_solution(status: Status) -> None:
    assert move(status, to=Status.RESOLVED) is Status.RESOLVED


def test_a_solution_waits_for_the_approval_that_is_pending() -> None:
    with pytest.raises(CannotMove) as refused:
        move(Status.WAITING_APPROVAL, to=Status.RESOLVED)

    assert refused.value.code == "tickets.cannot_move"
    assert refused.value.facts["from"] == "waiting_approval"
    assert refused.value.facts["to"] == "resolved"
    assert "in_progress" in str(refused.value.facts["allowed"])


def test_a_case_that_nobody_has_cannot_be_closed_only_answered_taken_or_cancelled() -> None:
    with pytest.raises(CannotMove):
        move(Status.NEW, to=Status.CLOSED)


def test_a_solution_can_be_delivered_again_but_no_other_status_can_be_entered_twice() -> None:
    assert [each for each in Status if can_move(each, to=each)] == [Status.RESOLVED]


def test_a_solved_case_is_rejected_closed_or_cancelled_but_never_merely_set_waiting() -> None:
    assert moves_from(Status.RESOLVED) == (
        Status.IN_PROGRESS,
        Status.RESOLVED,
        Status.CLOSED,
        Status.CANCELLED,
    )


def test_a_closed_case_only_reopens_and_a_cancelled_one_never_does() -> None:
    assert moves_from(Status.CLOSED) == (Status.IN_PROGRESS,)
    with pytest.raises(CannotMove, match="nothing"):
        move(Status.CANCELLED, to=Status.IN_PROGRESS)


def test_a_quote_is_the_customers_time_and_a_committee_the_providers() -> None:
    assert party(Status.WAITING_APPROVAL) is Party.PROVIDER
    assert party(Status.WAITING_APPROVAL, asked=Party.CUSTOMER) is Party.CUSTOMER
    assert party(Status.IN_PROGRESS, asked=Party.CUSTOMER) is Party.PROVIDER
    assert party(Status.WAITING_PROVIDER) is Party.THIRD_PARTY
