"""One thing that two versions of a manual say otherwise, in the manual's own terms."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import takewhile
from typing import Any
from zoneinfo import ZoneInfo

from acuerdo.core.agreements.difference_attributes import ATTRIBUTES
from acuerdo.core.agreements.difference_tables import TABLES
from acuerdo.core.agreements.difference_words import ADDED, NOTHING, ORDER, QUOTES, REMOVED, VALUES, YES_NO
from acuerdo.core.agreements.week import week_in_words
from acuerdo.core.clocks import Target, target_in_words
from acuerdo.core.clocks.amounts import UNIT_WORDS, number
from acuerdo.core.hours import Calendar

#: A text longer than this is told by the part that differs.
LONG = 90


@dataclass(frozen=True)
class Difference:
    """What changed, where.

    `table` is the part of the manual ("targets", "plans" …); `where` its labels, from the wide to the narrow; `what` the attribute,
    "" for the whole of it. `kind`: "changed", "added" or "removed". `old` and `new` are values, None where there is none.
    """

    table: str
    where: tuple[str, ...]
    what: str
    kind: str
    old: object = None
    new: object = None

    def place(self, language: str = "es") -> str:
        """Say where: «Plan Empresarial, Crítico, tiempo estimado solución»."""
        which = _which(language)
        table = TABLES[self.table][which] if self.table in TABLES else ""
        first, *rest = self.where or ("",)
        first = f"{table} {QUOTES[which].format(first)}" if table and first else table or first
        attribute = ATTRIBUTES[self.what][which] if self.what else ""
        said = ", ".join(part for part in (first, *rest, attribute) if part)
        return said[:1].upper() + said[1:]

    def sentence(self, language: str = "es") -> str:
        """Say all of it: «Plan Empresarial, Crítico, tiempo estimado solución: 6 → 4 horas hábiles», in "es" or "en"."""
        return f"{self.place(language)}: {self.change(language)}"

    def change(self, language: str = "es") -> str:
        """Say what it was and what it is."""
        which = _which(language)
        if self.kind == "changed":
            return _changed(self.old, self.new, language[:2])
        value = self.new if self.kind == "added" else self.old
        verb = (ADDED if self.kind == "added" else REMOVED)[which]
        return verb if value is None else f"{verb}: {_said(value, language[:2])}"


def _changed(old: object, new: object, language: str) -> str:
    if isinstance(old, Target) and isinstance(new, Target) and _alike(old, new):
        one, several = UNIT_WORDS[language][new.unit]
        return f"{number(old.amount, language)} → {number(new.amount, language)} {one if new.amount == 1 else several}"
    if isinstance(old, tuple) and isinstance(new, tuple):
        return _lists(old, new, language)
    if isinstance(old, str) and isinstance(new, str) and max(len(old), len(new)) > LONG:
        old, new = _parts(old, new)
    return f"{_said(old, language)} → {_said(new, language)}"


def _alike(old: Target, new: Target) -> bool:
    """Say whether only the amount differs."""
    return not new.is_date and (old.unit, old.strict, old.end_of_day, old.is_date) == (new.unit, new.strict, new.end_of_day, new.is_date)


def _lists(old: tuple[object, ...], new: tuple[object, ...], language: str) -> str:
    which = _which(language)
    added = [_said(each, language) for each in new if each not in old]
    removed = [_said(each, language) for each in old if each not in new]
    parts = [f"{verb[which]} {', '.join(said)}" for verb, said in ((ADDED, added), (REMOVED, removed)) if said]
    return "; ".join(parts) or ORDER[which]


def _parts(old: str, new: str) -> tuple[str, str]:
    """Cut two long texts down to the words that differ, with dots where they agree."""
    before, after = old.split(), new.split()
    head = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    rest = zip(reversed(before[head:]), reversed(after[head:]), strict=False)
    tail = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], rest))
    return _between(before, head, tail), _between(after, head, tail)


def _between(words: list[str], head: int, tail: int) -> str:
    end = len(words) - tail
    dots = ("… " if head else "", " …" if tail else "")
    return f"{dots[0]}{' '.join(words[head:end])}{dots[1]}"


def _said(value: object, language: str) -> str:
    """Write a value for people."""
    which = _which(language)
    if value is None or value in ("", ()):
        return NOTHING[which]
    if isinstance(value, bool):
        return YES_NO[which][value]
    if isinstance(value, str):
        return VALUES[value][which] if value in VALUES else value
    write = next((write for kind, write in _WRITTEN.items() if isinstance(value, kind)), None)
    return write(value, language) if write else str(value)


def _which(language: str) -> int:
    return 0 if language.startswith("es") else 1


def _tuple(value: tuple[object, ...], language: str) -> str:
    return ", ".join(_said(each, language) for each in value)


_WRITTEN: Mapping[type, Callable[[Any, str], str]] = {
    Target: target_in_words,
    Fraction: number,
    Calendar: week_in_words,
    ZoneInfo: lambda zone, _: str(zone.key),
    date: lambda day, _: str(day.isoformat()),
    tuple: _tuple,
}
