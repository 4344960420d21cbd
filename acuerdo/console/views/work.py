"""What of the work on a case stands beside it: stage, team, whom it waits for, checks, tasks, approvals."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from acuerdo.core.agreements import Agreement
from acuerdo.core.tickets import Need, next_step
from acuerdo.events.models import Event
from acuerdo.tickets.actions.check_off import steps
from acuerdo.tickets.actions.ready import any_needed, missing
from acuerdo.tickets.models import Approval, Check, Task, Ticket

#: The log says whether there is anything to read: what never was costs no query.
CHECKS, TASKS, APPROVALS = "ticket.checklist_begun", "ticket.task_added", "ticket.approval_asked"
#: After these the manual may have left a task to phone the customer.
CALLS = frozenset({"ticket.resolved", "ticket.reminded"})


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A check, and whether it is the one that is due."""

    check: Check
    is_due: bool


@dataclass(frozen=True, slots=True)
class List:
    """A list of checks; `left` of them are not over."""

    label: str
    source: str
    rows: tuple[CheckRow, ...]
    left: int


def work(ticket: Ticket, agreement: Agreement, events: Sequence[Event], now: datetime) -> dict[str, Any]:
    """Give what the side panel shows of the work; sections without anything are empty."""
    kinds = {event.kind for event in events}
    stage = agreement.statuses[ticket.status].stages.get(ticket.stage)
    return {
        "stage": stage.label if stage else "",
        "team": ticket.team,
        "waits": ticket.waits,
        "waits_since": since(events, ticket) if ticket.waits or ticket.scheduled_for else None,
        "expected": date.fromisoformat(ticket.waits["expected"]) if ticket.waits.get("expected") else None,
        "lists": tuple(lists(ticket)) if CHECKS in kinds else (),
        "tasks": tuple(tasks(ticket)) if TASKS in kinds or CALLS & kinds else (),
        "approvals": tuple(approvals(ticket)) if APPROVALS in kinds or "ticket.approval_decided" in kinds else (),
        "lacking": [lacking(need) for need in missing(ticket)] if ticket.is_open and any_needed(ticket) else [],
        "late": now,
    }


def since(events: Sequence[Event], ticket: Ticket) -> datetime | None:
    """When the case came into its status."""
    return next((event.at for event in reversed(events) if event.facts.get("status") == ticket.status), None)


def lists(ticket: Ticket) -> Iterable[List]:
    """The lists of checks that were begun."""
    for each in ticket.checklists.prefetch_related("checks"):
        checks = list(each.checks.all())
        due = next_step(steps(checks)) if ticket.is_open else None
        rows = tuple(CheckRow(check, place == due) for place, check in enumerate(checks))
        yield List(each.label, each.source, rows, sum(not check.state for check in checks))


def tasks(ticket: Ticket) -> Iterable[Task]:
    """The tasks of the case: what is open first."""
    found = list(ticket.tasks.select_related("assignee"))
    return sorted(found, key=lambda task: (task.is_done, task.due_at is None, task.due_at or task.created_at))


def approvals(ticket: Ticket) -> Iterable[Approval]:
    """What was asked, the newest first."""
    return ticket.approvals.select_related("decided_by", "decided_for").order_by("-asked_at", "-pk")


def lacking(need: Need) -> str:
    """Name an approval that work waits for."""
    return {Need.COMMITTEE: _("la del comité"), Need.QUOTE: _("la cotización del cliente")}[need]
