"""From the solution to the end."""

from dataclasses import dataclass
from typing import ClassVar

from acuerdo.tickets.events.base import TicketEvent


@dataclass(frozen=True, kw_only=True)
class Resolved(TicketEvent):
    """A solution was delivered."""

    kind: ClassVar[str] = "ticket.resolved"
    message: int


@dataclass(frozen=True, kw_only=True)
class Reopened(TicketEvent):
    """Work again: rejected, or taken up after the customer wrote."""

    kind: ClassVar[str] = "ticket.reopened"
    reason: str = ""
    rejected: bool = False
    message: int | None = None


@dataclass(frozen=True, kw_only=True)
class Closed(TicketEvent):
    """Ended: approved, by silence, by agreement."""

    kind: ClassVar[str] = "ticket.closed"
    closed_as: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Cancelled(TicketEvent):
    """Withdrawn, duplicate or spam."""

    kind: ClassVar[str] = "ticket.cancelled"
    reason: str


@dataclass(frozen=True, kw_only=True)
class Reminded(TicketEvent):
    """The customer was reminded that a solution waits for them."""

    kind: ClassVar[str] = "ticket.reminded"
    clock: str
    cycle: int
