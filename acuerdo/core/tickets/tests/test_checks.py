"""Checks in order, and whom the case waits for meanwhile (SGM-039 to SGM-042)."""

import pytest

from acuerdo.core.tickets import Status, Step, may_be_done, next_step, status_of_checks, waits_for_customer

OURS, THEIRS = Step(is_over=False, is_the_customers=False), Step(is_over=False, is_the_customers=True)
DONE = Step(is_over=True, is_the_customers=True)


def test_the_first_that_is_not_over_is_due():
    assert next_step([DONE, OURS, THEIRS]) == 1
    assert next_step([DONE, DONE]) is None
    assert next_step([]) is None


def test_nobody_skips_the_order():  # SGM-040
    assert may_be_done([DONE, OURS, THEIRS], 1)
    assert not may_be_done([DONE, OURS, THEIRS], 2)
    assert not may_be_done([DONE, OURS], 0)


def test_the_case_waits_for_the_customer_while_the_due_check_is_theirs():  # SGM-042
    assert waits_for_customer([[DONE, THEIRS, OURS]])
    assert not waits_for_customer([[OURS, THEIRS]])
    assert waits_for_customer([[OURS], [THEIRS]])


@pytest.mark.parametrize(
    ("status", "lists", "then"),
    [
        (Status.NEW, [[THEIRS, OURS]], Status.WAITING_CUSTOMER),
        (Status.IN_PROGRESS, [[OURS]], Status.IN_PROGRESS),
        (Status.WAITING_CUSTOMER, [[DONE, OURS]], Status.IN_PROGRESS),
        (Status.WAITING_CUSTOMER, [[DONE]], Status.IN_PROGRESS),
        (Status.WAITING_APPROVAL, [[THEIRS]], Status.WAITING_APPROVAL),
        (Status.RESOLVED, [[THEIRS]], Status.RESOLVED),
    ],
)
def test_the_status_follows_the_checks_only_from_work(status, lists, then):
    assert status_of_checks(status, lists) is then
