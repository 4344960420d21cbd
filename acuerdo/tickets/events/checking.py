"""Checks of a common incident, and tasks."""

from dataclasses import dataclass
from typing import ClassVar

from acuerdo.tickets.events.base import TicketEvent


@dataclass(frozen=True, kw_only=True)
class ChecklistBegun(TicketEvent):
    """The checks of an incident of the manual's table were begun."""

    kind: ClassVar[str] = "ticket.checklist_begun"
    checklist: int
    label: str


@dataclass(frozen=True, kw_only=True)
class CheckDone(TicketEvent):
    """A check was verified, or does not apply (`skipped`)."""

    kind: ClassVar[str] = "ticket.check_done"
    checklist: int
    check: int
    text: str
    skipped: bool = False
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ChecksAsked(TicketEvent):
    """The customer's checks are due now: they are asked to make them."""

    kind: ClassVar[str] = "ticket.checks_asked"
    checklist: int
    checks: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class TaskAdded(TicketEvent):
    """Somebody has something to do."""

    kind: ClassVar[str] = "ticket.task_added"
    task: int
    text: str
    to: int | None = None
    due: str = ""


@dataclass(frozen=True, kw_only=True)
class TaskDone(TicketEvent):
    """It is done, or (`again`) open again."""

    kind: ClassVar[str] = "ticket.task_done"
    task: int
    text: str
    again: bool = False
