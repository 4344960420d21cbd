"""Where the header of a message or of a part ends, and what its fields are (RFC 5322 §2.2).

Own, because the standard parser raises on some hostile headers and takes quadratic time on others.
"""

import re
from typing import NamedTuple

#: What is read of a header: a longer one is an attack. The raw message is kept whole elsewhere.
HEAD_LIMIT = 256_000
FIELD_LIMIT = 65_536
FIELDS = 1_000

_BLANK = re.compile(rb"(?:\A|\n)\r?(?:\n|\Z)")
_FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:(.*)", re.DOTALL)
_ENVELOPE = re.compile(rb">?From [^\n]*(?:\n|\Z)")
_KNOWN = re.compile(
    rb"(?:from|to|cc|bcc|date|subject|message-id|received|return-path|mime-version|reply-to|sender"
    rb"|content-[a-z-]+|delivered-to|in-reply-to|references)[ \t]*:",
    re.IGNORECASE,
)


class Field(NamedTuple):
    """A header field: its name in lower case, its value unfolded, still in bytes."""

    name: str
    value: bytes


class Head(NamedTuple):
    """The fields in their order, and what stands after them."""

    fields: tuple[Field, ...]
    body: bytes


def message(raw: bytes) -> bytes:
    """Take off what pipes put before a message: a byte order mark, blank lines, mbox's "From " line."""
    raw = raw.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if b"\n" not in raw:
        raw = raw.replace(b"\r", b"\n")
    envelope = _ENVELOPE.match(raw)
    return raw[envelope.end() :] if envelope else raw


def split(raw: bytes) -> Head:
    """Part header and body at the first blank line, or where the first line stands that is no field.

    A line that is no field, with known fields below it, is a badly folded piece of the field above.
    """
    blank = _BLANK.search(raw)
    end, start = blank.span() if blank else (len(raw), len(raw))
    lines = raw[: min(end, HEAD_LIMIT)].split(b"\n")
    known = max((place for place, line in enumerate(lines) if _KNOWN.match(line)), default=-1)
    fields: list[tuple[str, list[bytes]]] = []
    offset = 0
    for place, line in enumerate(lines):
        found = None if line[:1] in b" \t" and fields else _FIELD.match(line)
        if found:
            fields.append((found[1].decode("ascii").lower(), [found[2]]))
        elif fields and (line[:1] in b" \t" or place < known):
            fields[-1][1].append(line)
        elif line.strip() and place > known:
            start = offset
            break
        offset += len(line) + 1
    return Head(tuple(Field(name, _value(pieces)) for name, pieces in fields[:FIELDS]), raw[start:])


def _value(pieces: list[bytes]) -> bytes:
    """Unfold: a line end with the white space that follows it is one space."""
    return b" ".join(piece.strip() for piece in pieces).strip()[:FIELD_LIMIT]
