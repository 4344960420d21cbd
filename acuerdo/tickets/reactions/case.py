"""The case that something happened to."""

from acuerdo.events.models import Event
from acuerdo.tickets.models import Ticket


def case_of(event: Event) -> Ticket:
    """The case an event happened to, with what its mails show."""
    shown = ("manual", "contact__person", "organisation", "assignee", "product", "follows")
    return Ticket.objects.select_related(*shown).get(pk=event.subject_id)
