"""Is it a message at all, and is it the one we have already?"""

import hashlib
import re
from typing import Literal

from acuerdo.core.mail.head import message, split

#: What a person sent; everything else in a header is the traces of its way, or a list's.
SENT = ("message-id", "from", "date", "subject")

_FIELDS = """
from to cc subject date message-id received return-path delivered-to reply-to sender mime-version content-type
in-reply-to references dkim-signature
"""
_KNOWN = frozenset(_FIELDS.split())
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_TRAILING = re.compile(rb"(?<![ \t])[ \t]++\n")

Reason = Literal["", "empty", "binary", "no header"]


def delivery_key(raw: bytes) -> str:
    """Sixty-four hexadecimal digits: Message-ID with a hash of From, Date, Subject and body.

    The same message delivered twice has the same key, whatever the traces of its ways (Received,
    Delivered-To, DKIM …), its folding and its line ends. Another text under a reused Message-ID has
    another key.
    """
    head = split(message(raw))
    digest = hashlib.sha256()
    for name in SENT:
        for field in head.fields:
            if field.name == name:
                digest.update(b"%s:%s\n" % (name.encode(), b" ".join(field.value.split())))
    digest.update(b"\n" + _relaxed(head.body))
    return digest.hexdigest()


def _relaxed(body: bytes) -> bytes:
    """Make alike what servers change on the way: line ends, blanks before them, empty lines around."""
    body = body.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if b" \n" in body or b"\t\n" in body:
        body = _TRAILING.sub(b"\n", body)
    return body.strip()


def not_a_message(raw: bytes) -> Reason:
    """Why this is no mail at all, "" when it is: then `acuerdo mail deliver` keeps it, else it exits 65.

    A message may be as broken as it likes once it has one field that mail has.
    """
    if not raw.strip(b"\x00 \t\r\n\x1a"):
        return "empty"
    if any(field.name in _KNOWN for field in split(message(raw)).fields):
        return ""
    return "binary" if _BINARY.search(raw[:4096]) else "no header"
