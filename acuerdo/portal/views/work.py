"""What of the work on a case is shown to its customer: its stage, for whom it waits, their checks, what they are asked to approve."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from acuerdo.core.agreements import Agreement
from acuerdo.core.tickets import Status
from acuerdo.events.models import Event
from acuerdo.portal.queries import asks_to_decide
from acuerdo.tickets.actions.check_off import theirs_due
from acuerdo.tickets.models import Approval, Check, Ticket
from acuerdo.ui.moments import long, near_day


@dataclass(frozen=True, slots=True)
class Verifying:
    """A list of checks as its customer sees it: all of them, and which may be ticked now (the first of those that are theirs)."""

    label: str
    checks: Sequence[Check]
    due: Check | None


@dataclass(frozen=True, slots=True)
class Work:
    """All of it; empty where there is nothing to show."""

    stage: str
    waits: str
    lists: tuple[Verifying, ...]
    approvals: tuple[tuple[Approval, str], ...]


def work_of(ticket: Ticket, agreement: Agreement, events: Iterable[Event]) -> Work:
    """Read it; where the log knows of no checks and the case waits for no approval, it costs no query."""
    stage = agreement.statuses[ticket.status].stages.get(ticket.stage)
    begun = any(event.kind == "ticket.checklist_begun" for event in events)
    return Work(
        stage=(stage.sentence or stage.label) if stage else "",
        waits=waits_of(ticket, agreement),
        lists=tuple(verifying(ticket)) if begun else (),
        approvals=tuple(asked_of_customer(ticket)) if asks_to_decide(ticket) else (),
    )


def waits_of(ticket: Ticket, agreement: Agreement) -> str:
    """For when it is expected from others, or planned."""
    if ticket.state is Status.SCHEDULED and ticket.scheduled_for:
        when = long(ticket.scheduled_for, ticket.last_activity_at, agreement.zone)
        return _("Está planeado para el %(when)s.") % {"when": when}
    expected = str(ticket.waits.get("expected", ""))
    if not expected or ticket.state not in {Status.WAITING_INTERNAL, Status.WAITING_PROVIDER}:
        return ""
    return _("Esperamos tenerlo el %(when)s.") % {"when": near_day(date.fromisoformat(expected))}


def verifying(ticket: Ticket) -> Iterable[Verifying]:
    """The lists of the case, oldest first, with the check that the customer makes next."""
    for each in ticket.checklists.prefetch_related("checks"):
        checks = list(each.checks.all())
        theirs = theirs_due(checks) if ticket.is_open else []
        yield Verifying(each.label, checks, theirs[0] if theirs else None)


def asked_of_customer(ticket: Ticket) -> Iterable[tuple[Approval, str]]:
    """What waits for their yes or no, and where they say it."""
    for approval in ticket.approvals.filter(decided_at=None).exclude(kind=Approval.Kind.COMMITTEE):
        yield approval, reverse("portal:approval", args=[ticket.number, approval.pk])
