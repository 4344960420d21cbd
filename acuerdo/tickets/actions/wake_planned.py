"""The day of planned work has come: the case is at work again, and whoever has it is told."""

import logging
from datetime import datetime

from django.db import InterfaceError, OperationalError, transaction

from acuerdo.core.tickets import Status
from acuerdo.events.events import SYSTEM
from acuerdo.tickets.actions.change_status import enter
from acuerdo.tickets.actions.conclude import conclude
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.events import Woken
from acuerdo.tickets.models import Ticket

log = logging.getLogger(__name__)


def wake_planned(*, at: datetime, most: int) -> int:
    """Wake the cases of the current desk that were planned for now or before, each by itself; returns how many."""
    due = Ticket.objects.filter(status=Status.SCHEDULED.value, scheduled_for__lte=at).order_by("scheduled_for")
    return sum(woken(pk, at=at) for pk in due.values_list("pk", flat=True)[:most])


def woken(ticket_id: int, *, at: datetime) -> bool:
    """Whether it was woken; a case that cannot be is logged and keeps no other waiting."""
    try:
        return wake(ticket_id, at=at)
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        log.exception("case %s, whose day has come, could not be woken", ticket_id)
        return False


@transaction.atomic
def wake(ticket_id: int, *, at: datetime) -> bool:
    """Wake a case, if it still waits for a day that has come."""
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    planned = ticket.scheduled_for
    if ticket.state is not Status.SCHEDULED or planned is None or planned > at:
        return False
    happened = enter(ticket, Status.IN_PROGRESS, reason="planned")
    conclude(ticket, *happened, Woken(subject_id=ticket.pk, planned=planned.isoformat()), by=SYSTEM, at=at)
    return True
