"""What a delivery report says: to whom, why, and of which message (RFC 3464)."""

import re
from dataclasses import dataclass

from acuerdo.core.mail import headers
from acuerdo.core.mail.addresses import addresses, normal
from acuerdo.core.mail.head import split
from acuerdo.core.mail.letter import Letter

_STATUS = "message/delivery-status"
_RETURNED = frozenset({"message/rfc822", "text/rfc822-headers", "message/rfc822-headers"})
_BLANK_LINES = re.compile(rb"\r?\n(?:\r?\n)+")
_CODE = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
#: qmail's «<address>:» and the like at the beginning of a line.
_IN_TEXT = re.compile(r"^[ \t]*<?([^\s<>@]+@[^\s<>@:]+)>?(?::\s*| \()(.*)", re.MULTILINE)
_ID_IN_TEXT = re.compile(r"^Message-ID:[ \t]*(<[^<>\s]+>)", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bounced:
    """One recipient of a message of ours."""

    address: str
    #: failed, delayed, delivered, relayed, expanded; failed where the report does not say.
    action: str
    #: RFC 3463, such as 5.1.1; "" where unsaid.
    status: str
    #: The words of the other server.
    diagnostic: str

    @property
    def failed(self) -> bool:
        """Whether it will not arrive any more."""
        return self.action == "failed"


def bounced_recipients(letter: Letter) -> tuple[Bounced, ...]:
    """Whom the report is about, each once: by its fields, by Exim's header, else by its words."""
    found = (
        *_by_report(letter),
        *_by_header(letter),
    ) or _by_text(letter)
    return tuple({each.address: each for each in reversed(found)}.values())[::-1]


def bounced_message_id(letter: Letter) -> str:
    """Give the Message-ID of what bounced, with its brackets, or ""."""
    for part in letter.parts:
        if part.content_type in _RETURNED:
            fields = dict(reversed(split(part.content.lstrip()).fields))
            for found in headers.identifiers(fields.get("message-id", b"")):
                return found
    in_text = _ID_IN_TEXT.search(letter.text)
    known = (*letter.in_reply_to, *letter.references[-1:])
    return in_text[1] if in_text else next(iter(known), "")


def _by_report(letter: Letter) -> tuple[Bounced, ...]:
    """Each group of fields after the first is a recipient (§2.1); one without a recipient is skipped."""
    groups = [
        {name: headers.text(value) for name, value in reversed(split(group).fields)}
        for part in letter.parts
        if part.content_type == _STATUS
        for group in _BLANK_LINES.split(part.content.strip())
    ]
    return tuple(found for found in map(_recipient, groups) if found)


def _recipient(group: dict[str, str]) -> Bounced | None:
    """Read `rfc822; address`, and prefer the address we wrote to over the one it was forwarded to."""
    said = group.get("original-recipient") or group.get("final-recipient") or ""
    address = normal(said.rpartition(";")[2])
    if not address:
        return None
    action = group.get("action", "").lower() or "failed"
    diagnostic = group.get("diagnostic-code", "").partition(";")[2].strip()
    return Bounced(address, action, _code(group.get("status", "")), diagnostic[:1000])


def _by_header(letter: Letter) -> tuple[Bounced, ...]:
    failed = addresses(letter.header("x-failed-recipients"))
    return tuple(Bounced(each.email, "failed", _code(letter.text), "") for each in failed)


def _by_text(letter: Letter) -> tuple[Bounced, ...]:
    """Give what old servers say in words, before they quote the message."""
    return tuple(
        Bounced(normal(address), "failed", _code(said), said.strip()[:1000])
        for address, said in _IN_TEXT.findall(letter.text[:20_000])
        if normal(address)
    )


def _code(said: str) -> str:
    found = _CODE.search(said)
    return found[1] if found else ""
