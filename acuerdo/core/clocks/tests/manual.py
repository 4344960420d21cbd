"""A small manual and short ways to write logs; Bogotá's time, year 2026."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

from acuerdo.core.clocks import STATUSES, Clock, ClockRule, Happening, Promise, Target, fold
from acuerdo.core.hours import Calendar, Opening

BOGOTA = ZoneInfo("America/Bogota")
FESTIVOS = {date(2026, 3, 23): "Día de San José", date(2026, 12, 8): "Inmaculada Concepción"}
#: Monday to Friday, 9:00 to 17:00.
OFICINA = Calendar("oficina", "Oficina", BOGOTA, tuple(Opening(d, 540, 1_020) for d in range(5)), holidays=FESTIVOS)
#: Monday to Saturday, 9:00 to 21:00.
AMPLIADO = Calendar("ampliado", "Ampliado", BOGOTA, tuple(Opening(d, 540, 1_260) for d in range(6)), holidays=FESTIVOS)
CONTINUO = Calendar("continuo", "24x7", BOGOTA, always=True)


def rule(name: str, starts: str, *stops: str, pauses: Iterable[str] = (), **others) -> ClockRule:
    """Write a promise that ignores reopenings and keeps its time, unless told otherwise."""
    choices = {"kind": "promise", "on_reopen": "ignore", "on_reclassify": "keep", **others}
    return ClockRule(name, name, starts=starts, stops=stops, pauses_in=tuple(pauses), **choices)


RESPONSE = rule("response", "opened", "responded", "resolved", warn_at=(Fraction(1, 2), Fraction(4, 5)))
SOLUTION = rule("solution", "opened", "resolved", pauses=["waiting_customer"], on_reopen="restart")
SILENCE = rule("silence", "resolved", "customer_wrote", "reopened", "closed", kind="window", repeats=True)


@dataclass(frozen=True)
class Manual:
    """Rules, and what each clock promises: to every case, or by its priority."""

    rules: tuple[ClockRule, ...]
    targets: Mapping[str, str | Mapping[str, str]]
    calendar: Calendar = OFICINA
    milestones: frozenset[str] = frozenset({"diagnosed", "restored"})
    statuses: Mapping[str, str] = field(default_factory=lambda: STATUSES)
    printed: str = ""

    def promise(self, clock_id: str, facts: Mapping[str, object]) -> Promise | None:
        target = self.targets.get(clock_id)
        if isinstance(target, Mapping):
            target = target.get(str(facts.get("priority")))
        return target and Promise(Target.parse(target), self.calendar, self.printed, "EJ-T1")


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=BOGOTA).astimezone(UTC)


def shown(moment: datetime | None) -> str | None:
    return moment and moment.astimezone(BOGOTA).strftime("%m-%d %H:%M")


def log(*lines: str | tuple[str, dict]) -> list[Happening]:
    """Write "03-16 09:00 opened" or "03-16 09:00 status waiting_customer", with more fields as a pair."""
    return [happening(index, *(line if isinstance(line, tuple) else (line, {}))) for index, line in enumerate(lines)]


def happening(position: int, line: str, fields: dict) -> Happening:
    day, hour, event, *status = line.split()
    return Happening(at(f"{day} {hour}"), event, position, *status, **fields)


def told(clocks: Iterable[Clock]) -> list[str]:
    """Write each clock as "solution 1 running 03-16 17:00"."""
    return [f"{clock.id} {clock.cycle} {clock.state} {shown(clock.due_at) or '–'}" for clock in clocks]


def fold_at(now: str, manual: Manual, *lines: str | tuple[str, dict]) -> list[str]:
    return told(fold(log(*lines), manual, at(now)))


def only(now: str, manual: Manual, *lines: str | tuple[str, dict]) -> Clock:
    """Fold to the one clock that there is."""
    (clock,) = fold(log(*lines), manual, at(now))
    return clock
