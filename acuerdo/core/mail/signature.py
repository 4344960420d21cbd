"""Signatures at the end of a message: the one that `-- ` announces, and what phones add."""

import re
from collections.abc import Sequence

#: A longer text below `--` is no signature.
LINES = 15
#: A longer line is no line of a signature.
LONGEST_LINE = 600

_PROGRAMS = r"(?:outlook|correo|yahoo|gmail|mail|samsung|galaxy|android|iphone|ipad|huawei|proton|zoho)"
_ADDED = re.compile(
    rf"[\s*_]*(?:enviado (?:desde|con|por|a trav[ée]s de) (?:mi |(?:el |un )?{_PROGRAMS})"
    rf"|sent (?:from|with|using|via) (?:my |{_PROGRAMS})"
    r"|(?:obt[ée]n(?:er|ga)?|descargar|get) outlook (?:para|for)|libre de virus|virus-free).{0,200}",
    re.IGNORECASE,
)
_LINK = re.compile(r"\s*(?:<https?://[^>\s]*>|https?://\S+|www\.avast\.com\S*)\s*")


def signature(lines: Sequence[str]) -> int:
    """Where the signature begins; the number of lines when there is none, or nothing but one."""
    end = _added(lines, len(lines))
    start = next((at for at in reversed(range(end)) if lines[at].rstrip() == "--"), end)
    if sum(1 for line in lines[start:end] if line.strip()) <= LINES:
        end = _added(lines, start)
    return end if any(line.strip() for line in lines[:end]) else len(lines)


def _added(lines: Sequence[str], end: int) -> int:
    """Go up over as many as there are of «Enviado desde mi iPhone» and its like."""
    while (above := _one_added(lines, end)) < end:
        end = above
    return end


def _one_added(lines: Sequence[str], end: int) -> int:
    """Go up over the last line if a program added it, and over the links below it; else stay."""
    above = _above_blank(lines, end)
    while above and _LINK.fullmatch(lines[above - 1][:LONGEST_LINE]):
        above = _above_blank(lines, above - 1)
    added = above and len(lines[above - 1]) < LONGEST_LINE and _ADDED.fullmatch(lines[above - 1])
    return above - 1 if added else end


def _above_blank(lines: Sequence[str], end: int) -> int:
    while end and not lines[end - 1].strip():
        end -= 1
    return end
