"""What this room does when something happened (named in config/reactions.py)."""

from acuerdo.events.models import Event
from acuerdo.satisfaction.mails import mail_closed
from acuerdo.tickets.models import Ticket


def mail_closing(event: Event) -> None:
    """ticket.closed: tell the customer how it ended and ask how it was."""
    mail_closed(event, Ticket.objects.select_related("manual", "contact__person", "organisation").get(pk=event.subject_id))
