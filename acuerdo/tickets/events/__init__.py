"""What this room records. After the `ticket.` of its kind each has the name it has for the clocks (clocks.md 5)."""

from acuerdo.tickets.events.arriving import AutomaticReply, CustomerWrote, Opened
from acuerdo.tickets.events.base import TicketEvent
from acuerdo.tickets.events.clocks import ClockWarned
from acuerdo.tickets.events.ending import Cancelled, Closed, Reminded, Reopened, Resolved
from acuerdo.tickets.events.many import Absorbed, Linked, Merged, ParentSet, Released, Split, SplitOff, Unlinked, Unmerged
from acuerdo.tickets.events.reporting import (
    Confirmed,
    ContingencyDeclared,
    ContingencyEnded,
    FieldsChanged,
    InformationChecked,
    MailAsked,
    ReportedUnauthorised,
    Returned,
    Tagged,
)
from acuerdo.tickets.events.working import Assigned, Classified, LevelRaised, Noted, Reached, Ready, Responded, StatusChanged

__all__ = [
    "Absorbed",
    "Assigned",
    "AutomaticReply",
    "Cancelled",
    "Classified",
    "ClockWarned",
    "Closed",
    "Confirmed",
    "ContingencyDeclared",
    "ContingencyEnded",
    "CustomerWrote",
    "FieldsChanged",
    "InformationChecked",
    "LevelRaised",
    "Linked",
    "MailAsked",
    "Merged",
    "Noted",
    "Opened",
    "ParentSet",
    "Reached",
    "Ready",
    "Released",
    "Reminded",
    "Reopened",
    "ReportedUnauthorised",
    "Resolved",
    "Responded",
    "Returned",
    "Split",
    "SplitOff",
    "StatusChanged",
    "Tagged",
    "TicketEvent",
    "Unlinked",
    "Unmerged",
]
