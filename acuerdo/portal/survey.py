"""Asking how it was on a page, with the same signed link as the closing mail's."""

from acuerdo.core.tickets import Status
from acuerdo.customers.models import Contact
from acuerdo.satisfaction.access import Invitation, survey_token
from acuerdo.satisfaction.queries import last_closing, rating_of, survey_of
from acuerdo.tickets.models import Ticket


def unrated(ticket: Ticket, contact: Contact) -> str:
    """The survey's link for a closed case that nobody has rated; empty where there is nothing to ask."""
    if ticket.state is not Status.CLOSED or survey_of(ticket) is None:
        return ""
    closing = last_closing(ticket)
    if closing is None or rating_of(ticket, closing):
        return ""
    return survey_token(Invitation(ticket.pk, closing, contact.pk))
