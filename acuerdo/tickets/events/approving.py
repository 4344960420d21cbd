"""What must be approved before work may start."""

from dataclasses import dataclass
from typing import ClassVar

from acuerdo.tickets.events.base import TicketEvent


@dataclass(frozen=True, kw_only=True)
class ApprovalAsked(TicketEvent):
    """A committee, or the customer, is asked to approve."""

    kind: ClassVar[str] = "ticket.approval_asked"
    approval: int
    asks: str
    of: str
    amount: str = ""
    message: int | None = None


@dataclass(frozen=True, kw_only=True)
class ApprovalDecided(TicketEvent):
    """It was decided: `decision` is approved, rejected, withdrawn or waived."""

    kind: ClassVar[str] = "ticket.approval_decided"
    approval: int
    asks: str
    decision: str
    reason: str = ""
    minutes: str = ""
