"""The link by which a contact accepts a version without signing in: signed, for one desk, used up once it was accepted."""

from dataclasses import dataclass

from django.core import signing

from acuerdo.agreements.models import ManualVersion
from acuerdo.customers.models import Contact
from acuerdo.desks.queries import current_schema

SALT = "acuerdo.acknowledgement"
#: Whoever accepts later signs in; seconds.
LASTS = 180 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is asked to accept which version."""

    version_id: int
    contact_id: int


def acknowledgement_token(version: ManualVersion, contact: Contact) -> str:
    """The link's secret. The desk is in it: the same numbers exist in every desk."""
    return signing.dumps([version.pk, contact.pk], salt=f"{SALT}.{current_schema()}")


def read_acknowledgement_token(token: str) -> Asked | None:
    """Whom a link asks; None when it is false, of another desk or too old."""
    try:
        return Asked(*signing.loads(token, salt=f"{SALT}.{current_schema()}", max_age=LASTS))
    except (signing.BadSignature, TypeError):
        return None
