"""What a manual says, as frozen values; each carries the words and the source of the printed document."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

from acuerdo.core.agreements.asking import Ask
from acuerdo.core.clocks import Target
from acuerdo.core.tickets import Rung

Words = Mapping[str, str]


@dataclass(frozen=True)
class Choice:
    """One value of a field: «Crítico», with the criterion by which it is chosen. `printed`: its name as the document writes it.

    `plain`: how a customer would say it.
    """

    id: str
    label: str
    printed: str = ""
    criterion: str = ""
    example: str = ""
    plain: str = ""
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class Field:
    """What a case is classified by; values from the most urgent to the least.

    `question`: what a customer is asked, and `when`; without one they are not asked. `optional`: they may leave it.
    """

    id: str
    label: str
    values: Mapping[str, Choice]
    question: str = ""
    hint: str = ""
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    optional: bool = False
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class Plan:
    """A plan that a customer contracts. `availability` in per cent, exact; `printed` the cells of the plan table by feature."""

    id: str
    label: str
    calendar: str = ""
    availability: Fraction | None = None
    channels: tuple[str, ...] = ()
    includes: tuple[str, ...] = ()
    printed: Words = field(default_factory=dict)
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class CaseType:
    """Incident, request, question …; `needs` is the minimum information, `asks` how it is asked, `returns` the reasons to send it back.

    `customers`: whether they may choose it; `public`: anybody may, without a contract (PQRSF); `plain`: how a customer would say it;
    `goes_with`: the values of other facts that it admits (SOP-A6). `team`: who takes it, before the product's (DIG-060).
    """

    id: str
    label: str
    criterion: str = ""
    needs: Words = field(default_factory=dict)
    asks: Mapping[str, Ask] = field(default_factory=dict)
    returns: Words = field(default_factory=dict)
    goes_with: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plain: str = ""
    team: str = ""
    customers: bool = True
    public: bool = False
    committee: bool = False
    quote: bool = False
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class Item:
    """A request of the catalogue. `quote` is "yes", "no" or "by contract" (decided on each case, SGM-A9).

    `printed` is the promised time in the document's words; `cells` the other cells that the document writes otherwise; `remarks` its own.
    """

    id: str
    label: str
    complexity: str
    committee: bool
    quote: str
    promise: Target | None
    printed: str = ""
    estimated: bool = False
    remarks: str = ""
    cells: Words = field(default_factory=dict)
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class Channel:
    """A way to the desk: `opens` cases or only follows up, or opens them `contingency` only. `printed`: what the document's tables call it.

    `otherwise` is where a message goes when this way is not open to it; `hours` and `hours_by_plan` are calendars.
    """

    id: str
    label: str
    printed: str = ""
    opens: bool = True
    contingency: bool = False
    hours: str = ""
    hours_by_plan: Words = field(default_factory=dict)
    otherwise: str = ""
    departments: Words = field(default_factory=dict)
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class Product:
    """A product line and the team that supports it; `phone_option` is its key in the telephone menu."""

    id: str
    label: str
    team: str = ""
    phone_option: int | None = None
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class Role:
    """The desk's own name for a role of the product: agent, supervisor, manager, admin or auditor."""

    id: str
    label: str
    acts_as: str
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class Level:
    """A step of a ladder; reached from the step below, and from those in `reached_from`, or from any (SGM-038)."""

    id: str
    label: str
    role: str = ""
    reached_from: tuple[str, ...] = ()
    from_any: bool = False
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class Ladder:
    """An escalation ladder of the provider, or the customer's own levels. `steps` from the lowest up; a case begins at `start`."""

    id: str
    label: str
    side: str
    steps: Mapping[str, Level]
    start: str = ""
    note: str = ""
    source: str = ""

    @property
    def rungs(self) -> tuple[Rung, ...]:
        """The steps as `core.tickets` climbs them."""
        return tuple(Rung(step.id, step.reached_from, step.from_any) for step in self.steps.values())


@dataclass(frozen=True)
class Escalation:
    """Whom to tell, and where to raise, when a share of a clock has passed or something happened.

    `share` is a share of the target (1 = it breaks) and belongs to `clocks`; without one, `on` names the event ("opened", "assigned",
    "by hand", "asked" by the customer; `asked_by` their levels that may ask, all without it). `tell`: "assignee", "team", or roles.
    `raise_to`: "next" or a level of the provider's. `assign_to`: its "level", the level's "team", or a role. `at_once`: at any hour.
    """

    on: str
    share: Fraction | None
    clocks: tuple[str, ...]
    where: Mapping[str, tuple[str, ...]]
    tell: tuple[str, ...]
    raise_to: str = ""
    assign_to: str = ""
    asked_by: tuple[str, ...] = ()
    at_once: bool = False
    label: str = ""
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class Control:
    """Document control: code, version and who prepared and reviewed it, by role."""

    code: str = ""
    version: str = ""
    effective: str = ""
    prepared_by: str = ""
    reviewed_by: str = ""
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class Example:
    """A worked example with dates: what happens, and when each promise falls due."""

    title: str
    facts: Words
    happenings: tuple[Mapping[str, object], ...]
    now: datetime
    due: Mapping[str, datetime]
    source: str = ""


@dataclass(frozen=True)
class ManualFacts:
    """Whose manual this is, and how it is called.

    `default_calendar` is for promises that have neither their own nor a plan's; "" is none.
    """

    id: str
    title: str
    version: str
    effective_from: date
    language: str
    provider: str
    desk_name: str
    zone: ZoneInfo
    default_calendar: str
    note: str
