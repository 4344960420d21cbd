"""A message as a tree of parts (RFC 2045, 2046), in linear time and never raising."""

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from acuerdo.core.mail import headers
from acuerdo.core.mail.head import Field, split
from acuerdo.core.mail.parameters import media_type, parameter, parameters
from acuerdo.core.mail.words import base64

#: Deeper, or more, is an attack: the rest stays unopened, as it came.
DEPTH = 20
PARTS = 500

_GUESS = re.compile(rb"^--([^\s-][^\r\n]{0,69}?)[ \t]*\r?$", re.MULTILINE)


@dataclass(frozen=True)
class Entity:
    """A message or a part of one: its fields, and its body as it came."""

    fields: tuple[Field, ...]
    body: bytes
    default: str = "text/plain"

    @cached_property
    def firsts(self) -> dict[str, bytes]:
        """The fields by name; of one said twice, the first counts."""
        return dict(reversed(self.fields))

    @cached_property
    def media_type(self) -> str:
        """The type in lower case; `default` where none is said."""
        return media_type(self._said("content-type"), self.default)

    @cached_property
    def parameters(self) -> dict[str, str]:
        """The parameters of Content-Type."""
        return parameters(self._said("content-type"))

    @property
    def charset(self) -> str:
        """The declared character set, or ""."""
        return parameter(self.parameters, "charset")

    @property
    def disposition(self) -> str:
        """How the part wants to be shown: inline, attachment, or "" when it does not say."""
        return self._said("content-disposition").partition(";")[0].strip().lower()

    @property
    def filename(self) -> str:
        """The name its sender gave it, not yet safe, or ""."""
        given = parameters(self._said("content-disposition"))
        return parameter(given, "filename") or parameter(self.parameters, "name")

    @property
    def content_id(self) -> str:
        """What `cid:` in the HTML calls it, without brackets, or ""."""
        return self._said("content-id").strip(" <>")[:250]

    def content(self) -> bytes:
        """Give the body with its transfer encoding undone; an unknown or broken one leaves what can be read."""
        encoding = self._said("content-transfer-encoding").strip().lower()
        if encoding == "base64":
            return base64(self.body)
        if encoding == "quoted-printable":
            return binascii.a2b_qp(self.body)
        return self.body

    def _said(self, name: str) -> str:
        return headers.written(self.firsts.get(name, b"")[:8192])


def entity(raw: bytes, default: str = "text/plain") -> Entity:
    """Read one header and what stands after it."""
    return Entity(*split(raw), default)


def children(whole: Entity) -> tuple[Entity, ...]:
    """Give the parts of a multipart in order, none where no boundary is found; the preamble is no part."""
    if not whole.media_type.startswith("multipart/"):
        return ()
    default = "message/rfc822" if whole.media_type == "multipart/digest" else "text/plain"
    return tuple(entity(piece, default) for piece in _pieces(whole.body, _boundary(whole)))


def _boundary(whole: Entity) -> bytes:
    """Give the boundary that is declared and occurs, else the first line that looks like one."""
    declared = whole.parameters.get("boundary", "").rstrip().encode("utf-8", "replace")
    if declared and b"--" + declared in whole.body:
        return declared
    guess = _GUESS.search(whole.body)
    return guess[1] if guess else b""


def _pieces(body: bytes, boundary: bytes) -> list[bytes]:
    """Give what stands between the delimiter lines; a last delimiter may be missing (a message cut off)."""
    found: list[bytes] = []
    start = -1
    for delimiter in _delimiters(body, boundary):
        if start >= 0:
            found.append(_from_next_line(body[start : delimiter.start()]))
        start = delimiter.end()
        if delimiter[1] or len(found) >= PARTS:
            return found
    if start >= 0:
        found.append(_from_next_line(body[start:]))
    return found


def _delimiters(body: bytes, boundary: bytes) -> Iterator[re.Match[bytes]]:
    """Find the delimiter lines, each with the line end before it; its group says whether it is the last."""
    mark = b"--" + boundary
    line = re.compile(rb"(?:\A|\r?\n)%b(--)?[ \t]*(?=\r?\n|\Z)" % re.escape(mark))
    at = body.find(mark) if boundary else -1
    while at >= 0:
        found = line.match(body, max(at - 2, 0)) or line.match(body, max(at - 1, 0))
        if found:
            yield found
        at = body.find(mark, at + len(mark))


def _from_next_line(piece: bytes) -> bytes:
    return piece.removeprefix(b"\r").removeprefix(b"\n")
