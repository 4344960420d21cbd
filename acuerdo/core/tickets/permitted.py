"""What may be done with a case in each status. Who may do it is access.py's question."""

from datetime import datetime

from acuerdo.core.tickets.moves import can_move
from acuerdo.core.tickets.status import Status, is_open


def may_answer(status: Status) -> bool:
    """Answer every case that has not ended: an answer to an ended one would have no case to come back to."""
    return is_open(status)


def may_solve(status: Status) -> bool:
    """Deliver a solution, or deliver it again; not while an approval is pending (SGM-030)."""
    return can_move(status, to=Status.RESOLVED)


def may_approve(status: Status) -> bool:
    """There is a delivered solution to approve."""
    return status is Status.RESOLVED


def may_reject(status: Status) -> bool:
    """There is a delivered solution to reject."""
    return status is Status.RESOLVED


def may_close(status: Status) -> bool:
    """Close, by a person: an approved solution, or by mutual agreement (SGM-036) once somebody has the case."""
    return can_move(status, to=Status.CLOSED)


def may_reopen(status: Status, *, at: datetime, reopen_until: datetime | None) -> bool:
    """Reopen a solved case always; a closed one up to and including `reopen_until`.

    `reopen_until` is the deadline of the manual's `closure.reopen_within` from the closing, or None where the manual
    never reopens. A cancelled case never comes back.
    """
    if status is Status.CLOSED:
        return reopen_until is not None and at <= reopen_until
    return status is Status.RESOLVED
