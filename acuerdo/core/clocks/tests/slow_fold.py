"""The rules of part 5 once more, walked minute by minute: slow, plain and apart from the engine."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from fractions import Fraction

from acuerdo.core.clocks import ClockRule, Happening, Target
from acuerdo.core.hours.tests.walk import MINUTE, Walk

LEADS_TO = {"opened": "new", "resolved": "resolved", "reopened": "in_progress", "closed": "closed"}


@dataclass
class SlowCycle:
    left: Fraction
    due: datetime | None = None
    late: bool = False
    standing: bool = False
    stopped_at: datetime | None = None
    ended: bool = False


@dataclass
class SlowFold:
    """One clock of one case. Events come on whole minutes, in the order of the log."""

    walk: Walk
    rule: ClockRule
    target: Target
    status: str = ""
    cycles: list[SlowCycle] = field(default_factory=list)

    def run(self, events: Sequence[Happening], now: datetime) -> list[tuple[str, datetime | None]]:
        """Give the state of each cycle and its deadline, None where there is none or it lies beyond the walk."""
        waiting = [event for event in events if event.at <= now]
        minute = waiting[0].at if waiting else now
        while minute <= now:
            while waiting and waiting[0].at == minute:
                self.apply(waiting.pop(0))
            for cycle in self.cycles:
                if minute < now:
                    self.tick(cycle, minute)
            minute += MINUTE
        return [self.told(cycle, now) for cycle in self.cycles]

    def tick(self, cycle: SlowCycle, minute: datetime) -> None:
        passes = self.walk.passes(self.target.unit, minute)
        if not passes or cycle.late:
            return
        if cycle.standing:
            # Used up just as it came to stand: while open time passes it is due when it goes on.
            cycle.due = cycle.due and minute + MINUTE
        elif cycle.stopped_at is None and cycle.due is None:
            if passes >= cycle.left:
                cycle.due = self.walk.deadline(self.target.unit, minute, cycle.left)
            cycle.left -= passes

    def apply(self, event: Happening) -> None:
        live = self.cycles[-1] if self.cycles and self.cycles[-1].stopped_at is None else None
        if live and event.event in (*self.rule.stops, "closed"):
            self.stand(live, event.at)
            live.stopped_at, live.ended = event.at, event.event not in self.rule.stops
            live = None
        self.status = event.status or LEADS_TO.get(event.event, self.status)
        if live and self.status in self.rule.pauses_in:
            self.stand(live, event.at)
        elif live:
            live.standing = False
        elif event.event in {"reopened", self.rule.starts} and self.status != "closed":
            self.start(event.event)

    def start(self, event: str) -> None:
        if event == self.rule.starts or (self.cycles and self.rule.on_reopen == "restart"):
            self.cycles.append(SlowCycle(self.target.amount, standing=self.status in self.rule.pauses_in))
        elif self.cycles and self.rule.on_reopen == "resume":
            last = self.cycles[-1]
            last.stopped_at, last.ended, last.standing = None, False, self.status in self.rule.pauses_in

    def stand(self, cycle: SlowCycle, at: datetime) -> None:
        """Come to stand, unless it stands; too late by then stays too late."""
        if not cycle.standing and cycle.due:
            cycle.late = cycle.late or cycle.due < at or (self.too_late_at_it and cycle.due == at)
        cycle.standing = True

    @property
    def too_late_at_it(self) -> bool:
        return self.target.strict or self.rule.kind == "window"

    def told(self, cycle: SlowCycle, now: datetime) -> tuple[str, datetime | None]:
        until = cycle.stopped_at or now
        due = cycle.due or self.beyond(until, cycle.left)
        if cycle.stopped_at is None and cycle.standing and not cycle.late:
            return "paused", None
        passed = cycle.late or (due is not None and (due < until or (self.too_late_at_it and due == until)))
        if self.rule.kind == "window":
            return "elapsed" if passed else "running" if cycle.stopped_at is None else "answered", due
        if passed:
            return "breached", due
        if cycle.stopped_at is None:
            return "running", due
        return "cancelled" if cycle.ended else "met", due

    def beyond(self, start: datetime, left: Fraction) -> datetime | None:
        end = self.walk.minutes.utc[-1] - timedelta(days=4)
        if start >= end or self.walk.measure(self.target.unit, start, end) < left:
            return None
        return self.walk.deadline(self.target.unit, start, left)
