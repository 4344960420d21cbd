"""Words as they are looked for: without accents, cut into parts, so that Spanish is found however it was written."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

#: Letters and digits of which parts are kept; fewer are found by every second text.
PART = 3
#: Of a text only so much is looked through, characters: a log file that somebody pasted is not what a case is about.
READ = 20_000
#: A case's number has no more digits than the database takes.
DIGITS = 9
#: Codes kept of one text, and the longest.
CODES, LONGEST = 40, 40
_BETWEEN = re.compile(r"[^\w\s\"]+|_+")
_SINGULAR_ION = re.compile(r"([cs])ion\b")
_CODE = re.compile(r"(?<!\w)(?=[\w./-]*\d)[^\W_][\w./-]{2,}")
_QUOTED = re.compile(r'"[^"]*"')


def plain(text: str) -> str:
    """Lower case without accents; ñ is n, as people without that key write it."""
    return "".join(one for one in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(one))


def folded(text: str) -> str:
    """A text for PostgreSQL's Spanish stemmer: plain, and what joins words and codes is a space.

    The stemmer knows «facturación» only with its accent, but «facturaciones» without: so -ción and -sión get theirs back.
    """
    return _SINGULAR_ION.sub("\\1ión", _BETWEEN.sub(" ", plain(text[:READ])))


def parts(text: str) -> list[str]:
    """Every three letters that follow each other in each word of a plain text, each once."""
    words = text.split()
    return sorted({word[at : at + PART] for word in words for at in range(len(word) - PART + 1)})


def codes(text: str) -> list[str]:
    """What looks like a code: a word with a digit in it (INV-2034, v8.3.1), plain, each once, in the order of the text."""
    found = dict.fromkeys(one.strip("./-") for one in _CODE.findall(plain(text[:READ])))
    return [one for one in found if PART <= len(one) <= LONGEST][:CODES]


def in_short(pieces: Iterable[str]) -> str:
    """Pieces of text as one plain line, in which parts of names and codes are looked for."""
    return " ".join(" ".join(plain(piece).split()) for piece in pieces if piece)


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for."""

    #: For PostgreSQL's `websearch_to_tsquery`: folded, its phrases still quoted, what is unwanted still with its minus.
    words: str
    #: Plain words of which each must be part of the case's short line; none where the search says more than words.
    tokens: tuple[str, ...]
    #: The number of a case, if it may be one.
    number: int | None

    @property
    def parts(self) -> list[str]:
        """Three letters that the short line must have."""
        return parts(" ".join(self.tokens))


def read_search(text: str) -> Sought:
    """Read what was typed: words, "a phrase", -unwanted, #20301 or part of a code."""
    text = " ".join(text.split())
    bare = text.removeprefix("#")
    number = int(bare) if bare.isdecimal() and bare.isascii() and len(bare) <= DIGITS else None
    pieces = []
    for piece in re.findall(r'-?"[^"]*"?|\S+', text):
        minus = "-" if piece.startswith("-") and len(piece) > 1 else ""
        words = folded(piece).replace('"', " ").split()
        if words:
            # A code that was cut at its joints is looked for as it stood: its parts one after the other.
            joined = " ".join(words)
            pieces.append(f'{minus}"{joined}"' if '"' in piece or len(words) > 1 else f"{minus}{joined}")
    simple = not any(piece.startswith("-") for piece in pieces) and not _QUOTED.search(text)
    tokens = tuple(plain(text).split()) if simple else ()
    return Sought(" ".join(pieces), tokens, number)
