"""Where a case stands in the desk's queue: what cannot wait first, then by the next deadline."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from fractions import Fraction
from math import floor
from typing import NamedTuple

from acuerdo.core.tickets.status import Status, is_open


class Place(IntEnum):
    """The groups of the queue, first to last."""

    WROTE_AFTER_SOLUTION = 0
    WITHOUT_CUSTOMER = 1
    RUNNING = 2
    PAUSED = 3
    WITHOUT_CLOCK = 4
    WITH_CUSTOMER = 5
    ENDED = 6


class Rank(NamedTuple):
    """What an index sorts by, both ascending; ties go by case number."""

    group: Place
    key: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What the order is made of. Instants are aware UTC."""

    status: Status
    #: When the case was received.
    opened_at: datetime
    has_customer: bool = True
    #: When its customer wrote after the solution, while nobody has answered (`wrote_after_solution`).
    wrote_at: datetime | None = None
    #: The next deadline of its running promises; once solved, the end of its closing window.
    due_at: datetime | None = None
    #: What remains of the paused promise that is nearest its end, in seconds of that clock's own open time.
    remaining: Fraction | int | None = None


def rank(case: Standing) -> Rank:
    """Give (group, key), the key in whole seconds: an instant since 1970, or what remains of a pause.

    A key never moves by itself, so an index can serve the order: a paused case stands by what remains, not by the
    deadline it would have if it resumed now.
    """
    if not is_open(case.status):
        return Rank(Place.ENDED, -_seconds(case.opened_at))
    if case.status is Status.RESOLVED:
        return _solved(case)
    if not case.has_customer:
        return Rank(Place.WITHOUT_CUSTOMER, _seconds(case.opened_at))
    return _by_clock(case)


def _solved(case: Standing) -> Rank:
    """Leave it to the customer, unless the customer has already written."""
    if case.wrote_at is not None:
        return Rank(Place.WROTE_AFTER_SOLUTION, _seconds(case.wrote_at))
    return Rank(Place.WITH_CUSTOMER, _seconds(case.due_at or case.opened_at))


def _by_clock(case: Standing) -> Rank:
    """Go by a running deadline before a paused clock, which does not move."""
    if case.due_at is not None:
        return Rank(Place.RUNNING, _seconds(case.due_at))
    if case.remaining is not None:
        return Rank(Place.PAUSED, floor(case.remaining))
    return Rank(Place.WITHOUT_CLOCK, _seconds(case.opened_at))


def _seconds(instant: datetime) -> int:
    return floor(instant.timestamp())
