"""A case, what was said in it, and its clocks as last folded."""

from acuerdo.tickets.models.clock import Clock
from acuerdo.tickets.models.message import Message
from acuerdo.tickets.models.ticket import Counter, Ticket

__all__ = ["Clock", "Counter", "Message", "Ticket"]
