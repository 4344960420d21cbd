"""A promise that is about to break, or broke."""

from acuerdo.events.models import Event
from acuerdo.tickets.mails import clocks
from acuerdo.tickets.reactions.case import case_of


def tell_of_clock(event: Event) -> None:
    """ticket.clock_warned: a promise is about to break, or broke."""
    clocks.tell_of_clock(event, case_of(event))


def escalate(event: Event) -> None:
    """ticket.clock_warned: raise the case where the manual says so."""
    clocks.escalate(event, case_of(event))
