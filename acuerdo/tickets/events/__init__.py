"""What this room records. After the `ticket.` of its kind each has the name it has for the clocks (clocks.md 5)."""

from acuerdo.tickets.events.arriving import AutomaticReply, CustomerWrote, Opened
from acuerdo.tickets.events.base import TicketEvent
from acuerdo.tickets.events.clocks import FOR_CLOCKS, ClockWarned
from acuerdo.tickets.events.ending import Cancelled, Closed, Reminded, Reopened, Resolved
from acuerdo.tickets.events.many import Absorbed, Linked, Merged, ParentSet, Released, Split, SplitOff, Unlinked, Unmerged
from acuerdo.tickets.events.working import Assigned, Classified, LevelRaised, Noted, Reached, Ready, Responded, StatusChanged

__all__ = [
    "FOR_CLOCKS",
    "Absorbed",
    "Assigned",
    "AutomaticReply",
    "Cancelled",
    "Classified",
    "ClockWarned",
    "Closed",
    "CustomerWrote",
    "LevelRaised",
    "Linked",
    "Merged",
    "Noted",
    "Opened",
    "ParentSet",
    "Reached",
    "Ready",
    "Released",
    "Reminded",
    "Reopened",
    "Resolved",
    "Responded",
    "Split",
    "SplitOff",
    "StatusChanged",
    "TicketEvent",
    "Unlinked",
    "Unmerged",
]
