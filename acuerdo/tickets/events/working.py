"""What the desk does on a case."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from acuerdo.tickets.events.base import TicketEvent


@dataclass(frozen=True, kw_only=True)
class Classified(TicketEvent):
    """Classified, or matched to a customer: facts that replace those before."""

    kind: ClassVar[str] = "ticket.classified"
    facts: Mapping[str, object]
    before: Mapping[str, object] = field(default_factory=dict)
    reason: str = ""
    #: As in Opened, where the case is under another contract from now on.
    pinned: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class StatusChanged(TicketEvent):
    """Entered a status. `party`: whose time it is, where it is not the status's own; whom it waits for, until when, under which number."""

    kind: ClassVar[str] = "ticket.status"
    status: str
    reason: str = ""
    party: str = ""
    waits_for: str = ""
    expected: str = ""
    reference: str = ""
    planned: str = ""


@dataclass(frozen=True, kw_only=True)
class Ready(TicketEvent):
    """Work may start: nothing, or nothing more, must be approved."""

    kind: ClassVar[str] = "ticket.ready"


@dataclass(frozen=True, kw_only=True)
class Responded(TicketEvent):
    """A public answer by a person left the desk."""

    kind: ClassVar[str] = "ticket.responded"
    message: int
    #: It gives the case back; absent where it does not. Its mail is that of `ticket.returned`.
    returns: bool | None = None
    #: It is a proposal to be approved; absent where it is not. Its mail is that of `ticket.approval_asked`.
    proposes: bool | None = None


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
    #: What the one before says to the one who takes over.
    note: str = ""
    #: For whom `to` stands in, who is away.
    instead_of: int | None = None
    #: A rule of the desk gave it.
    rule: bool | None = None
    #: What made a rule hand it over, once.
    cause: str = ""


@dataclass(frozen=True, kw_only=True)
class LevelRaised(TicketEvent):
    """Raised to another level."""

    kind: ClassVar[str] = "ticket.level_raised"
    level: str
    before: str
    reason: str
    cause: str = "hand"
