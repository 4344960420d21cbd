"""What a case is owed, and by which rules its clocks run."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from acuerdo.core.clocks.rule import ClockRule
from acuerdo.core.clocks.target import Target
from acuerdo.core.hours import Calendar

#: Each status of a case and whose time passes in it (design/lifecycle.md); nobody's once it is over.
STATUSES: Mapping[str, str] = MappingProxyType(
    {
        "new": "provider",
        "in_progress": "provider",
        "waiting_customer": "customer",
        "waiting_internal": "provider",
        "waiting_provider": "third_party",
        "waiting_approval": "provider",
        "scheduled": "provider",
        "resolved": "customer",
        "closed": "",
        "cancelled": "",
    }
)


@dataclass(frozen=True)
class Promise:
    """What a manual gives a case for one clock: a target on a calendar, and where it says so.

    `printed` are the words of the document, `source` its table (`PRO-T2`), `basis` what of the case it
    rests on («Plan Empresarial, Alto»).
    """

    target: Target
    calendar: Calendar
    printed: str
    source: str
    note: str = ""
    estimated: bool = False
    basis: str = ""


class Terms(Protocol):
    """A manual version with a contract's overrides and its stored holiday dates (part 6)."""

    @property
    def rules(self) -> tuple[ClockRule, ...]:
        """Give the clocks, in the manual's order."""

    @property
    def milestones(self) -> frozenset[str]:
        """Give the events that this manual adds: `diagnosed`, `formal_reply`, `restored`."""

    @property
    def statuses(self) -> Mapping[str, str]:
        """Give each status and whose time passes in it; STATUSES unless the manual says otherwise."""

    def promise(self, clock_id: str, facts: Mapping[str, object]) -> Promise | None:
        """Look up what these facts are owed; None when they have no such clock."""
