"""What a message says anew, apart from what it quotes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from acuerdo.core.mail.attribution import (
    attribution,
    copied_header,
    forwards,
    marked,
    original,
    rule,
)
from acuerdo.core.mail.signature import signature

#: «Respondo abajo, en rojo»: the answers stand inside the quote.
_INSIDE = re.compile(
    r"\b(?:respond|contest|respuesta|coment|answer|repl|comment|observacion)\w*\b.{0,60}?"
    r"\b(?:(?:m[áa]s )?abajo|debajo|en (?:rojo|azul|verde|amarillo|negrilla|negrita|may[úu]sculas?)"
    r"|entre l[íi]neas|a continuaci[óo]n|sobre (?:el|su|tu) (?:mismo )?(?:correo|mensaje)|below|inline"
    r"|in (?:red|blue|green|bold))\b",
    re.IGNORECASE | re.DOTALL,
)


#: A longer text is a pasted file, not an answer: it stays whole.
LONGEST = 500_000


@dataclass(frozen=True, slots=True)
class Split:
    """A text in two: together they hold every line of it that says something."""

    new: str
    quoted: str


def newest(text: str) -> Split:
    """Part what is new from quotes and signature.

    Answers between quoted lines stay, with those lines. Nothing is cut from a forwarded message, nor
    where nothing new would remain: `new` is empty only for an empty text.
    """
    if len(text) > LONGEST:
        return Split(text, "")
    lines = text.split("\n")
    if any(forwards(line) for line in lines[: _unmarked(lines)]):
        return Split(text.strip("\n"), "")
    kept, cut = _apart(lines)
    if not _says(kept):
        return Split(text.strip("\n"), "")
    end = signature(kept)
    return Split(_joined(kept[:end]), _joined([*kept[end:], *cut]))


def _apart(lines: list[str]) -> tuple[list[str], list[str]]:
    """Give the lines to keep and the lines to cut."""
    end = _unmarked(lines)
    above, below = lines[:end], lines[end:]
    if below and _INSIDE.search("\n".join(above)):
        return lines, []
    kept, cut = _without_marked(above)
    return kept, [*cut, *below]


def _unmarked(lines: Sequence[str]) -> int:
    """Where a quote begins whose lines bear no mark: everything below belongs to it."""
    for at, line in enumerate(lines):
        if not line.strip() or marked(line):
            continue
        if forwards(line):
            return len(lines)
        if original(line) or copied_header(lines, at) or _introduces_unmarked(lines, at):
            return _with_rule(lines, at)
    return len(lines)


def _introduces_unmarked(lines: Sequence[str], at: int) -> bool:
    """Whether «… escribió:» stands here and no marked line follows."""
    count = attribution(lines, at)
    if not count:
        return False
    following = next((line for line in lines[at + count :] if line.strip()), "")
    return bool(following) and not marked(following)


def _with_rule(lines: Sequence[str], at: int) -> int:
    """Take the line drawn above with it."""
    above = at
    while above and not lines[above - 1].strip():
        above -= 1
    return above - 1 if above and rule(lines[above - 1]) else at


def _without_marked(lines: list[str]) -> tuple[list[str], list[str]]:
    """Cut the marked quotes at the end, and a single one at the beginning; one in between stays."""
    blocks = _blocks(lines)
    last = max((place for place, (quoted, _) in enumerate(blocks) if not quoted), default=-1)
    remaining, ending = blocks[: last + 1], blocks[last + 1 :]
    leading = remaining[:1] if [quoted for quoted, _ in remaining] == [True, False] else []
    kept = [line for _, block in remaining[len(leading) :] for line in block]
    return kept, [line for _, block in [*leading, *ending] for line in block]


def _blocks(lines: list[str]) -> list[tuple[bool, list[str]]]:
    """Part runs of quoted and of own lines; empty lines go with the run above them."""
    kinds: list[bool] = []
    introduced = 0
    for at, line in enumerate(lines):
        introduced = max(introduced - 1, attribution(lines, at))
        if line.strip() or not kinds:
            kinds.append(marked(line) or introduced > 0)
        else:
            kinds.append(kinds[-1])
    pairs = zip(kinds, lines, strict=True)
    return [(quoted, [line for _, line in block]) for quoted, block in groupby(pairs, key=lambda pair: pair[0])]


def _joined(lines: Sequence[str]) -> str:
    return "\n".join(lines).strip("\n")


def _says(lines: Sequence[str]) -> bool:
    return any(line.strip() for line in lines)
