"""What a clock reached."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from acuerdo.tickets.events.base import TicketEvent


@dataclass(frozen=True, kw_only=True)
class ClockWarned(TicketEvent):
    """A share of a promise has passed, or all of it (`share` 1: it broke)."""

    kind: ClassVar[str] = "ticket.clock_warned"
    clock: str
    cycle: int
    share: str
    due_at: datetime | None = None
