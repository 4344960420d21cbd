"""Reading the survey: the manual's question, which closing is rated, what was answered."""

from acuerdo.core.agreements import Survey
from acuerdo.events.models import Event
from acuerdo.satisfaction.models import Rating
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import SUBJECT, agreement_for

CLOSED = "ticket.closed"


def survey_of(ticket: Ticket) -> Survey | None:
    """The survey of the manual the case is pinned to; None where it asks nothing."""
    return agreement_for(ticket).survey


def last_closing(ticket: Ticket) -> int | None:
    """The place in its log of the case's last closing; None before it ever closed."""
    closings = Event.objects.filter(subject_kind=SUBJECT, subject_id=ticket.pk, kind=CLOSED)
    return closings.order_by("-position").values_list("position", flat=True).first()


def closed_at(ticket_id: int, closing: int) -> bool:
    """Whether that place in the log is a closing."""
    return Event.objects.filter(subject_kind=SUBJECT, subject_id=ticket_id, position=closing, kind=CLOSED).exists()


def rating_of(ticket: Ticket, closing: int) -> Rating | None:
    """What was answered, if anything was."""
    return Rating.objects.filter(ticket=ticket, closing=closing).first()
