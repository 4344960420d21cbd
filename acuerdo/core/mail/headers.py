"""What a header field says: its text, its message identifiers, its date."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256

from acuerdo.core.mail.characters import decode
from acuerdo.core.mail.words import words

#: What a column of identifiers holds. A longer one is kept by its beginning and its hash, the same wherever it is named.
LONGEST_ID = 255
KEPT = 180

_BRACKETED = re.compile(r"<([^<>]*)>")
_APART = re.compile(r"[\s<>,;]+")


def written(value: bytes) -> str:
    """Give the value as text, 8-bit octets read as UTF-8 or Windows-1252, encoded words left as they are."""
    return decode(value)


def text(value: bytes) -> str:
    """Give the value as a person reads it: words decoded, every run of white space one space."""
    return " ".join(words(written(value)).split())


def identifiers(value: bytes) -> tuple[str, ...]:
    """Give the message identifiers, each as `<left@right>` without white space, each once, in order.

    Without brackets, whatever has an @ is one (old programs).
    """
    said = written(value)
    bare = (each for each in _APART.split(said) if "@" in each.strip("@"))
    found = ("".join(each.split()) for each in _BRACKETED.findall(said) or bare)
    return tuple(dict.fromkeys(f"<{_short(each)}>" for each in found if each))


def _short(identifier: str) -> str:
    """Keep what fits; of a longer one its beginning and sixty-four hexadecimal digits."""
    if len(identifier) <= LONGEST_ID - len("<>"):
        return identifier
    return f"{identifier[:KEPT]}-{sha256(identifier.encode()).hexdigest()}"


def date(value: bytes) -> datetime | None:
    """Give the instant in UTC, None where there is none to read; without a zone it is taken as UTC (§3.3)."""
    try:
        said = parsedate_to_datetime(written(value[:200]))
        return said.replace(tzinfo=UTC) if said.tzinfo is None else said.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
