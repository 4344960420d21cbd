"""What a case is owed: the first target cell that matches its facts, on the calendar of its plan or its contract."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from acuerdo.core.agreements.basis import NO_NAMES, Names
from acuerdo.core.agreements.targets import Cell
from acuerdo.core.clocks import ClockRule, Promise
from acuerdo.core.hours import Calendar


@dataclass(frozen=True, eq=False)
class ManualTerms:
    """The Terms of `core.clocks`: a manual with a contract's overrides. `plans` gives each plan's calendar."""

    rules: tuple[ClockRule, ...]
    milestones: frozenset[str]
    statuses: Mapping[str, str]
    cells: Mapping[str, Sequence[Cell]]
    calendars: Mapping[str, Calendar]
    plans: Mapping[str, str]
    default_calendar: str
    contract_calendar: str = ""
    names: Names = NO_NAMES

    def promise(self, clock_id: str, facts: Mapping[str, object]) -> Promise | None:
        """Give what these facts are owed for this clock.

        None where no cell matches, where the matching one says "none", or where it runs in the plan's calendar and there is no plan.
        """
        cell = next((cell for cell in self.cells.get(clock_id, ()) if cell.matches(facts)), None)
        if cell is None or cell.target is None:
            return None
        calendar = self.calendars.get(cell.calendar or self._calendar_of(facts))
        if calendar is None:
            return None
        return Promise(
            target=cell.target,
            calendar=calendar,
            printed=cell.printed,
            source=cell.source,
            note=cell.note,
            estimated=cell.estimated,
            basis=self.names.basis(cell.where, facts),
        )

    def _calendar_of(self, facts: Mapping[str, object]) -> str:
        """Take the contract's, else the plan's, else the manual's."""
        return self.contract_calendar or self.plans.get(str(facts.get("plan")), "") or self.default_calendar
