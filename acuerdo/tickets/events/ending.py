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


@dataclass(frozen=True, kw_only=True)
class Objected(TicketEvent):
    """The customer does not agree with a closing or with recorded times."""

    kind: ClassVar[str] = "ticket.objected"
    objection: int
    about: str


@dataclass(frozen=True, kw_only=True)
class ObjectionAnswered(TicketEvent):
    """The desk answered an objection."""

    kind: ClassVar[str] = "ticket.objection_answered"
    objection: int
    upheld: bool


@dataclass(frozen=True, kw_only=True)
class AccordProposed(TicketEvent):
    """The desk proposes to close by mutual agreement."""

    kind: ClassVar[str] = "ticket.accord_proposed"
    accord: int


@dataclass(frozen=True, kw_only=True)
class AccordAnswered(TicketEvent):
    """The customer agreed, or did not; `channel` is how they said it."""

    kind: ClassVar[str] = "ticket.accord_answered"
    accord: int
    agreed: bool
    channel: str = ""


@dataclass(frozen=True, kw_only=True)
class Reviewed(TicketEvent):
    """The review after an incident was written, or written over."""

    kind: ClassVar[str] = "ticket.reviewed"
    again: bool = False
    due_on: str = ""


@dataclass(frozen=True, kw_only=True)
class ArticleProposed(TicketEvent):
    """The case deserves an article of the knowledge base."""

    kind: ClassVar[str] = "ticket.article_proposed"
