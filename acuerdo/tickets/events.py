"""What this room records. After the `ticket.` of its kind each has the name it has for the clocks (clocks.md 5)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from acuerdo.events.events import Event


@dataclass(frozen=True, kw_only=True)
class TicketEvent(Event):
    """Something that happened to a case; `subject_id` is its primary key."""

    subject_kind: ClassVar[str] = "ticket"


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


@dataclass(frozen=True, kw_only=True)
class Classified(TicketEvent):
    """Classified, or matched to a customer: facts that replace those before."""

    kind: ClassVar[str] = "ticket.classified"
    facts: Mapping[str, object]
    before: Mapping[str, object] = field(default_factory=dict)
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class StatusChanged(TicketEvent):
    """Entered a status."""

    kind: ClassVar[str] = "ticket.status"
    status: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Ready(TicketEvent):
    """Work may start: nothing, or nothing more, must be approved."""

    kind: ClassVar[str] = "ticket.ready"


@dataclass(frozen=True, kw_only=True)
class CustomerWrote(TicketEvent):
    """A message of the customer."""

    kind: ClassVar[str] = "ticket.customer_wrote"
    message: int
    channel: str


@dataclass(frozen=True, kw_only=True)
class AutomaticReply(TicketEvent):
    """A machine of the customer's answered (out of office); it changes nothing."""

    kind: ClassVar[str] = "ticket.automatic_reply"
    message: int


@dataclass(frozen=True, kw_only=True)
class Responded(TicketEvent):
    """A public answer by a person left the desk."""

    kind: ClassVar[str] = "ticket.responded"
    message: int


@dataclass(frozen=True, kw_only=True)
class Noted(TicketEvent):
    """An internal note."""

    kind: ClassVar[str] = "ticket.noted"
    message: int


@dataclass(frozen=True, kw_only=True)
class Reached(TicketEvent):
    """A milestone that the manual names (diagnosed, formal_reply, restored)."""

    kind: ClassVar[str] = "ticket.reached"
    milestone: str
    message: int | None = None


@dataclass(frozen=True, kw_only=True)
class Assigned(TicketEvent):
    """Given to a person, or to nobody."""

    kind: ClassVar[str] = "ticket.assigned"
    to: int | None
    before: int | None = None


@dataclass(frozen=True, kw_only=True)
class LevelRaised(TicketEvent):
    """Raised to another level."""

    kind: ClassVar[str] = "ticket.level_raised"
    level: str
    before: str
    reason: str
    cause: str = "hand"


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
