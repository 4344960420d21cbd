"""A clock of a case, as the log leaves it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from acuerdo.core.clocks.cycle import Correction, Facts, Pause, Pledge
from acuerdo.core.clocks.rule import ClockRule, Kind
from acuerdo.core.clocks.target import Target
from acuerdo.core.clocks.terms import Promise
from acuerdo.core.hours import Calendar

Amount = Fraction | int
#: The events that end a case, and every clock with it.
ENDS = frozenset({"closed", "cancelled"})


class State(StrEnum):
    """How a clock stands. A window is running, answered or elapsed; a promise any of the others too."""

    RUNNING = "running"
    PAUSED = "paused"
    MET = "met"
    BREACHED = "breached"
    CANCELLED = "cancelled"
    ANSWERED = "answered"
    ELAPSED = "elapsed"


STATES = {
    Kind.PROMISE: frozenset({State.RUNNING, State.PAUSED, State.MET, State.BREACHED, State.CANCELLED}),
    Kind.WINDOW: frozenset({State.RUNNING, State.ANSWERED, State.ELAPSED}),
}


@dataclass(frozen=True, slots=True)
class Clock:
    """One cycle of one clock. Instants are UTC; amounts are in the target's unit, exact.

    `due_at` is None while it stands still with time left; `due_if_resumed` is then the deadline it
    would have from now. `remaining` is negative past the target. `stood_still` is what of the unit
    passed in pauses. `counts_from` is the start, or the reclassification that restarted it.
    `computed` is the state before a person's correction.
    """

    rule: ClockRule
    cycle: int
    promise: Promise
    state: State
    computed: State
    started_at: datetime
    counts_from: datetime
    stopped_at: datetime | None
    stopped_by: str
    due_at: datetime | None
    due_if_resumed: datetime | None
    elapsed: Amount
    remaining: Amount
    stood_still: Amount
    pauses: tuple[Pause, ...]
    facts: Facts
    started_facts: Facts
    pledges: tuple[Pledge, ...]
    corrections: tuple[Correction, ...]

    @property
    def id(self) -> str:
        """Give the manual's name of the clock: `first_response`."""
        return self.rule.id

    @property
    def label(self) -> str:
        """Give the manual's words for it: «Tiempo de respuesta»."""
        return self.rule.label

    @property
    def kind(self) -> Kind:
        """Say whether it is the provider's promise or the customer's window."""
        return self.rule.kind

    @property
    def target(self) -> Target:
        """Give what was promised."""
        return self.promise.target

    @property
    def calendar(self) -> Calendar:
        """Give the calendar it counts on."""
        return self.promise.calendar

    @property
    def is_live(self) -> bool:
        """Whether it has not stopped; a breached promise lives on until then."""
        return self.stopped_at is None

    @property
    def is_paused(self) -> bool:
        """Whether it stands still now."""
        return self.is_live and bool(self.pauses) and self.pauses[-1].end is None

    @property
    def was_ended(self) -> bool:
        """Whether the case ended before the clock's own stop."""
        return self.stopped_by in ENDS and self.stopped_by not in self.rule.stops

    @property
    def moves(self) -> int:
        """Count how often a promised date was moved."""
        return max(0, len(self.pledges) - 1)
