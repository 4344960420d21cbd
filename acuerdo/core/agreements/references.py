"""References in prose: `{target:auto_close}` reads «5 días hábiles», and changes when the rule does.

A reference is `{kind:name}`, with facts where a name is not enough: `{target:restoration plan=saas}`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from acuerdo.core.agreements.agreement import Agreement
from acuerdo.core.agreements.book import Book
from acuerdo.core.agreements.faults import nearest
from acuerdo.core.agreements.positions import Path
from acuerdo.core.agreements.values import Words
from acuerdo.core.agreements.week import opening_in_words, week_in_words
from acuerdo.core.clocks import Target, target_in_words
from acuerdo.core.clocks.amounts import number

_REFERENCE = re.compile(r"\{([^{}]*)\}")
_MONTHS = {"es": ("mes", "meses"), "en": ("month", "months")}
_THOUSANDS = {"es": ".", "en": ","}


@dataclass(frozen=True)
class Reference:
    """What stands between braces, at a place of its text."""

    written: str
    at: int

    @property
    def kind(self) -> str:
        """What is named: "target", "calendar" …"""
        return self.written.partition(":")[0]

    @property
    def name(self) -> str:
        """Its name there."""
        return self.written.partition(":")[2].partition(" ")[0]

    @property
    def facts(self) -> Mapping[str, str]:
        """Give the facts after the name."""
        pairs = (part.partition("=") for part in self.written.partition(" ")[2].split())
        return {name: value for name, _, value in pairs}


def references(text: str) -> Iterator[Reference]:
    """Every reference of a text."""
    return (Reference(found[1], found.start()) for found in _REFERENCE.finditer(text))


def resolve(text: str, agreement: Agreement, language: str) -> str:
    """Write the text with each reference said in "es" or "en"; one that names nothing stays as it is."""
    return _REFERENCE.sub(lambda found: said(Reference(found[1], 0), agreement, language) or found[0], text)


def said(reference: Reference, agreement: Agreement, language: str) -> str:
    """What a reference says; "" if it names nothing."""
    if reference.kind == "target":
        targets = targets_meant(reference, agreement)
        return target_in_words(targets[0], language) if targets else ""
    return known(reference.kind, agreement, language).get(reference.name, "")


def targets_meant(reference: Reference, agreement: Agreement) -> list[Target]:
    """Give the different targets of a clock for these facts, in the order of the file; more than one is vague."""
    meant: list[Target] = []
    for cell in (cell for table in agreement.targets for cell in table.cells):
        fits = all(value in cell.where.get(fact, (value,)) for fact, value in reference.facts.items())
        if cell.clock == reference.name and fits and cell.target and cell.target not in meant:
            meant.append(cell.target)
    return meant


def known(kind: str, agreement: Agreement, language: str) -> Words:
    """Give the names that a kind of reference knows, each with what it says; none for a kind there is not."""
    return _KINDS[kind](agreement, language) if kind in _KINDS else {}


def check_references(book: Book, path: Path, text: str, agreement: Agreement) -> None:
    """Find fault, on its line, with each reference that names nothing, or more than one target."""
    for reference in references(text):
        below = text.count("\n", 0, reference.at) + ("\n" in text)
        if not said(reference, agreement, "es"):
            book.fault_below(path, below, "no_such_reference", value=reference.written, **_near(reference, agreement))
        elif reference.kind == "target" and len(targets_meant(reference, agreement)) > 1:
            book.fault_below(path, below, "vague_reference", value=reference.written)


def _near(reference: Reference, agreement: Agreement) -> dict[str, str]:
    """What may have been meant: another kind, or another name of this kind."""
    kinds = ("target", *_KINDS)
    if reference.kind not in kinds:
        return {"near": nearest(reference.kind, kinds), "known": ", ".join(kinds)}
    names = agreement.clocks if reference.kind == "target" else known(reference.kind, agreement, "es")
    return {"near": nearest(reference.name, names), "known": ", ".join(names)}


def _labels(field: str) -> Callable[[Agreement, str], Words]:
    """Read the labels of a table of the manual."""
    return lambda agreement, _: {name: each.label for name, each in getattr(agreement, field).items()}


def _months(months: int, language: str) -> str:
    one, several = _MONTHS[language]
    return f"{months} {one if months == 1 else several}"


def _lasting(target: Target | None, language: str) -> str:
    return target_in_words(target, language) if target else ""


_KINDS: Mapping[str, Callable[[Agreement, str], Words]] = {
    "plan": _labels("plans"),
    "type": _labels("types"),
    "clock": _labels("clocks"),
    "role": _labels("roles"),
    "channel": _labels("channels"),
    "product": _labels("products"),
    "item": _labels("catalogue"),
    "calendar": _labels("calendars"),
    "week": lambda agreement, language: {name: week_in_words(each, language) for name, each in agreement.calendars.items()},
    "hours": lambda agreement, language: {name: opening_in_words(each, language) for name, each in agreement.calendars.items()},
    "availability": lambda agreement, language: {
        name: number(each.availability, language) for name, each in agreement.plans.items() if each.availability is not None
    },
    "phone-option": lambda agreement, _: {
        name: str(each.phone_option) for name, each in agreement.products.items() if each.phone_option is not None
    },
    "guarantee": lambda agreement, language: {
        name: _months(each.months, language) for name, each in agreement.commercial.guarantees.items()
    },
    "suspension": lambda agreement, language: {
        name: _lasting(each.lasts, language) for name, each in agreement.commercial.suspensions.items()
    },
    "fee": lambda agreement, language: {
        name: f"{each.amount:,}".replace(",", _THOUSANDS[language]) for name, each in agreement.commercial.fees.items()
    },
    "fee-time": lambda agreement, language: {name: _lasting(each.lasts, language) for name, each in agreement.commercial.fees.items()},
    "audit": lambda agreement, _: {"extra-fields": str(agreement.audit.extra_fields)},
    "manual": lambda agreement, _: {"provider": agreement.provider, "desk": agreement.desk_name, "version": agreement.version},
}
