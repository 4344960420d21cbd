"""What the service costs and covers: billing, bags of hours, guarantees, suspensions, and services beside the plan."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from acuerdo.core.agreements.book import Table
from acuerdo.core.agreements.durations import read_target
from acuerdo.core.clocks import Target


@dataclass(frozen=True)
class Billing:
    """A way of charging, for these plans; () is not tied to a plan."""

    id: str
    label: str
    plans: tuple[str, ...] = ()
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class Service:
    """A service beside support: `included` in these plans, or to be bought. `hours`: it is sold as a bag of hours."""

    id: str
    label: str
    scope: str = ""
    included: bool = False
    hours: bool = False
    plans: tuple[str, ...] = ()
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class Guarantee:
    """Calendar months from a day that the contract keeps, named in `starts`."""

    id: str
    label: str
    months: int
    starts: str
    covers: str = ""
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class Suspension:
    """Why a customer's service stands still, for how long (None: no number), what ends it, and what follows if nothing does."""

    id: str
    label: str
    lasts: Target | None
    ends: str = ""
    then: str = ""
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class Fee:
    """A charge of a whole amount in its currency (ISO 4217), for a time where it buys one."""

    id: str
    label: str
    amount: int
    currency: str
    lasts: Target | None
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class Commercial:
    """All of it; empty where the manual says nothing."""

    billing: Mapping[str, Billing] = field(default_factory=dict)
    services: Mapping[str, Service] = field(default_factory=dict)
    guarantees: Mapping[str, Guarantee] = field(default_factory=dict)
    suspensions: Mapping[str, Suspension] = field(default_factory=dict)
    fees: Mapping[str, Fee] = field(default_factory=dict)
    note: str = ""
    source: str = ""


def read_commercial(manual: Table, plans: Collection[str]) -> Commercial:
    """`[commercial]`."""
    table = manual.table("commercial")
    commercial = Commercial(
        billing=MappingProxyType({name: _billing(name, entry, plans) for name, entry in table.named("billing")}),
        services=MappingProxyType({name: _service(name, entry, plans) for name, entry in table.named("services")}),
        guarantees=MappingProxyType({name: _guarantee(name, entry) for name, entry in table.named("guarantees")}),
        suspensions=MappingProxyType({name: _suspension(name, entry) for name, entry in table.named("suspensions")}),
        fees=MappingProxyType({name: _fee(name, entry) for name, entry in table.named("fees")}),
        note=table.text("note", ""),
        source=table.text("source", ""),
    )
    table.done()
    return commercial


def _billing(name: str, table: Table, plans: Collection[str]) -> Billing:
    on = table.choices("plans", plans, "plan", ())
    billing = Billing(name, table.text("label"), on, table.text("note", ""), table.text("source", ""))
    table.done()
    return billing


def _service(name: str, table: Table, plans: Collection[str]) -> Service:
    service = Service(
        id=name,
        label=table.text("label"),
        scope=table.text("scope", ""),
        included=table.flag("included"),
        hours=table.flag("hours"),
        plans=table.choices("plans", plans, "plan", ()),
        note=table.text("note", ""),
        source=table.text("source", ""),
    )
    table.done()
    return service


def _guarantee(name: str, table: Table) -> Guarantee:
    guarantee = Guarantee(
        id=name,
        label=table.text("label"),
        months=table.count("months"),
        starts=table.text("starts"),
        covers=table.text("covers", ""),
        note=table.text("note", ""),
        source=table.text("source", ""),
    )
    table.done()
    return guarantee


def _suspension(name: str, table: Table) -> Suspension:
    suspension = Suspension(
        id=name,
        label=table.text("label"),
        lasts=_lasts(table),
        ends=table.text("ends", ""),
        then=table.text("then", ""),
        note=table.text("note", ""),
        source=table.text("source", ""),
    )
    table.done()
    return suspension


def _fee(name: str, table: Table) -> Fee:
    fee = Fee(
        id=name,
        label=table.text("label"),
        amount=table.count("amount"),
        currency=table.text("currency"),
        lasts=_lasts(table),
        note=table.text("note", ""),
        source=table.text("source", ""),
    )
    table.done()
    return fee


def _lasts(table: Table) -> Target | None:
    written = table.text("lasts", "")
    return read_target(table.book, table.at("lasts"), written) if written else None
