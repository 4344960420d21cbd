"""The version that a customer has, held against the latest one published (DIG-021, DIG-065)."""

import re
from collections.abc import Mapping
from itertools import zip_longest
from typing import Any

from acuerdo.core.agreements.values import CaseType

#: A version's number; one with dots goes before others in the same words ("Windows 11, KACTUS 26.3.1").
_DOTTED, _WHOLE = re.compile(r"(?<![\d.])\d{1,6}(?:\.\d{1,6}){1,5}(?![\d.]*\d)"), re.compile(r"(?<![\d.])\d{1,6}(?![\d.]*\d)")


def version_in(words: str) -> tuple[int, ...]:
    """Give the number of a version out of somebody's words; empty where there is none, or where several might be meant."""
    for pattern in (_DOTTED, _WHOLE):
        found = set(pattern.findall(words))
        if found:
            return tuple(int(part) for part in found.pop().split(".")) if len(found) == 1 else ()
    return ()


def is_older(said: str, latest: str) -> bool:
    """Whether the version `said` is surely older than the `latest`: "26" may be any 26, and what names no number is not judged."""
    mine, last = version_in(said), version_in(latest)
    if not mine or not last or last[: len(mine)] == mine:
        return False
    pairs = zip_longest(mine, last, fillvalue=0)
    return next((one < other for one, other in pairs if one != other), False)


def outdated(kind: CaseType | None, facts: Mapping[str, str], known: Mapping[str, Mapping[str, Any]], latest: str) -> dict[str, str]:
    """Of the points by which such a case must have the latest version → the older one that the customer named (`compares`).

    `known`: what was said to each point, as `points` takes it. Nothing where the manual exempts the case (P1, DIG-A12).
    """
    asks = kind.asks.items() if kind and latest else ()
    said = {name: str(known.get(ask.compares, {}).get("said", "")) for name, ask in asks if ask.compares and ask.applies(facts)}
    return {name: words for name, words in said.items() if is_older(words, latest)}
