"""What a customer sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from acuerdo.tickets.events.base import TicketEvent


@dataclass(frozen=True, kw_only=True)
class Opened(TicketEvent):
    """Received, numbered."""

    kind: ClassVar[str] = "ticket.opened"
    number: int
    channel: str
    facts: Mapping[str, object] = field(default_factory=dict)
    doubt: str = ""
    message: int | None = None
    follows: int | None = None
    #: A program sent it; absent for people. It is never acknowledged.
    automatic: bool | None = None
    #: The contingency during which it came in, by its key.
    contingency: int | None = None
    #: The digests of the `manual` version the case is pinned to, and of what its contract has `agreed` apart.
    pinned: Mapping[str, str] = field(default_factory=dict)
    #: The Message-ID of the mail it came in.
    message_id: str = ""


@dataclass(frozen=True, kw_only=True)
class CustomerWrote(TicketEvent):
    """A message of the customer."""

    kind: ClassVar[str] = "ticket.customer_wrote"
    message: int
    channel: str
    message_id: str = ""


@dataclass(frozen=True, kw_only=True)
class AutomaticReply(TicketEvent):
    """A machine of the customer's answered (out of office); it changes nothing."""

    kind: ClassVar[str] = "ticket.automatic_reply"
    message: int
    message_id: str = ""


@dataclass(frozen=True, kw_only=True)
class EscalationAsked(TicketEvent):
    """The customer asks to escalate; what they wrote is a message."""

    kind: ClassVar[str] = "ticket.escalation_asked"
    message: int
