"""A service agreement that runs: everything a manual says, read and checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any

from acuerdo.core.agreements.basis import Names
from acuerdo.core.agreements.faults import Fault
from acuerdo.core.agreements.life import Closure, Intake, StatusName, Survey
from acuerdo.core.agreements.matrix import Matrix
from acuerdo.core.agreements.overrides import Overrides, read_overrides
from acuerdo.core.agreements.papers import Papers
from acuerdo.core.agreements.reporting import Reporting
from acuerdo.core.agreements.targets import Cell, Known, TargetTable
from acuerdo.core.agreements.terms import ManualTerms
from acuerdo.core.agreements.values import (
    CaseType,
    Channel,
    Control,
    Escalation,
    Example,
    Field,
    Item,
    Ladder,
    ManualFacts,
    Plan,
    Product,
    Role,
)
from acuerdo.core.clocks import ClockRule
from acuerdo.core.hours import Calendar
from acuerdo.core.tickets import Party


@dataclass(frozen=True, eq=False)
class Agreement(Papers, ManualFacts):
    """One version of one manual. Mappings are in the order of the file; `warnings` are questions, not errors."""

    control: Control
    calendars: Mapping[str, Calendar]
    fields: Mapping[str, Field]
    types: Mapping[str, CaseType]
    products: Mapping[str, Product]
    channels: Mapping[str, Channel]
    catalogue: Mapping[str, Item]
    features: Mapping[str, str]
    plans: Mapping[str, Plan]
    milestones: Mapping[str, str]
    clocks: Mapping[str, ClockRule]
    targets: tuple[TargetTable, ...]
    roles: Mapping[str, Role]
    levels: Mapping[str, Ladder]
    escalations: tuple[Escalation, ...]
    statuses: Mapping[str, StatusName]
    closure: Closure
    survey: Survey | None
    intake: Intake
    reporting: Reporting
    matrix: Matrix
    examples: tuple[Example, ...]
    known: Known
    warnings: tuple[Fault, ...] = ()

    @property
    def rules(self) -> tuple[ClockRule, ...]:
        """The clocks as `core.clocks` wants them."""
        return tuple(self.clocks.values())

    @cached_property
    def ladder(self) -> Ladder | None:
        """The provider's ladder, up which cases are raised."""
        return next((ladder for ladder in self.levels.values() if ladder.side == "provider"), None)

    @property
    def facts(self) -> Mapping[str, Sequence[str]]:
        """Every fact a case may have, with the values it may take: plan, type, item, product, channel and the fields."""
        return self.known.facts

    def label(self, fact: str, value: str) -> str:
        """Give what people read for a value of a fact; the value itself where the manual has no name for it."""
        named: Mapping[str, Mapping[str, Any]] = {
            "plan": self.plans,
            "type": self.types,
            "item": self.catalogue,
            "product": self.products,
            "channel": self.channels,
        }
        values = named[fact] if fact in named else self.fields[fact].values if fact in self.fields else {}
        return str(values[value].label) if value in values else value

    @cached_property
    def _names(self) -> Names:
        """Give the words of the facts that promises rest on."""
        return Names(
            fields=MappingProxyType({name: field.label for name, field in self.fields.items()}),
            values=MappingProxyType({fact: {value: self.label(fact, value) for value in values} for fact, values in self.facts.items()}),
        )

    def overrides(self, contract: Mapping[str, Any] | None) -> Overrides:
        """Read a contract's own terms, as strictly as the manual. Raises Faults."""
        return read_overrides(contract or {}, self.known, self.channels)

    def terms(self, overrides: Mapping[str, Any] | None = None) -> ManualTerms:
        """Give what cases under this manual, and this contract, are owed. Raises Faults where the contract cannot be meant."""
        if not overrides:
            return self._plain_terms
        contract = self.overrides(overrides)
        return self._terms(contract.targets, contract.calendar)

    @cached_property
    def _plain_terms(self) -> ManualTerms:
        return self._terms((), "")

    def _terms(self, first: tuple[TargetTable, ...], calendar: str) -> ManualTerms:
        """Put a contract's tables before the manual's."""
        cells: dict[str, list[Cell]] = {}
        for table in (*first, *self.targets):
            for cell in table.cells:
                cells.setdefault(cell.clock, []).append(cell)
        return ManualTerms(
            rules=self.rules,
            milestones=frozenset(self.milestones),
            statuses=MappingProxyType({name.id: "" if name.party is Party.NOBODY else name.party.value for name in self.statuses.values()}),
            cells=MappingProxyType(cells),
            calendars=self.calendars,
            plans=MappingProxyType({plan.id: plan.calendar for plan in self.plans.values()}),
            default_calendar=self.default_calendar,
            contract_calendar=calendar,
            names=self._names,
        )
