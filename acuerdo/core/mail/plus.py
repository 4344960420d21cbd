"""Reply addresses that name their case and cannot be made up: `soporte+c123-ab12cd34ef@desk`."""

import base64
import hashlib
import hmac
import re

from acuerdo.core.mail.addresses import domain, local_part, normal, without_tag

#: Base 32, since mail may change case: ten letters are fifty bits, to be guessed one mail at a time.
LETTERS = 10
#: RFC 5321 §4.5.3.1.1.
LONGEST_LOCAL_PART = 64

_TAG = re.compile(r"[^+]+\+c([1-9][0-9]{0,8})-([a-z2-7]{10})")


def sign(mailbox: str, ticket_number: int, key: bytes) -> str:
    """Give the address at `mailbox` that answers to the case; a tag the mailbox has is replaced.

    The mailbox itself is not signed, so that an old address survives a move to another (a desk may have
    three, INT-117). `key` is the desk's. Raises ValueError when no address can be made of it.
    """
    plain = normal(without_tag(mailbox))
    signed = f"{local_part(plain)}+c{ticket_number}-{_signature(ticket_number, key)}"
    if not plain or len(signed) > LONGEST_LOCAL_PART or not _TAG.fullmatch(signed):
        msg = f"no reply address for case {ticket_number} at {mailbox!r}"
        raise ValueError(msg)
    return f"{signed}@{domain(plain)}"


def signed_ticket(address: str, key: bytes) -> int | None:
    """Give the case an address was signed for with this key, whatever became of its capitals; else None."""
    found = _TAG.fullmatch(local_part(normal(address)))
    if not found:
        return None
    number = int(found[1])
    return number if hmac.compare_digest(found[2], _signature(number, key)) else None


def _signature(number: int, key: bytes) -> str:
    digest = hmac.digest(key, b"acuerdo reply address %d" % number, hashlib.sha256)
    return base64.b32encode(digest).decode("ascii").lower()[:LETTERS]
