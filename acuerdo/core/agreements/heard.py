"""Which points of the minimum information free words seem to speak of: a hint for a person, never a decision (SOP-020, DIG-019)."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from acuerdo.core.agreements.information import Need

#: Words are compared by so many of their first letters: «réplica» and «replicamos» speak of the same.
STEM = 6
#: Shorter words say nothing by themselves, unless they are written in capitals (VPN).
SHORTEST = 5
#: Of the words found, so much of their line is shown.
SHOWN = 160
#: Words of labels and questions that are in many sentences.
COMMON = frozenset(
    {"nombre", "datos", "quien", "reporta", "relacionado", "caso", "situacion", "detallada", "ambiente", "sobre", "donde", "tiene"}
    | {"ultimo", "aplicado", "podemos", "entrar", "escribimos", "necesita", "quiere", "pasara", "reportar", "cuenta", "ejemplo"}
)
WORD = re.compile(r"[^\W_]+")
A_VERSION = re.compile(r"\b\d+(\.\d+)+\b")
A_WAY_TO_REACH = re.compile(r"[^\s@]+@[^\s@]+\.\w|\+?\d(?:[\s().-]?\d){6,}")


def heard(needs: Sequence[Need], text: str, *, files: bool) -> dict[str, str]:
    """The points that a text (and the files sent with it) seems to answer → the line that speaks of each, "" where files do."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    found: dict[str, str] = {}
    for need in needs:
        if need.ask.kind == "files":
            if files:
                found[need.id] = ""
            continue
        line = next((line for line in lines if speaks_of(line, need, needs)), "")
        if line:
            found[need.id] = line[:SHOWN]
    return found


def speaks_of(line: str, need: Need, needs: Iterable[Need]) -> bool:
    """Whether a line speaks of a point: has its way to be reached, its number of version, or one of its words."""
    if need.ask.kind == "contact":
        return bool(A_WAY_TO_REACH.search(line))
    if "version" in folded(need.id) and A_VERSION.search(line):
        return True
    return not words_of(need, needs).isdisjoint(stems(line, shortest=1))


def words_of(need: Need, needs: Iterable[Need]) -> frozenset[str]:
    """The stems that a point is spoken of by: of its name, its label, its question and its parts; not those that name another point."""
    said = " ".join((need.label, need.ask.question, *need.ask.parts.values()))
    others = {stem for other in needs if other.id != need.id for stem in stems(other.id, shortest=1)}
    return frozenset(stems(said) - others) | stems(need.id, shortest=1)


def stems(text: str, *, shortest: int = SHORTEST) -> frozenset[str]:
    """The beginnings of the words of a text that say something."""
    words: Mapping[str, str] = {folded(word): word for word in WORD.findall(text)}
    told = (word for word, written in words.items() if len(word) >= shortest or (written.isupper() and written.isalpha() and len(word) > 1))
    return frozenset(word[:STEM] for word in told if word not in COMMON)


def folded(text: str) -> str:
    """In small letters without accents."""
    return "".join(mark for mark in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(mark))
