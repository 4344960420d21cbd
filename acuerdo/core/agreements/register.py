"""What the published manual and its records carry besides rules: availability, audit fields, contact media and the glossary."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from acuerdo.core.agreements.book import Table
from acuerdo.core.agreements.periods import PERIODS
from acuerdo.core.agreements.values import Words


@dataclass(frozen=True)
class Exclusion:
    """What does not count against availability: «fuerza mayor»."""

    id: str
    label: str
    criterion: str = ""
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class Availability:
    """Over what time the plans' percentages are measured, and what is left out of them."""

    every: str = ""
    excluded: Mapping[str, Exclusion] = field(default_factory=dict)
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class Audit:
    """The fields of an audit record, by their printed names, what is recorded, and how many fields more the desk may fill."""

    records: Words = field(default_factory=dict)
    fields: Words = field(default_factory=dict)
    extra_fields: int = 0
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class Contact:
    """A medium, and what reaches each level of the provider by it; no personal data."""

    id: str
    label: str
    at: Words
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class Term:
    """A word of the manual and what it means there."""

    id: str
    term: str
    meaning: str
    note: str = ""
    source: str = ""


def read_availability(manual: Table) -> Availability:
    """`[availability]`."""
    table = manual.table("availability")
    availability = Availability(
        every=table.choice("every", PERIODS, "period", ""),
        excluded=MappingProxyType({name: _exclusion(name, entry) for name, entry in table.named("excluded")}),
        note=table.text("note", ""),
        source=table.text("source", ""),
    )
    table.done()
    return availability


def _exclusion(name: str, table: Table) -> Exclusion:
    exclusion = Exclusion(name, table.text("label"), table.text("criterion", ""), table.text("note", ""), table.text("source", ""))
    table.done()
    return exclusion


def read_audit(manual: Table) -> Audit:
    """`[audit]`."""
    table = manual.table("audit")
    audit = Audit(
        records=MappingProxyType(table.words("records")),
        fields=MappingProxyType(table.words("fields")),
        extra_fields=table.count("extra_fields", 0),
        note=table.text("note", ""),
        source=table.text("source", ""),
    )
    table.done()
    return audit


def read_contacts(manual: Table, steps: Collection[str]) -> dict[str, Contact]:
    """Every `[contacts.<medium>]`; `at` names steps of the provider's ladder."""
    contacts = {}
    for name, table in manual.named("contacts"):
        at = table.table("at")
        for step in at.names():
            at.refers(step, steps, "level", step)
        contacts[name] = Contact(
            id=name,
            label=table.text("label"),
            at=MappingProxyType({step: at.text(step) for step in at.names()}),
            note=table.text("note", ""),
            source=table.text("source", ""),
        )
        table.done()
    return contacts


def read_glossary(manual: Table) -> dict[str, Term]:
    """Every `[glossary.<name>]`."""
    glossary = {}
    for name, table in manual.named("glossary"):
        note, source = table.text("note", ""), table.text("source", "")
        glossary[name] = Term(name, table.text("term"), table.text("meaning"), note, source)
        table.done()
    return glossary
