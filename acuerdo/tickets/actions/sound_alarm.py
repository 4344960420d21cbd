"""An alarm is due: the log is folded again, and only what really is there has a consequence, once."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import InterfaceError, OperationalError, transaction

from acuerdo.core.clocks import Clock as Folded
from acuerdo.core.tickets import Status
from acuerdo.events.actions.record import record
from acuerdo.events.events import SYSTEM
from acuerdo.events.models import Event
from acuerdo.events.queries import log_of
from acuerdo.tickets.actions.close import close_by_silence
from acuerdo.tickets.actions.hold import hold_all, in_turn
from acuerdo.tickets.actions.refold import Key, key_of, passed, refold, store
from acuerdo.tickets.events import ClockWarned, Reminded, TicketEvent
from acuerdo.tickets.models import Clock, Ticket
from acuerdo.tickets.queries import SUBJECT, agreement_for, folded

log = logging.getLogger(__name__)

#: A case whose alarms could not be handled is looked at again after so long.
PUT_OFF = timedelta(hours=1)
#: So many cases share a transaction, its commit and its statements; whoever wants one of them waits so much longer.
TOGETHER = 25


@dataclass
class Held:
    """A held case, and what its alarms bring about."""

    ticket: Ticket
    known: list[Clock] = field(default_factory=list)
    log: list[Event] = field(default_factory=list)
    clocks: tuple[Folded, ...] = ()
    happened: list[TicketEvent] = field(default_factory=list)
    told: dict[Key, list[str]] = field(default_factory=dict)


def sound_alarms(*, at: datetime, most: int) -> int:
    """Handle the due alarms of the current desk, some cases in a transaction; returns how many cases."""
    due = Clock.objects.filter(alarm_at__lte=at).order_by("alarm_at").values_list("ticket_id", flat=True)[:most]
    cases = list(dict.fromkeys(due))
    for start in range(0, len(cases), TOGETHER):
        together = cases[start : start + TOGETHER]
        try:
            sound(*together, at=at)
        except (OperationalError, InterfaceError):
            raise
        except Exception:
            log.exception("alarms of %s cases are handled one case after the other", len(together))
            sound_apart(together, at=at)
    return len(cases)


def sound_apart(ticket_ids: Iterable[int], *, at: datetime) -> None:
    """Handle each case's alarms by themselves: one whose log or terms cannot be read keeps no other waiting, nor itself for ever."""
    for ticket_id in ticket_ids:
        try:
            sound(ticket_id, at=at)
        except (OperationalError, InterfaceError):
            raise
        except Exception:
            log.exception("the alarms of case %s could not be handled", ticket_id)
            Clock.objects.filter(ticket=ticket_id, alarm_at__lte=at).update(alarm_at=at + PUT_OFF)


@transaction.atomic
def sound(*ticket_ids: int, at: datetime) -> None:
    """See to the alarms of these cases."""
    cases = held(ticket_ids)
    # What was done to them since the job looked at its clock is not left out.
    at = in_turn(at, *(case.ticket for case in cases.values()))
    for case in cases.values():
        case.clocks = folded(case.ticket, at, case.log)
        see_to(case, at=at)
    known = [event for case in cases.values() for event in case.log]
    for event in record(*(each for case in cases.values() for each in case.happened), by=SYSTEM, at=at, log=known):
        cases[event.subject_id].log.append(event)
    rows = [row for case in cases.values() for row in refolded(case, at=at)]
    store(rows, [row for case in cases.values() for row in case.known], at=at)


def held(ticket_ids: tuple[int, ...]) -> dict[int, Held]:
    """The cases, locked, each with its log and its clocks as stored."""
    cases = {ticket.pk: Held(ticket) for ticket in hold_all(ticket_ids)}
    for row in Clock.objects.filter(ticket__in=ticket_ids):
        cases[row.ticket_id].known.append(row)
    for event in log_of(SUBJECT, *ticket_ids):
        cases[event.subject_id].log.append(event)
    return cases


def see_to(case: Held, *, at: datetime) -> None:
    """What follows from the clocks as they really stand, and what is then told of which; nothing is told twice."""
    ticket, stored = case.ticket, {key_of(row): row for row in case.known}
    for clock in case.clocks:
        row = stored.get((ticket.pk, clock.id, clock.cycle))
        new = untold(clock, row) if row and ticket.state is not Status.CLOSED else []
        if row and new:
            case.told[key_of(row)] = [*row.told, *new]
            case.happened += elapse(ticket, row, at) if row.kind == "window" else [warning(ticket, clock, new[-1])]


def untold(clock: Folded, row: Clock) -> list[str]:
    """The shares of a promise that have passed and were not told; of a window nothing is told before it has elapsed."""
    if row.kind == "window" and str(clock.state) != "elapsed":
        return []
    return [share for share in passed(clock) if share not in row.told]


def warning(ticket: Ticket, clock: Folded, share: str) -> ClockWarned:
    """A promise is about to break, or broke."""
    return ClockWarned(subject_id=ticket.pk, clock=clock.id, cycle=clock.cycle, share=share, due_at=clock.due_at)


def elapse(ticket: Ticket, row: Clock, at: datetime) -> list[TicketEvent]:
    """What the manual says of a window that has elapsed: remind, or take silence for approval."""
    closure = agreement_for(ticket).closure
    if row.clock == closure.auto_close:
        return close_by_silence(ticket, at=at)
    if row.clock == closure.reminder and ticket.state is Status.RESOLVED and ticket.wrote_after_at is None:
        return [Reminded(subject_id=ticket.pk, clock=row.clock, cycle=row.cycle)]
    return []


def refolded(case: Held, *, at: datetime) -> list[Clock]:
    """The case's clocks after that, to be stored; the case is saved if it moved."""
    ticket, before = case.ticket, queued(case.ticket)
    # Telling is nothing to the clocks; an end is.
    clocks = case.clocks if ticket.is_open else folded(ticket, at, case.log)
    rows = refold(ticket, clocks, case.known, at=at, told=case.told)
    if queued(ticket) != before:
        ticket.save()
    return rows


def queued(ticket: Ticket) -> tuple[int, int, int | None]:
    """How a case stands in the queue."""
    return ticket.place, ticket.place_key, ticket.near_key
