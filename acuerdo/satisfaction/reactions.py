"""What this room does when something happened (named in config/reactions.py)."""

from acuerdo.events.models import Event
from acuerdo.satisfaction.mails import mail_closed, tell_of_low
from acuerdo.tickets.models import Ticket


def mail_closing(event: Event) -> None:
    """ticket.closed: tell the customer how it ended and ask how it was."""
    mail_closed(event, Ticket.objects.select_related("manual", "contact__person", "organisation").get(pk=event.subject_id))


def tell_of_rating(event: Event) -> None:
    """ticket.rated: those who watch over the desk hear of a bad one."""
    tell_of_low(event, Ticket.objects.select_related("manual", "contact__person", "organisation", "assignee").get(pk=event.subject_id))
