"""A raw message read into a Letter; whatever came, something is read and nothing raises."""

from acuerdo.core.mail import headers
from acuerdo.core.mail.addresses import Address, addresses, first, normal
from acuerdo.core.mail.body import read_body
from acuerdo.core.mail.head import Field, message
from acuerdo.core.mail.letter import Letter
from acuerdo.core.mail.mime import entity

#: A subject is a line (RFC 5322 §2.1.1).
LONGEST_SUBJECT = 998


def read(raw: bytes, *, return_path: str | None = None) -> Letter:
    """Read a message as it came over the wire or through a pipe.

    `return_path` is the envelope's sender where the door knows it ("" for bounces); without it the
    Return-Path field is believed.
    """
    whole = entity(message(raw))
    fields = whole.fields
    body, parts = read_body(whole)
    path = _stamped(fields) if return_path is None else _path(return_path)
    return Letter(
        message_id=next(iter(headers.identifiers(whole.firsts.get("message-id", b""))), ""),
        in_reply_to=_identifiers(fields, "in-reply-to"),
        references=_identifiers(fields, "references"),
        sender=_sender(fields, path),
        reply_to=_addresses(fields, "reply-to"),
        to=_addresses(fields, "to"),
        cc=_addresses(fields, "cc"),
        return_path=path,
        subject=headers.text(whole.firsts.get("subject", b""))[:LONGEST_SUBJECT],
        date=headers.date(whole.firsts.get("date", b"")),
        text=body.text,
        html=body.html,
        parts=parts,
        headers=tuple((name, headers.text(value)) for name, value in fields),
    )


def _values(fields: tuple[Field, ...], name: str) -> list[bytes]:
    return [value for each, value in fields if each == name]


def _identifiers(fields: tuple[Field, ...], name: str) -> tuple[str, ...]:
    return headers.identifiers(b" ".join(_values(fields, name)))


def _addresses(fields: tuple[Field, ...], name: str) -> tuple[Address, ...]:
    """Every mailbox of every field of that name, each address once."""
    found = addresses(headers.written(b", ".join(_values(fields, name))))
    return tuple({each.email: each for each in reversed(found)}.values())[::-1]


def _sender(fields: tuple[Field, ...], path: str | None) -> Address:
    """Give the first of From that has an address, else Sender, else where bounces would go."""
    said = [first(headers.written(value)) for name in ("from", "sender") for value in _values(fields, name)]
    named = next((each.name for each in said if each.name), "")
    return next((each for each in said if each.email), Address(named, path or ""))


def _stamped(fields: tuple[Field, ...]) -> str | None:
    """Give what the last hop wrote as Return-Path: the topmost."""
    return next((_path(headers.written(value)) for value in _values(fields, "return-path")), None)


def _path(said: str) -> str | None:
    """Give the address, "" for the null path; one that cannot be read is not known."""
    return normal(said) or (None if said.strip(" <>") else "")
