"""The lines by which mail programs introduce what they quote, in Spanish and English."""

import re
from collections.abc import Sequence

#: Over how many lines a program may break «El … escribió:», and how long it may be.
LINES = 4
LONGEST = 500

_DRAWN = r"[-\s*_]*"
_WROTE = r"(?:escribi(?:ó|o\u0301?)|ha escrito|wrote)"

#: «El lun, 23 nov 2026 a las 16:15, Soporte (<soporte@…>) escribió:», «On … wrote:», Zoho's dashes.
_ON_A_DAY = re.compile(rf"{_DRAWN}(?:el|en|on)\s.+\b{_WROTE}\s*(?::|-{{2,}}){_DRAWN}", re.IGNORECASE)
_ON = re.compile(rf"{_DRAWN}(?:el|en|on)\s[^?!]*\d", re.IGNORECASE)
#: «Soporte <soporte@…> escribió:», «Citando a …:», «2026-11-23 16:15 GMT-05:00 Soporte <…>:».
_SOMEBODY = re.compile(
    rf"{_DRAWN}(?:(?:[^@]*@){{1,2}}[^\s@]*\s+{_WROTE}\s*:"
    rf"|[^:]+\s{_WROTE}\s(?:el|on)\s[^:]*\d(?::\d\d[^:]*)?:"
    r"|(?:citando a|quoting)\s[^@]*@\S+:|\d{4}-\d\d-\d\d\s\d{1,2}:\d\d\s[^@]*@\S+>:)\s*",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\S@\S|\d{1,2}[:.]\d{2}")

_ORIGINAL = re.compile(
    r"[-_\s*>]*-{2,}\s*(?:(?:mensaje|correo|cita)\s+original|original\s+(?:message|appointment|email)"
    r"|mensaje\s+anterior)\s*-{2,}[-_\s*]*",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"[-\s*_]*(?:-{2,}\s*(?:mensaje reenviado|forwarded message)\s*-{2,}"
    r"|inicio del mensaje reenviado:|begin forwarded message:)[-\s*_]*",
    re.IGNORECASE,
)

_FIELD = re.compile(
    r"[\s*_]*(de|from|enviado(?:\s+el)?|sent|fecha|date|para|to|cc|asunto|subject)[\s*_]*:.*",
    re.IGNORECASE,
)
_FROM = frozenset({"de", "from"})
_WHEN = frozenset({"enviado", "enviado el", "sent", "fecha", "date"})
_REST = frozenset({"para", "to", "asunto", "subject"})
_RULE = re.compile(r"\s*(?:_{8,}|-{20,})\s*")


def attribution(lines: Sequence[str], at: int) -> int:
    """How many lines, from `at`, introduce a quote with «… escribió:»; 0 when none does.

    It must name an address or an hour, or a marked quote must follow: a customer may well write
    «El lunes Juan escribió:» and go on.
    """
    if _SOMEBODY.fullmatch(lines[at][:LONGEST]):
        return 1
    if not _ON.match(lines[at][:LONGEST]):
        return 0
    joined = ""
    for count, line in enumerate(lines[at : at + LINES], start=1):
        joined = f"{joined} {line.strip()}"
        if not line.strip() or marked(line) or len(joined) > LONGEST:
            return 0
        if _ON_A_DAY.fullmatch(joined):
            return count if _NAMED.search(joined) or _quote_follows(lines, at + count) else 0
    return 0


def marked(line: str) -> bool:
    """Whether the line is quoted with the sign that most programs use."""
    return line.lstrip(" ").startswith(">")


def original(line: str) -> bool:
    """Whether the line says that the original message follows."""
    return len(line) <= LONGEST and _ORIGINAL.fullmatch(line) is not None


def forwards(line: str) -> bool:
    """Whether the line says that a forwarded message follows: that is news, not a quote."""
    return len(line) <= LONGEST and _FORWARDED.fullmatch(line) is not None


def copied_header(lines: Sequence[str], at: int) -> bool:
    """Whether Outlook's block begins here: De, then Enviado or Fecha, then Para or Asunto, close together."""
    if _field(lines[at]) not in _FROM:
        return False
    names = {_field(line) for line in lines[at + 1 : at + 9]}
    return bool(_WHEN & names) and bool(_REST & names)


def rule(line: str) -> bool:
    """Whether it is the line that Outlook draws above the block."""
    return len(line) <= LONGEST and _RULE.fullmatch(line) is not None


def _field(line: str) -> str:
    """Give the field that a line of the block names, in lower case, or ""."""
    found = _FIELD.fullmatch(line[:LONGEST])
    return " ".join(found[1].lower().split()) if found else ""


def _quote_follows(lines: Sequence[str], at: int) -> bool:
    following = next((line for line in lines[at : at + 3] if line.strip()), "")
    return marked(following)
