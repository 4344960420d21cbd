"""What the stored clocks say otherwise than the log (clocks.md 9)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from fractions import Fraction

from django.db.models import QuerySet

from acuerdo.audit.queries.seals import Trouble
from acuerdo.core.clocks import Clock as Folded
from acuerdo.events.models import Event
from acuerdo.events.queries import log_of
from acuerdo.tickets.models import Clock, Ticket
from acuerdo.tickets.queries import SUBJECT, folded

#: Cases folded between two statements.
BATCH = 200


def cases(*, ended: bool = False) -> QuerySet[Ticket]:
    """The cases to be looked at: the open ones, or all."""
    every = Ticket.objects.all()
    return every if ended else every.exclude(status__in=["closed", "cancelled"])


def wrong_clocks(now: datetime, *, ended: bool = False) -> Iterator[Trouble | int]:
    """Every difference of the current desk's cases; after each batch how many were looked at. Pages by key: no long transaction."""
    last = looked = 0
    while batch := list(
        cases(ended=ended).select_related("manual").defer("manual__text", "manual__holidays").filter(pk__gt=last).order_by("pk")[:BATCH]
    ):
        keys = [ticket.pk for ticket in batch]
        logs: dict[int, list[Event]] = defaultdict(list)
        for event in log_of(SUBJECT, *keys):
            logs[event.subject_id].append(event)
        rows: dict[int, list[Clock]] = defaultdict(list)
        for row in Clock.objects.filter(ticket__in=keys):
            rows[row.ticket_id].append(row)
        for ticket in batch:
            yield from differences(ticket, rows[ticket.pk], logs[ticket.pk], now)
        last, looked = keys[-1], looked + len(batch)
        yield looked


def differences(ticket: Ticket, rows: Iterable[Clock], log: Iterable[Event], now: datetime) -> Iterator[Trouble]:
    """What the stored clocks of a case say otherwise than its log, one sentence each.

    A stored clock is as of its last fold: one that has only become late since then is no difference.
    """
    stored = {(row.clock, row.cycle): row for row in rows}
    for clock in folded(ticket, now, log):
        row = stored.pop((clock.id, clock.cycle), None)
        where = f"#{ticket.number} {clock.id}/{clock.cycle}"
        yield from (Trouble(where, said) for said in (between(row, clock, now) if row else ["not stored"]))
    for clock_id, cycle in stored:
        yield Trouble(f"#{ticket.number} {clock_id}/{cycle}", "stored, and the log has none")


def between(row: Clock, clock: Folded, now: datetime) -> Iterator[str]:
    """What differs between a stored clock and the same one folded."""
    passed = row.stopped_at is None and row.due_at is not None and row.due_at <= now
    if row.state != str(clock.state) and not passed:
        yield f"stored {row.state}, is {clock.state}"
    for field in ("started_at", "stopped_at", "due_at"):
        if getattr(row, field) != getattr(clock, field):
            yield f"{field} stored {getattr(row, field)}, is {getattr(clock, field)}"
    if row.target != str(clock.promise.target) or row.calendar != clock.promise.calendar.id:
        yield f"target stored {row.target} on {row.calendar}, is {clock.promise.target} on {clock.promise.calendar.id}"
    if row.stopped_at is not None and Fraction(row.elapsed) != Fraction(clock.elapsed):
        yield f"elapsed stored {row.elapsed}, is {clock.elapsed}"
