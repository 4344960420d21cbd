"""An alarm is due: the log is folded again, and only what really is there has a consequence, once."""

from datetime import UTC, datetime

from django.db import transaction

from acuerdo.core.clocks import Clock as Folded
from acuerdo.core.clocks import fold
from acuerdo.core.tickets import Status
from acuerdo.events.actions.record import record
from acuerdo.events.events import SYSTEM
from acuerdo.events.queries import log_of
from acuerdo.tickets.actions.close import close_by_silence
from acuerdo.tickets.actions.hold import hold
from acuerdo.tickets.actions.refold import BROKEN, passed, refold
from acuerdo.tickets.events import ClockWarned, Reminded
from acuerdo.tickets.models import Clock, Ticket
from acuerdo.tickets.queries import SUBJECT, agreement_for, happenings, terms_of


def sound_alarms(*, at: datetime, most: int) -> int:
    """Handle the due alarms of the current desk, each case in a transaction of its own; returns how many cases."""
    due = Clock.objects.filter(alarm_at__lte=at).order_by("alarm_at").values_list("ticket_id", flat=True)[:most]
    cases = list(dict.fromkeys(due))
    for ticket_id in cases:
        sound(ticket_id, at=at)
    return len(cases)


@transaction.atomic
def sound(ticket_id: int, *, at: datetime) -> None:
    """See to one case's alarms."""
    ticket = hold(ticket_id)
    terms = terms_of(ticket)
    rows = {(row.clock, row.cycle): row for row in Clock.objects.filter(ticket=ticket)}
    for clock in fold(happenings(log_of(SUBJECT, ticket.pk), terms), terms, at.astimezone(UTC)):
        row = rows.get((clock.id, clock.cycle))
        if row is not None and ticket.state is not Status.CLOSED:
            see_to(ticket, row, clock, at)
    refold(ticket, at=at)


def see_to(ticket: Ticket, row: Clock, clock: Folded, at: datetime) -> None:
    """Warn of a promise, or act on a window that has elapsed; what was told before is not told again."""
    if row.kind == "window":
        if str(clock.state) == "elapsed" and clock.stopped_at is None and BROKEN not in row.told:
            mark(row, [BROKEN])
            elapse(ticket, row, at)
        return
    shares = passed(clock, next(rule for rule in terms_of(ticket).rules if rule.id == clock.id).warn_at)
    new = [share for share in shares if share not in row.told]
    if new:
        mark(row, new)
        record(
            ClockWarned(subject_id=ticket.pk, clock=row.clock, cycle=row.cycle, share=new[-1], due_at=clock.due_at),
            by=SYSTEM,
            at=at,
        )


def elapse(ticket: Ticket, row: Clock, at: datetime) -> None:
    """What the manual says of a window that has elapsed: remind, or take silence for approval."""
    closure = agreement_for(ticket).closure
    if row.clock == closure.auto_close:
        close_by_silence(ticket, at=at)
    elif row.clock == closure.reminder and ticket.state is Status.RESOLVED and ticket.wrote_after_at is None:
        record(Reminded(subject_id=ticket.pk, clock=row.clock, cycle=row.cycle), by=SYSTEM, at=at)


def mark(row: Clock, shares: list[str]) -> None:
    """Remember what was told."""
    row.told = [*row.told, *shares]
    row.save(update_fields=["told"])
