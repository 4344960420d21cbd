"""Checks in order: each is somebody's once the one before it is verified (SGM-040)."""

from collections.abc import Sequence
from dataclasses import dataclass

from acuerdo.core.tickets.status import Status


@dataclass(frozen=True, slots=True)
class Step:
    """A check: whether it is over (verified, or it does not apply) and whether the customer does it."""

    is_over: bool
    is_the_customers: bool


def next_step(steps: Sequence[Step]) -> int | None:
    """Give the place of the check that is due; None when all are over."""
    return next((place for place, step in enumerate(steps) if not step.is_over), None)


def may_be_done(steps: Sequence[Step], place: int) -> bool:
    """Whether this check may be done now: it is due, nobody skips the order."""
    return next_step(steps) == place


def waits_for_customer(lists: Sequence[Sequence[Step]]) -> bool:
    """Whether some list's due check is the customer's (SGM-042)."""
    return any((place := next_step(steps)) is not None and steps[place].is_the_customers for steps in lists)


def status_of_checks(status: Status, lists: Sequence[Sequence[Step]]) -> Status:
    """Give the status that the checks ask for: waiting while a check is the customer's, back to work when none is any more.

    Only a case at work or waiting for its customer is moved; another status has its own reason and its own end.
    """
    if status not in {Status.NEW, Status.IN_PROGRESS, Status.WAITING_CUSTOMER}:
        return status
    return Status.WAITING_CUSTOMER if waits_for_customer(lists) else Status.IN_PROGRESS
