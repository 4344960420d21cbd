"""What this room records. After the `ticket.` of its kind each has the name it has for the clocks (clocks.md 5)."""

from acuerdo.tickets.events.approving import ApprovalAsked, ApprovalDecided
from acuerdo.tickets.events.arriving import AutomaticReply, CustomerWrote, EscalationAsked, Opened
from acuerdo.tickets.events.base import TicketEvent
from acuerdo.tickets.events.checking import CheckDone, ChecklistBegun, ChecksAsked, TaskAdded, TaskDone
from acuerdo.tickets.events.clocks import ClockWarned
from acuerdo.tickets.events.committing import Corrected, Promised, TermsSet
from acuerdo.tickets.events.ending import (
    AccordAnswered,
    AccordProposed,
    ArticleProposed,
    Cancelled,
    Closed,
    Objected,
    ObjectionAnswered,
    Reminded,
    Reopened,
    Resolved,
    Reviewed,
)
from acuerdo.tickets.events.looking import FileViewed
from acuerdo.tickets.events.many import Absorbed, Linked, Merged, ParentSet, Released, Split, SplitOff, Unlinked, Unmerged
from acuerdo.tickets.events.placing import RuleKept, RuleRemoved, SkillKept, StageEntered, TeamSet, Woken
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
from acuerdo.tickets.events.time import Followed, TimeChanged, TimeEntered, TimeRemoved
from acuerdo.tickets.events.working import Assigned, Classified, LevelRaised, Noted, Reached, Ready, Responded, StatusChanged

__all__ = [
    "Absorbed",
    "AccordAnswered",
    "AccordProposed",
    "ApprovalAsked",
    "ApprovalDecided",
    "ArticleProposed",
    "Assigned",
    "AutomaticReply",
    "Cancelled",
    "CheckDone",
    "ChecklistBegun",
    "ChecksAsked",
    "Classified",
    "ClockWarned",
    "Closed",
    "Confirmed",
    "ContingencyDeclared",
    "ContingencyEnded",
    "Corrected",
    "CustomerWrote",
    "EscalationAsked",
    "FieldsChanged",
    "FileViewed",
    "Followed",
    "InformationChecked",
    "LevelRaised",
    "Linked",
    "MailAsked",
    "Merged",
    "Noted",
    "Objected",
    "ObjectionAnswered",
    "Opened",
    "ParentSet",
    "Promised",
    "Reached",
    "Ready",
    "Released",
    "Reminded",
    "Reopened",
    "ReportedUnauthorised",
    "Resolved",
    "Responded",
    "Returned",
    "Reviewed",
    "RuleKept",
    "RuleRemoved",
    "SkillKept",
    "Split",
    "SplitOff",
    "StageEntered",
    "StatusChanged",
    "Tagged",
    "TaskAdded",
    "TaskDone",
    "TeamSet",
    "TermsSet",
    "TicketEvent",
    "TimeChanged",
    "TimeEntered",
    "TimeRemoved",
    "Unlinked",
    "Unmerged",
    "Woken",
]
