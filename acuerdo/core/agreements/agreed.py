"""What a contract changes: every promise of a plan by the manual, by the contract as it is, and as it would be."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from acuerdo.core.agreements.agreement import Agreement
from acuerdo.core.agreements.terms import ManualTerms
from acuerdo.core.clocks import Promise


@dataclass(frozen=True, slots=True)
class Owed:
    """A promise in words: the time as printed, and the calendar it runs in; both "" where nothing is promised."""

    time: str = ""
    calendar: str = ""


@dataclass(frozen=True, slots=True)
class Agreed:
    """A promise to some cases, three times. `cases` are the labels of the facts that tell them from others."""

    clock: str
    cases: tuple[str, ...]
    manual: Owed
    before: Owed
    after: Owed

    @property
    def changes(self) -> bool:
        """Whether the contract's change moves it."""
        return self.before != self.after


def agreed_times(agreement: Agreement, plan: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Agreed, ...]:
    """Give each promise to cases of a plan, clock by clock. Raises Faults where a contract's terms cannot be meant."""
    manual, old, new = (agreement.terms(overrides) for overrides in ({}, before, after))
    found = []
    for clock, cases, facts in _asked(agreement, plan, old, new):
        owed = [_owed(terms.promise(clock, facts)) for terms in (manual, old, new)]
        if any(one.time for one in owed):
            found.append(Agreed(agreement.clocks[clock].label, cases, *owed))
    return tuple(found)


def _asked(agreement: Agreement, plan: str, *terms: ManualTerms) -> Iterator[tuple[str, tuple[str, ...], dict[str, str]]]:
    """Give each kind of case that some table tells apart: its clock, its labels, and facts that stand for it."""
    seen = set()
    for clock in agreement.clocks:
        for cell in (cell for each in terms for cell in each.cells.get(clock, ())):
            where = {name: values for name, values in cell.where.items() if name != "plan"}
            key = (clock, frozenset(where.items()))
            if key in seen or plan not in cell.where.get("plan", {plan}):
                continue
            seen.add(key)
            ordered = {name: [value for value in agreement.facts[name] if value in values] for name, values in where.items()}
            labels = tuple(" / ".join(agreement.label(name, value) for value in values) for name, values in ordered.items())
            yield clock, labels, {**{name: values[0] for name, values in ordered.items()}, **({"plan": plan} if plan else {})}


def _owed(promise: Promise | None) -> Owed:
    return Owed(promise.printed, promise.calendar.label) if promise else Owed()
