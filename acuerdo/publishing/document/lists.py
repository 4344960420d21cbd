"""Lists of the prose: numbered where the document numbers its items, «1. El usuario llama», «a. Si es un incidente»."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

from acuerdo.publishing.document.blocks import Prose

_NUMBERED = re.compile(r"(?:(?P<number>\d{1,2})|(?P<letter>[a-z]))[.)]\s+(?=\S)")

#: How an item is numbered, its place less its number (alike for items that follow each other), and its words.
Item = tuple[Literal["", "1", "a"], int, str]


def listed(texts: Sequence[str]) -> Iterator[Prose]:
    """Give the items as one list, or as several where the numbering begins anew."""
    items = [item(place, text) for place, text in enumerate(texts)]
    place = 0
    for (numbering, before), group in groupby(items, key=lambda each: each[:2]):
        words = tuple(text for _numbering, _before, text in group)
        yield Prose("list", items=words, numbering=numbering, first=place - before if numbering else 1)
        place += len(words)


def item(place: int, text: str) -> Item:
    """Take the document's own number off an item."""
    found = _NUMBERED.match(text)
    if found is None:
        return "", 0, text
    if found["number"]:
        return "1", place - int(found["number"]), text[found.end() :]
    return "a", place - (ord(found["letter"]) - ord("a") + 1), text[found.end() :]
