"""Signatures at the end of a message: the one that `-- ` announces, and what phones add."""

import re
from collections.abc import Sequence

#: A longer text below `--` is no signature.
LINES = 15
#: A longer line is no line of a signature.
LONGEST_LINE = 600

_ADDED = re.compile(
    r"[\s*_]*(?:enviado (?:desde|con|por|a trav[ée]s de)|obt[ée]n(?:er|ga)? (?:el )?outlook|descargar outlook"
    r"|sent (?:from|with|using|via)|get outlook|libre de virus|virus-free)\b.{0,200}",
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
    """Go up over «Enviado desde mi iPhone» and its like, the links below them included."""
    above = _above_blank(lines, end)
    links = above
    while links and _LINK.fullmatch(lines[links - 1][:LONGEST_LINE]):
        links = _above_blank(lines, links - 1)
    if links and len(lines[links - 1]) < LONGEST_LINE and _ADDED.fullmatch(lines[links - 1]):
        return _added(lines, links - 1)
    return end


def _above_blank(lines: Sequence[str], end: int) -> int:
    while end and not lines[end - 1].strip():
        end -= 1
    return end
