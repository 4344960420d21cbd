"""One run of a clock while the log is folded: what was noted, before anything is computed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from acuerdo.core.clocks.rule import ClockRule
from acuerdo.core.clocks.terms import Terms

Facts = Mapping[str, object]


class PauseKind(StrEnum):
    """Why a clock stood still: in a status, or between its stop and its resumption."""

    PAUSED = "paused"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Pause:
    """A time in which a clock stood still; `cause` is the status, or the event that had stopped it.

    `end` is None while it still does.
    """

    kind: PauseKind
    cause: str
    start: datetime
    end: datetime | None = None


@dataclass(frozen=True, slots=True)
class Pledge:
    """A date promised, or moved, at an instant; a day is kept until its closing."""

    at: datetime
    date: datetime | date
    reason: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A state that a person with the right put in place of the computed one."""

    at: datetime
    state: str
    reason: str


@dataclass(slots=True)
class Cycle:
    """A run being noted. `counts_from` is its start, or the reclassification that restarted it.

    `facts` and `terms` are those of its stop once it has one. `ended` says that the case ended before
    the clock's own stop.
    """

    rule: ClockRule
    number: int
    started_at: datetime
    counts_from: datetime
    started_facts: Facts
    pauses: list[Pause] = field(default_factory=list)
    paused: tuple[str, datetime] | None = None
    stopped_at: datetime | None = None
    stopped_by: str = ""
    ended: bool = False
    facts: Facts | None = None
    terms: Terms | None = None
    pledges: list[Pledge] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)

    @property
    def is_live(self) -> bool:
        """Whether it has started and not stopped."""
        return self.stopped_at is None

    def enter(self, status: str, at: datetime) -> None:
        """Stand still or run, as the status says."""
        if self.paused:
            self.leave(at)
        if status in self.rule.pauses_in:
            self.paused = (status, at)

    def leave(self, at: datetime) -> None:
        """Note the pause that ends here; one without length never was."""
        if self.paused:
            status, since = self.paused
            if since < at:
                self.pauses.append(Pause(PauseKind.PAUSED, status, since, at))
            self.paused = None

    def stop(self, event: str, at: datetime, facts: Facts, terms: Terms) -> None:
        """Stop by an event, keeping the facts and terms it stops with."""
        self.leave(at)
        self.stopped_at, self.stopped_by, self.facts, self.terms = at, event, facts, terms

    def end(self, event: str, at: datetime, facts: Facts, terms: Terms) -> None:
        """Stop because the case ended."""
        self.stop(event, at, facts, terms)
        self.ended = event not in self.rule.stops

    def resume(self, status: str, at: datetime) -> None:
        """Run again with the time kept; it stood still since its stop."""
        if self.stopped_at is not None and self.stopped_at < at:
            self.pauses.append(Pause(PauseKind.STOPPED, self.stopped_by, self.stopped_at, at))
        self.stopped_at, self.stopped_by, self.facts, self.terms = None, "", None, None
        self.ended = False
        self.enter(status, at)

    def count_from(self, at: datetime) -> None:
        """Run from now, as after a reclassification that restarts."""
        self.counts_from = at
        self.pauses.clear()
        if self.paused:
            self.paused = (self.paused[0], at)
