"""A case, what was said in it, and its clocks as last folded."""

from acuerdo.tickets.models.approval import Approval
from acuerdo.tickets.models.checklist import Check, Checklist
from acuerdo.tickets.models.clock import Clock
from acuerdo.tickets.models.contingency import Contingency
from acuerdo.tickets.models.draft import Draft
from acuerdo.tickets.models.ending import Accord, Objection
from acuerdo.tickets.models.findable import Findable
from acuerdo.tickets.models.held_answer import HeldAnswer
from acuerdo.tickets.models.lesson import ArticleIdea, Review
from acuerdo.tickets.models.link import INVERSE, Link
from acuerdo.tickets.models.message import Message
from acuerdo.tickets.models.presence import Presence
from acuerdo.tickets.models.route import RoutingRule, Skill
from acuerdo.tickets.models.saved_view import SavedView
from acuerdo.tickets.models.seen import Seen
from acuerdo.tickets.models.task import Task
from acuerdo.tickets.models.ticket import Counter, Ticket
from acuerdo.tickets.models.time_entry import TimeEntry
from acuerdo.tickets.models.watcher import Watcher

__all__ = [
    "INVERSE",
    "Accord",
    "Approval",
    "ArticleIdea",
    "Check",
    "Checklist",
    "Clock",
    "Contingency",
    "Counter",
    "Draft",
    "Findable",
    "HeldAnswer",
    "Link",
    "Message",
    "Objection",
    "Presence",
    "Review",
    "RoutingRule",
    "SavedView",
    "Seen",
    "Skill",
    "Task",
    "Ticket",
    "TimeEntry",
    "Watcher",
]
