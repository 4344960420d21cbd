"""After every action: the clocks as folded anew from the log, stored, and by them the case's place in the queue."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from fractions import Fraction
from types import MappingProxyType

from acuerdo.core.clocks import Clock as Folded
from acuerdo.core.clocks import next_alarm, shares_passed
from acuerdo.events.actions.record import is_historic
from acuerdo.tickets.actions.wake import wake_at
from acuerdo.tickets.models import Clock, Ticket
from acuerdo.tickets.queries import seconds_left, stands

BROKEN = "1"
FIELDS = [
    "label",
    "kind",
    "state",
    "target",
    "calendar",
    "printed",
    "source",
    "is_estimated",
    "started_at",
    "stopped_at",
    "due_at",
    "elapsed",
    "remaining",
    "remaining_seconds",
    "alarm_at",
    "told",
]
#: A case, its clock, and which cycle of it.
Key = tuple[int, str, int]
Told = Mapping[Key, list[str]]
NOTHING: Told = MappingProxyType({})


def refold(ticket: Ticket, clocks: Iterable[Folded], known: Iterable[Clock], *, at: datetime, told: Told = NOTHING) -> list[Clock]:
    """Set the case's place by its clocks as folded at `at`, and give them as `store` is to keep them. The caller holds the case.

    `known`: its clocks as they are stored; `told`: what has just been told of some of them.
    """
    at = at.astimezone(UTC)
    told = {**{key_of(row): row.told for row in known}, **told}
    folded = list(clocks)
    rows = [values(ticket, clock, told, at) for clock in folded]
    ticket.place, ticket.place_key, ticket.near_key = stands(ticket, folded, at)
    return rows


def key_of(row: Clock) -> Key:
    """Which cycle of which clock of which case."""
    return row.ticket_id, row.clock, row.cycle


def store(rows: Sequence[Clock], known: Sequence[Clock], *, at: datetime) -> None:
    """Make the stored clocks what the fold says, in one statement; a clock that the facts no longer give is gone."""
    there = {key_of(row): row for row in known}
    changed = [row for row in rows if not same(row, there.pop(key_of(row), None))]
    if there:
        Clock.objects.filter(pk__in=[row.pk for row in there.values()]).delete()
    Clock.objects.bulk_create(changed, update_conflicts=True, unique_fields=["ticket", "clock", "cycle"], update_fields=FIELDS)
    alarms = [row.alarm_at for row in rows if row.alarm_at]
    if alarms and not is_historic():
        wake_at(min(alarms), now=at)


def same(row: Clock, stored: Clock | None) -> bool:
    """Whether a clock is stored as it is."""
    return stored is not None and all(getattr(row, name) == getattr(stored, name) for name in FIELDS)


def values(ticket: Ticket, clock: Folded, told: Told, at: datetime) -> Clock:
    """A folded clock as a row; what was told of it stays told."""
    row = Clock(ticket=ticket, clock=clock.id, cycle=clock.cycle)
    row.told = told.get(key_of(row), [])
    row.label, row.kind, row.state = clock.label, str(clock.kind), str(clock.state)
    row.target, row.calendar = str(clock.promise.target), clock.promise.calendar.id
    row.printed, row.source = clock.promise.printed[:200], clock.promise.source[:60]
    row.is_estimated = clock.promise.estimated
    row.started_at, row.stopped_at, row.due_at = clock.started_at, clock.stopped_at, clock.due_at
    row.elapsed = str(Fraction(clock.elapsed))
    row.remaining = "" if clock.remaining is None else str(Fraction(clock.remaining))
    row.remaining_seconds = seconds_left(clock, at)
    row.alarm_at = alarm_of(row, clock, at)
    return row


def alarm_of(row: Clock, clock: Folded, at: datetime) -> datetime | None:
    """When the clock next needs a look: now, if a share has passed and nobody was told of it yet."""
    if any(share not in row.told for share in passed(clock)):
        return at
    alarm = next_alarm(clock, clock.rule, at)
    return alarm.at if alarm else None


def passed(clock: Folded) -> list[str]:
    """The shares of a live promise that have passed, smallest first; `1` once it is broken, or a window has elapsed."""
    if clock.stopped_at is not None or str(clock.state) not in {"running", "breached", "elapsed"}:
        return []
    if str(clock.state) == "elapsed":
        return [BROKEN]
    shares = [str(share) for share in shares_passed(clock, clock.rule)]
    return [*shares, BROKEN] if str(clock.state) == "breached" else shares
