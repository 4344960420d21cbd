"""Where a case stands in the queue, by its clocks as its log gives them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from acuerdo.core.clocks import Clock, Kind, near_at
from acuerdo.core.hours import Unit, measure
from acuerdo.core.tickets import Place, Standing, Status, rank
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.models.clock import is_live


class Stands(NamedTuple):
    """The group of the queue, the key in it, and the second from which its deadline is near, while one runs."""

    place: Place
    key: int
    near: int | None


def stands(ticket: Ticket, clocks: Sequence[Clock], at: datetime) -> Stands:
    """Give the place of a case whose clocks, folded at `at` (UTC), are these."""
    live = [clock for clock in clocks if is_live(str(clock.state), clock.stopped_at)]
    place, key = rank(standing(ticket, live, at))
    return Stands(place, key, near_key(live) if place is Place.RUNNING else None)


def standing(ticket: Ticket, live: Iterable[Clock], at: datetime) -> Standing:
    """What the queue's order is made of."""
    wanted = Kind.WINDOW if ticket.state is Status.RESOLVED else Kind.PROMISE
    counted = [clock for clock in live if clock.kind is wanted]
    due = min((clock.due_at for clock in counted if clock.due_at), default=None)
    # A case with a deadline goes by it: what remains of its paused clocks need not be measured.
    left = [] if due else [left for clock in counted if (left := seconds_left(clock, at)) is not None]
    return Standing(
        status=ticket.state,
        opened_at=ticket.opened_at,
        has_customer=ticket.organisation_id is not None,
        wrote_at=ticket.wrote_after_at,
        due_at=due,
        remaining=min(left, default=None),
    )


def seconds_left(clock: Clock, at: datetime) -> int | None:
    """What remains at `at` of a paused clock, in seconds of its own open time; None where it runs or has no deadline."""
    if clock.due_if_resumed is None:
        return None
    if clock.due_if_resumed <= at:
        return 0
    return int(measure(clock.calendar, Unit.BUSINESS_MINUTES, at, clock.due_if_resumed) * 60)


def near_key(live: Iterable[Clock]) -> int | None:
    """The second from which the deadline that a running case stands by is near; nothing moves it while that clock runs."""
    running = [(clock.due_at, clock) for clock in live if clock.kind is Kind.PROMISE and clock.due_at]
    if not running:
        return None
    due_at, first = min(running, key=lambda pair: pair[0])
    return int(near_at(first.calendar, first.target, first.started_at, due_at).timestamp())
