"""The minimum information of a case: which points its type demands, and which are there, missing or waived (DIG-013, SOP-020)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from acuerdo.core.agreements.asking import Ask, Facts
from acuerdo.core.agreements.values import CaseType

PRESENT, MISSING, WAIVED = "present", "missing", "waived"
STATES = (PRESENT, MISSING, WAIVED)


@dataclass(frozen=True)
class Need:
    """A point that a case owes: its name in the manual, the manual's words, and how it is asked."""

    id: str
    label: str
    ask: Ask

    @property
    def question(self) -> str:
        """What a customer is asked; the manual's words where it has no question."""
        return self.ask.question or self.label


@dataclass(frozen=True)
class Given:
    """What a case has without anybody looking: a text, a way to reach whoever reports, a product, files."""

    text: bool = False
    contact: bool = False
    product: bool = False
    files: bool = False

    def covers(self, ask: Ask) -> bool:
        """Whether this answers the point by itself."""
        return {"description": self.text, "contact": self.contact, "product": self.product, "files": self.files}.get(ask.kind, False)


@dataclass(frozen=True)
class Point:
    """Where a point stands: present, missing or waived; what was said, and who decided, when and why (INT-039)."""

    need: Need
    state: str
    said: Any = ""
    reason: str = ""
    by: str = ""
    at: str = ""


def needs_of(kind: CaseType | None, facts: Facts) -> tuple[Need, ...]:
    """The points that a case of this type with these facts owes, in the manual's order."""
    if kind is None:
        return ()
    asked = (Need(name, label, kind.asks.get(name, Ask())) for name, label in kind.needs.items())
    return tuple(need for need in asked if need.ask.applies(facts))


def reasons_of(kind: CaseType | None, facts: Facts) -> Mapping[str, str]:
    """The manual's reasons to give such a case back; none where a case is exempt (DIG-A12: P1)."""
    if kind is None:
        return {}
    return {name: words for name, words in kind.returns.items() if kind.asks.get(name, Ask()).applies(facts)}


def points(kind: CaseType | None, facts: Facts, known: Mapping[str, Mapping[str, Any]], given: Given) -> tuple[Point, ...]:
    """Where each point of a case stands; what a person decided goes before what is seen by itself."""
    return tuple(_point(need, known.get(need.id), given) for need in needs_of(kind, facts))


def _point(need: Need, decided: Mapping[str, Any] | None, given: Given) -> Point:
    if decided:
        names = ("said", "reason", "by", "at")
        return Point(need, str(decided.get("state", MISSING)), **{name: decided.get(name, "") for name in names})
    return Point(need, PRESENT if given.covers(need.ask) else MISSING)


def owed(found: tuple[Point, ...]) -> Iterator[Point]:
    """The points that are missing and that a case cannot do without."""
    return (point for point in found if point.state == MISSING and not point.need.ask.optional)
