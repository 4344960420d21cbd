"""The signed link of a closing mail and of the pages that ask too: who holds it may rate that closing, without signing in."""

from dataclasses import dataclass

from django.core import signing

from acuerdo.core.tickets import Status
from acuerdo.customers.models import Contact
from acuerdo.desks.queries import current_schema
from acuerdo.satisfaction.queries import last_closing, rating_of, survey_of
from acuerdo.tickets.models import Ticket

SALT = "acuerdo.survey"
#: An opinion of last year is of no use; seconds.
LASTS = 180 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Invitation:
    """Which closing is rated, and by which contact."""

    ticket: int
    closing: int
    contact: int


def survey_token(invitation: Invitation) -> str:
    """The link's secret. The desk is in it: the same numbers exist in every desk."""
    said = [current_schema(), invitation.ticket, invitation.closing, invitation.contact]
    return signing.dumps(said, salt=SALT, compress=True)


def read_survey_token(token: str) -> Invitation | None:
    """What a link says; None when it is false, of another desk or too old."""
    try:
        desk, ticket, closing, contact = signing.loads(token, salt=SALT, max_age=LASTS)
    except (signing.BadSignature, ValueError):
        return None
    return Invitation(ticket, closing, contact) if desk == current_schema() else None


def unrated(ticket: Ticket, contact: Contact) -> str:
    """The survey's link for a closed case that nobody has rated; empty where there is nothing to ask."""
    if ticket.state is not Status.CLOSED or survey_of(ticket) is None:
        return ""
    closing = last_closing(ticket)
    if closing is None or rating_of(ticket, closing):
        return ""
    return survey_token(Invitation(ticket.pk, closing, contact.pk))
