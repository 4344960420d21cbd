"""Who reported and with what information, and what is returned, tagged, or entered after a contingency."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from acuerdo.events.events import Event
from acuerdo.tickets.events.base import TicketEvent


@dataclass(frozen=True, kw_only=True)
class InformationChecked(TicketEvent):
    """Points of the minimum information were given, found missing, or waived: point → state. What was said never enters the log."""

    kind: ClassVar[str] = "ticket.information"
    points: Mapping[str, str]
    before: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Returned(TicketEvent):
    """Given back to the customer, with the points that are missing and the manual's reasons (DIG-019–DIG-021, SOP-021)."""

    kind: ClassVar[str] = "ticket.returned"
    points: Sequence[str]
    message: int


@dataclass(frozen=True, kw_only=True)
class ReportedUnauthorised(TicketEvent):
    """Somebody reported who may not (DIG-005); accepted, and whoever may is asked to confirm where the manual says so."""

    kind: ClassVar[str] = "ticket.reported_unauthorised"
    asked: Sequence[int] = ()


@dataclass(frozen=True, kw_only=True)
class Confirmed(TicketEvent):
    """Who may report stands behind the case, or the desk decided that it stays."""

    kind: ClassVar[str] = "ticket.confirmed"
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Tagged(TicketEvent):
    """Other tags."""

    kind: ClassVar[str] = "ticket.tagged"
    tags: Sequence[str]
    before: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class FieldsChanged(TicketEvent):
    """The desk's own fields of the case; their values, which may be personal, stand in the detail."""

    kind: ClassVar[str] = "ticket.fields"
    fields: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class ContingencyEvent(Event):
    """Something about a contingency; `subject_id` is its primary key."""

    subject_kind: ClassVar[str] = "contingency"


@dataclass(frozen=True, kw_only=True)
class ContingencyDeclared(ContingencyEvent):
    """The main channel failed (DIG-006)."""

    kind: ClassVar[str] = "contingency.declared"
    starts_at: datetime
    reason: str


@dataclass(frozen=True, kw_only=True)
class ContingencyEnded(ContingencyEvent):
    """It works again."""

    kind: ClassVar[str] = "contingency.ended"
    ends_at: datetime


@dataclass(frozen=True, kw_only=True)
class MailAsked(Event):
    """A caller was asked for the mail that opens a case (PRO-A10). What they said on the phone stands in the detail."""

    kind: ClassVar[str] = "contact.mail_asked"
    subject_kind: ClassVar[str] = "contact"
    channel: str
