"""Time that people put into a case, and who follows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from acuerdo.tickets.events.base import TicketEvent


@dataclass(frozen=True, kw_only=True)
class TimeEntered(TicketEvent):
    """Minutes were noted."""

    kind: ClassVar[str] = "ticket.time_entered"
    entry: int
    minutes: int
    activity: str
    day: date
    billable: bool


@dataclass(frozen=True, kw_only=True)
class TimeChanged(TicketEvent):
    """A note of time was put right; `before` is what it had said."""

    kind: ClassVar[str] = "ticket.time_changed"
    entry: int
    minutes: int
    activity: str
    day: date
    billable: bool
    before: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class TimeRemoved(TicketEvent):
    """A note of time was taken away."""

    kind: ClassVar[str] = "ticket.time_removed"
    entry: int
    minutes: int
    activity: str
    day: date


@dataclass(frozen=True, kw_only=True)
class Followed(TicketEvent):
    """Somebody follows the case, or a contact is in copy; with `ends` no more."""

    kind: ClassVar[str] = "ticket.followed"
    person: int | None = None
    contact: int | None = None
    ends: bool = False
