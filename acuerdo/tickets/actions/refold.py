"""After every save: the clocks folded anew from the log, stored, and with them the case's place in the queue."""

from datetime import UTC, datetime
from fractions import Fraction

from acuerdo.core.clocks import Clock as Folded
from acuerdo.core.clocks import ClockRule, Terms, fold, next_alarm
from acuerdo.core.hours import Unit, measure
from acuerdo.core.tickets import Standing, Status, rank
from acuerdo.events.actions.record import is_historic
from acuerdo.events.queries import log_of
from acuerdo.tickets.actions.wake import wake_at
from acuerdo.tickets.models import Clock, Ticket
from acuerdo.tickets.queries import SUBJECT, happenings, terms_of

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
]


def refold(ticket: Ticket, *, at: datetime) -> tuple[Folded, ...]:
    """Fold the case's log at `at`, store its clocks and its place. The caller holds the case."""
    terms = terms_of(ticket)
    at = at.astimezone(UTC)
    clocks = fold(happenings(log_of(SUBJECT, ticket.pk), terms), terms, at)
    rows = store(ticket, clocks, terms, at)
    ticket.place, ticket.place_key = rank(standing(ticket, rows))
    ticket.save(update_fields=["place", "place_key"])
    alarms = [row.alarm_at for row in rows if row.alarm_at]
    if alarms and not is_historic():
        wake_at(min(alarms), now=at)
    return clocks


def store(ticket: Ticket, clocks: tuple[Folded, ...], terms: Terms, at: datetime) -> list[Clock]:
    """Make the stored clocks what the fold says, in one statement; a clock that the facts no longer give is gone."""
    there = {(row.clock, row.cycle): row for row in Clock.objects.filter(ticket=ticket)}
    rows = [values(there.get((clock.id, clock.cycle)), ticket, clock, terms, at) for clock in clocks]
    changed = [row for row in rows if not same(row, there.pop((row.clock, row.cycle), None))]
    if there:
        Clock.objects.filter(pk__in=[row.pk for row in there.values()]).delete()
    Clock.objects.bulk_create(changed, update_conflicts=True, unique_fields=["ticket", "clock", "cycle"], update_fields=FIELDS)
    return rows


def same(row: Clock, stored: Clock | None) -> bool:
    """Whether a clock is stored as it is."""
    return stored is not None and all(getattr(row, name) == getattr(stored, name) for name in FIELDS)


def values(stored: Clock | None, ticket: Ticket, clock: Folded, terms: Terms, at: datetime) -> Clock:
    """A folded clock as a row; what was told of it stays told."""
    row = Clock(ticket=ticket, clock=clock.id, cycle=clock.cycle, told=stored.told if stored else [])
    rule = next(rule for rule in terms.rules if rule.id == clock.id)
    row.label, row.kind, row.state = rule.label, str(rule.kind), str(clock.state)
    row.target, row.calendar = str(clock.promise.target), clock.promise.calendar.id
    row.printed, row.source = clock.promise.printed[:200], clock.promise.source[:60]
    row.is_estimated = clock.promise.estimated
    row.started_at, row.stopped_at, row.due_at = clock.started_at, clock.stopped_at, clock.due_at
    row.elapsed = str(Fraction(clock.elapsed))
    row.remaining = "" if clock.remaining is None else str(Fraction(clock.remaining))
    row.remaining_seconds = seconds_left(clock, at)
    row.alarm_at = alarm_of(row, clock, rule, at)
    return row


def alarm_of(row: Clock, clock: Folded, rule: ClockRule, at: datetime) -> datetime | None:
    """When the clock next needs a look: now, if a share has passed and nobody was told of it yet."""
    if any(share not in row.told for share in passed(clock, rule.warn_at)):
        return at
    alarm = next_alarm(clock, rule, at)
    return alarm.at if alarm else None


def passed(clock: Folded, warn_at: tuple[Fraction, ...]) -> list[str]:
    """The shares of a live promise that have passed, smallest first; `1` once it is broken, or a window has elapsed."""
    if clock.stopped_at is not None or str(clock.state) not in {"running", "breached", "elapsed"}:
        return []
    if str(clock.state) == "elapsed":
        return [BROKEN]
    amount = clock.promise.target.amount
    shares = [str(share) for share in sorted(warn_at) if amount and Fraction(clock.elapsed) >= share * amount]
    return [*shares, BROKEN] if str(clock.state) == "breached" else shares


def seconds_left(clock: Folded, at: datetime) -> int | None:
    """What remains of a paused clock, in seconds of its own open time."""
    if clock.due_if_resumed is None:
        return None
    if clock.due_if_resumed <= at:
        return 0
    return int(measure(clock.promise.calendar, Unit.BUSINESS_MINUTES, at, clock.due_if_resumed) * 60)


def standing(ticket: Ticket, rows: list[Clock]) -> Standing:
    """What the queue's order is made of."""
    kind = "window" if ticket.state is Status.RESOLVED else "promise"
    live = [row for row in rows if row.kind == kind and row.is_live]
    due = [row.due_at for row in live if row.due_at]
    left = [row.remaining_seconds for row in live if row.remaining_seconds is not None]
    return Standing(
        status=ticket.state,
        opened_at=ticket.opened_at,
        has_customer=ticket.organisation_id is not None,
        wrote_at=ticket.wrote_after_at,
        due_at=min(due, default=None),
        remaining=min(left, default=None),
    )
