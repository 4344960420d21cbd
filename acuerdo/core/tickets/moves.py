"""Which status may follow which."""

from typing import ClassVar

from acuerdo.core.errors import Refusal
from acuerdo.core.tickets.status import ENDED, WORKING, Status

#: A case that somebody has may go to any other working status, be solved, closed by mutual agreement or withdrawn;
#: it is never new again.
TAKEN = (WORKING - {Status.NEW}) | {Status.RESOLVED, Status.CLOSED, Status.CANCELLED}

MOVES: dict[Status, frozenset[Status]] = {
    **{status: TAKEN - {status} for status in WORKING},
    # Nobody has taken it, so nobody agreed to close it; spam and duplicates are cancelled.
    Status.NEW: TAKEN - {Status.CLOSED},
    # Work waits for the approval (SGM-030): it is given, or withdrawn by going back to work, before a solution.
    Status.WAITING_APPROVAL: TAKEN - {Status.WAITING_APPROVAL, Status.RESOLVED},
    # Solved again, after the customer wrote: the windows begin anew.
    Status.RESOLVED: frozenset({Status.IN_PROGRESS, Status.RESOLVED, *ENDED}),
    Status.CLOSED: frozenset({Status.IN_PROGRESS}),
    Status.CANCELLED: frozenset(),
}


class CannotMove(Refusal):
    """A case does not go from one status straight to the other. Facts: from, to, allowed (values of Status)."""

    code: ClassVar[str] = "tickets.cannot_move"

    def __init__(self, status: Status, to: Status) -> None:
        allowed = tuple(each.value for each in moves_from(status))
        super().__init__(
            f"A case in {status.value!r} cannot go to {to.value!r}; from there it may go to {', '.join(allowed) or 'nothing'}.",
            **{"from": status.value, "to": to.value, "allowed": allowed},
        )


def moves_from(status: Status) -> tuple[Status, ...]:
    """Where a case in `status` may go, in the order of a case's life."""
    return tuple(each for each in Status if each in MOVES[status])


def can_move(status: Status, *, to: Status) -> bool:
    """Whether `to` may follow `status`; staying is a move only for a solution that is delivered again."""
    return to in MOVES[status]


def move(status: Status, *, to: Status) -> Status:
    """Give back `to`; raise CannotMove where it may not follow.

    Closed to in_progress is legal as a shape; whether the manual still allows it today is `may_reopen`.
    """
    if not can_move(status, to=to):
        raise CannotMove(status, to)
    return to
