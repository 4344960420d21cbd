"""A case, what was said in it, and its clocks as last folded."""

from acuerdo.tickets.models.approval import Approval
from acuerdo.tickets.models.checklist import Check, Checklist
from acuerdo.tickets.models.clock import Clock
from acuerdo.tickets.models.contingency import Contingency
from acuerdo.tickets.models.message import Message
from acuerdo.tickets.models.task import Task
from acuerdo.tickets.models.ticket import Counter, Ticket

__all__ = ["Approval", "Check", "Checklist", "Clock", "Contingency", "Counter", "Message", "Task", "Ticket"]
