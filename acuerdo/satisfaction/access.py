"""The signed link of a closing mail: who holds it may rate that closing, without signing in."""

from dataclasses import dataclass

from django.core import signing
from django.db import connection

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
    said = [connection.schema_name, invitation.ticket, invitation.closing, invitation.contact]
    return signing.dumps(said, salt=SALT, compress=True)


def read_survey_token(token: str) -> Invitation | None:
    """What a link says; None when it is false, of another desk or too old."""
    try:
        desk, ticket, closing, contact = signing.loads(token, salt=SALT, max_age=LASTS)
    except (signing.BadSignature, ValueError):
        return None
    return Invitation(ticket, closing, contact) if desk == connection.schema_name else None
