"""Signed ways to a case that need no sign-in: the address that an answer goes to, and the links that decide on a solution.

Both hold for one desk only: another desk's cases have the same numbers.
"""

import hmac
from dataclasses import dataclass
from hashlib import sha256

from django.conf import settings
from django.core import signing

from acuerdo.core.mail import sign
from acuerdo.desks.queries import current_desk, current_schema, mailbox_of
from acuerdo.tickets.models import Ticket

SALT = "acuerdo.decision"


@dataclass(frozen=True)
class Decision:
    """What a link decides on, and for whom it was made."""

    ticket_id: int
    solution_id: int
    contact_id: int


def decision_token(ticket: Ticket, solution_id: int) -> str:
    """The secret of the links in a solution's mail; it is used up when the solution is answered or replaced."""
    return signing.dumps([ticket.pk, solution_id, ticket.contact_id], salt=f"{SALT}.{current_schema()}")


def read_decision_token(token: str) -> Decision | None:
    """What the link is for; None for one that this desk never made."""
    try:
        return Decision(*signing.loads(token, salt=f"{SALT}.{current_schema()}"))
    except (signing.BadSignature, TypeError):
        return None


def reply_key() -> bytes:
    """The key of the current desk's reply addresses."""
    said = f"acuerdo.reply-address.{current_schema()}"
    return hmac.digest(settings.SECRET_KEY.encode(), said.encode(), sha256)


def reply_address(ticket: Ticket) -> str:
    """The address at which an answer joins this case, whatever becomes of the mail's other signs."""
    return sign(mailbox_of(current_desk()), ticket.number, reply_key())


def accord_token(accord_id: int, contact_id: int) -> str:
    """The secret of the link that answers a proposal to close; it is used up by the answer."""
    return signing.dumps([accord_id, contact_id], salt=f"{SALT}.accord.{current_schema()}")


def read_accord_token(token: str) -> tuple[int, int] | None:
    """The proposal and the contact of a link; None for one that this desk never made."""
    try:
        accord_id, contact_id = signing.loads(token, salt=f"{SALT}.accord.{current_schema()}")
    except (signing.BadSignature, TypeError, ValueError):
        return None
    return int(accord_id), int(contact_id)


def approval_token(approval_id: int, contact_id: int) -> str:
    """The secret of the link that answers a proposal or a quote; it is used up by the decision."""
    return signing.dumps([approval_id, contact_id], salt=f"{SALT}.approval.{current_schema()}")


def read_approval_token(token: str) -> tuple[int, int] | None:
    """The approval and the contact of a link; None for one that this desk never made."""
    try:
        approval_id, contact_id = signing.loads(token, salt=f"{SALT}.approval.{current_schema()}")
    except (signing.BadSignature, TypeError, ValueError):
        return None
    return int(approval_id), int(contact_id)
