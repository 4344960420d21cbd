"""Changes: their types, who decides on them and when, by which criteria, and what needs an approved proposal."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from acuerdo.core.agreements.book import Table
from acuerdo.core.agreements.periods import PERIODS
from acuerdo.core.agreements.values import Words


@dataclass(frozen=True)
class ChangeType:
    """A type of change. `preapproved`: it needs no session; `urgent`: it does not wait for the next one."""

    id: str
    label: str
    criterion: str = ""
    examples: tuple[str, ...] = ()
    preapproved: bool = False
    urgent: bool = False
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class ChangeRole:
    """Who does what in the life of a change, in the manual's words."""

    id: str
    label: str
    duty: str = ""
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class Committee:
    """Who decides: on these types of change, on these types of case, for these plans; () is all. Members are roles, not people."""

    id: str
    label: str
    duty: str = ""
    changes: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    every: str = ""
    members: tuple[str, ...] = ()
    may_be_told: tuple[str, ...] = ()
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class Changes:
    """All that a manual says of changes; empty where it says nothing.

    `criteria`: by which they are judged; `acceptance`: what a request must be before it is judged; `proposal_for`: types of case whose
    proposal the customer must approve; `windows`: on what notice maintenance is done; `form`: where a request is registered.
    """

    types: Mapping[str, ChangeType] = field(default_factory=dict)
    roles: Mapping[str, ChangeRole] = field(default_factory=dict)
    committees: Mapping[str, Committee] = field(default_factory=dict)
    criteria: Words = field(default_factory=dict)
    acceptance: Words = field(default_factory=dict)
    stages: Words = field(default_factory=dict)
    proposal_for: tuple[str, ...] = ()
    form: str = ""
    windows: str = ""
    note: str = ""
    source: str = ""


def read_changes(manual: Table, types: Collection[str], plans: Collection[str]) -> Changes:
    """`[changes]`."""
    table = manual.table("changes")
    kinds = {name: _type(name, entry) for name, entry in table.named("types")}
    changes = Changes(
        types=MappingProxyType(kinds),
        roles=MappingProxyType({name: _role(name, entry) for name, entry in table.named("roles")}),
        committees=MappingProxyType({name: _committee(name, entry, kinds, types, plans) for name, entry in table.named("committees")}),
        criteria=MappingProxyType(table.words("criteria")),
        acceptance=MappingProxyType(table.words("acceptance")),
        stages=MappingProxyType(table.words("stages")),
        proposal_for=table.choices("proposal_for", types, "type", ()),
        form=table.text("form", ""),
        windows=table.text("windows", ""),
        note=table.text("note", ""),
        source=table.text("source", ""),
    )
    table.done()
    return changes


def _type(name: str, table: Table) -> ChangeType:
    kind = ChangeType(
        id=name,
        label=table.text("label"),
        criterion=table.text("criterion", ""),
        examples=table.texts("examples", ()),
        preapproved=table.flag("preapproved"),
        urgent=table.flag("urgent"),
        note=table.text("note", ""),
        source=table.text("source", ""),
    )
    table.done()
    return kind


def _role(name: str, table: Table) -> ChangeRole:
    role = ChangeRole(name, table.text("label"), table.text("duty", ""), table.text("note", ""), table.text("source", ""))
    table.done()
    return role


def _committee(name: str, table: Table, kinds: Collection[str], types: Collection[str], plans: Collection[str]) -> Committee:
    committee = Committee(
        id=name,
        label=table.text("label"),
        duty=table.text("duty", ""),
        changes=table.choices("changes", kinds, "change", ()),
        types=table.choices("types", types, "type", ()),
        plans=table.choices("plans", plans, "plan", ()),
        every=table.choice("every", PERIODS, "period", ""),
        members=table.texts("members", ()),
        may_be_told=table.texts("may_be_told", ()),
        note=table.text("note", ""),
        source=table.text("source", ""),
    )
    table.done()
    return committee
