"""What a subject line says of the case it belongs to."""

import re

_PREFIXES = re.compile(
    r"\s*(?:(?:re|rv|rsp|resp|fw|fwd|reenv|enc|aw|wg|tr)\s*(?:\[\d+\]|\(\d+\))?\s*:"
    r"|\[(?:externo|external|ext)\])\s*",
    re.IGNORECASE,
)
_FORWARD = re.compile(r"\s*(?:rv|fw|fwd|reenv|enc|wg|tr)\s*(?:\[\d+\]|\(\d+\))?\s*:", re.IGNORECASE)

#: Not followed by what makes it another number: a court's «caso 123/2026», «caso 123-45», «caso 12.345».
_WHOLE = r"(?<![0-9])([0-9]{1,9})(?![0-9]|[./,-][0-9]|\w)"
_CASE = re.compile(rf"\bcaso\s*(?:n[.o°º]*\s*)?#?\s*{_WHOLE}", re.IGNORECASE)


def number_in_subject(subject: str, prefix: str = "#") -> int | None:
    """Give the case number as our own subjects carry it: `[#123]`, else «caso 123», «Caso #123».

    `prefix` is what the desk writes before a number in brackets. Anybody can write a number: the caller
    joins only a sender who belongs to that case.
    """
    bracketed = re.compile(rf"\[\s*{re.escape(prefix)}\s*{_WHOLE}\s*\]", re.IGNORECASE)
    found = bracketed.search(subject) or _CASE.search(subject)
    return int(found[1]) or None if found else None


def bare(subject: str) -> str:
    """Give the subject without the Re:, RV: and the like that stand before it."""
    while (found := _PREFIXES.match(subject)) and found.end():
        subject = subject[found.end() :]
    return subject.strip()


def is_forward(subject: str) -> bool:
    """Whether the last thing done to the message was to forward it."""
    return _FORWARD.match(subject) is not None
