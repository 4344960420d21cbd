"""What a clock reached, and which events clocks know."""

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


#: Events that the clocks know, by what follows `ticket.` in their kind. A milestone goes by its own name.
FOR_CLOCKS = frozenset(
    [
        "opened",
        "classified",
        "status",
        "ready",
        "promised",
        "customer_wrote",
        "responded",
        "resolved",
        "reopened",
        "closed",
        "cancelled",
        "terms",
        "corrected",
    ]
)
