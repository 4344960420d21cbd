"""The most common incidents: what to verify for each, in which order, and who does it (SGM-T4)."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from acuerdo.core.agreements.book import Table
from acuerdo.core.agreements.ladders import SIDES


@dataclass(frozen=True)
class Owner:
    """Who does a check. While one on the customer's `side` does it, the case waits for the customer (SGM-042)."""

    id: str
    label: str
    side: str
    note: str = ""


@dataclass(frozen=True)
class Check:
    """One thing to verify, once the one before it is (SGM-040). `when`: only then; `see`: the case whose checks it stands for."""

    check: str
    owner: str
    when: str = ""
    see: str = ""


@dataclass(frozen=True)
class CommonIncident:
    """What the customer sees, and the checks in order."""

    id: str
    label: str
    checks: tuple[Check, ...]
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class IncidentCase:
    """A group of incidents: «Acceso»."""

    id: str
    label: str
    incidents: Mapping[str, CommonIncident]


@dataclass(frozen=True)
class CommonIncidents:
    """The whole table, as printed; empty where the manual has none."""

    owners: Mapping[str, Owner] = field(default_factory=dict)
    cases: Mapping[str, IncidentCase] = field(default_factory=dict)
    footnotes: tuple[str, ...] = ()
    note: str = ""
    source: str = ""

    @property
    def incidents(self) -> Iterator[CommonIncident]:
        """Every incident of every case, in the order of the table."""
        return (incident for case in self.cases.values() for incident in case.incidents.values())


def read_common_incidents(manual: Table) -> CommonIncidents:
    """`[common_incidents]`: its owners, and its cases with their incidents."""
    table = manual.table("common_incidents")
    owners = {name: _owner(name, entry) for name, entry in table.named("owners")}
    cases = table.keys("cases")
    incidents = CommonIncidents(
        owners=MappingProxyType(owners),
        cases=MappingProxyType({name: _case(name, entry, owners, cases) for name, entry in table.named("cases")}),
        footnotes=table.texts("footnotes", ()),
        note=table.text("note", ""),
        source=table.text("source", ""),
    )
    table.done()
    return incidents


def _owner(name: str, table: Table) -> Owner:
    owner = Owner(name, table.text("label"), table.choice("side", SIDES, "side"), table.text("note", ""))
    table.done()
    return owner


def _case(name: str, table: Table, owners: Collection[str], cases: Collection[str]) -> IncidentCase:
    incidents = {each: _incident(each, entry, owners, cases) for each, entry in table.named("incidents")}
    case = IncidentCase(name, table.text("label"), MappingProxyType(incidents))
    table.done()
    return case


def _incident(name: str, table: Table, owners: Collection[str], cases: Collection[str]) -> CommonIncident:
    incident = CommonIncident(
        id=name,
        label=table.text("label"),
        checks=tuple(_check(entry, owners, cases) for entry in table.tables("checks")),
        note=table.text("note", ""),
        source=table.text("source", ""),
    )
    if not incident.checks:
        table.book.fault(table.path, "no_checks", value=name)
    table.done()
    return incident


def _check(table: Table, owners: Collection[str], cases: Collection[str]) -> Check:
    check = Check(
        check=table.text("check"),
        owner=table.choice("owner", owners, "owner"),
        when=table.text("when", ""),
        see=table.choice("see", cases, "incident case", ""),
    )
    table.done()
    return check
