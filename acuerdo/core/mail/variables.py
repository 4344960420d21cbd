"""Text with variables that people write themselves: `{{ caso.numero }}` and nothing else. No code, no loops, no attributes.

A name stands between two braces on each side, is of a fixed list, and is replaced once by plain text: what replaces it is not read again.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

#: Anything between two pairs of braces on one line; what it may be is looked at after.
_PLACE = re.compile(r"\{\{([^{}\n]*)\}\}")
#: Marks that other template languages know; here they are a mistake, and said to be one.
_FOREIGN = re.compile(r"\{%|%\}|\{#|#\}|\{\{|\}\}")


@dataclass(frozen=True)
class UnknownVariable:
    """A name that is not on the list, and the nearest that is; `nearest` is empty where none is near."""

    name: str
    nearest: str = ""


def used(text: str) -> tuple[str, ...]:
    """The names in a text, each once, in their order."""
    return tuple(dict.fromkeys(place.group(1).strip() for place in _PLACE.finditer(text)))


def unknown(text: str, known: Collection[str]) -> Iterator[UnknownVariable]:
    """Every name that is not known, and every brace that belongs to no name."""
    for name in used(text):
        if name not in known:
            near = get_close_matches(name.lower(), list(known), n=1, cutoff=0.5)
            yield UnknownVariable(name, near[0] if near else "")
    rest = _PLACE.sub("", text)
    for mark in dict.fromkeys(_FOREIGN.findall(rest)):
        yield UnknownVariable(mark)


def fill(text: str, values: Mapping[str, str]) -> str:
    """Put the values in; a name without a value becomes nothing. Raises nothing, whatever the text."""
    return _PLACE.sub(lambda place: values.get(place.group(1).strip(), ""), text)
