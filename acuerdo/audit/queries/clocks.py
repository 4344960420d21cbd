"""What the stored clocks, and the places in the queue by them, say otherwise than the log (clocks.md 9)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from fractions import Fraction

from django.db import transaction
from django.db.models import QuerySet

from acuerdo.audit.queries.seals import Trouble
from acuerdo.core.clocks import Clock as Folded
from acuerdo.core.tickets import Place
from acuerdo.events.models import Event
from acuerdo.events.queries import log_of
from acuerdo.tickets.models import Clock, Ticket
from acuerdo.tickets.queries import SUBJECT, folded, stands

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
            if any(differences(ticket, rows[ticket.pk], logs[ticket.pk], now)):
                yield from looked_at_again(ticket.pk, now)
        last, looked = keys[-1], looked + len(batch)
        yield looked


def looked_at_again(pk: int, now: datetime) -> list[Trouble]:
    """What differs in one case, read at one instant: something may have happened to it while its batch was being read."""
    with transaction.atomic():
        ticket = Ticket.objects.select_for_update(of=("self",)).select_related("manual").get(pk=pk)
        at = max([now, ticket.last_activity_at])
        return list(differences(ticket, Clock.objects.filter(ticket=pk), log_of(SUBJECT, pk), at))


def differences(ticket: Ticket, rows: Iterable[Clock], log: Iterable[Event], now: datetime) -> Iterator[Trouble]:
    """What the stored clocks of a case, and its place in the queue, say otherwise than its log, one sentence each.

    A stored clock is as of its last fold: one that has only become late since then is no difference.
    """
    stored = {(row.clock, row.cycle): row for row in rows}
    clocks = folded(ticket, now, log)
    yield from (Trouble(f"#{ticket.number}", said) for said in misplaced(ticket, stored.values(), clocks, now))
    for clock in clocks:
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


def misplaced(ticket: Ticket, rows: Collection[Clock], clocks: Sequence[Folded], now: datetime) -> Iterator[str]:
    """What differs in a case's place; while an alarm of its clocks is still to be handled it stands where it stood."""
    if any(row.alarm_at and row.alarm_at <= now for row in rows):
        return
    right = stands(ticket, clocks, now.astimezone(UTC))
    if ticket.place != right.place:
        yield f"place stored {ticket.place}, is {right.place}"
        return
    # What remains of a paused clock is kept as of the pause; by another's hours it is not always the same now.
    left = [row.remaining_seconds for row in rows if row.is_promise and row.is_live and row.remaining_seconds is not None]
    key = min(left, default=right.key) if right.place is Place.PAUSED else right.key
    if ticket.place_key != key:
        yield f"place_key stored {ticket.place_key}, is {key}"
    if ticket.near_key != right.near:
        yield f"near_key stored {ticket.near_key}, is {right.near}"
