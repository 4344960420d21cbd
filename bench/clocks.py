"""What a deadline and a fold cost. Run: python bench/clocks.py (the standard library is enough).

Monday to Friday 9:00-17:00 with holidays, as the table of business-time libraries in design/performance.md; best of
many short rounds, because a neighbour on the machine only ever makes a round slower.
"""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from time import perf_counter_ns
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).parents[1]))

from acuerdo.core.clocks import STATUSES, ClockRule, Happening, Promise, Target, explain, fold, sentence
from acuerdo.core.hours import Calendar, Opening, Unit, deadline, measure

BOGOTA = ZoneInfo("America/Bogota")
HOLIDAYS = {date(2026, 3, 23): "San José", date(2026, 4, 2): "Jueves Santo", date(2026, 4, 3): "Viernes Santo"}
OFFICE = Calendar("oficina", "Oficina", BOGOTA, tuple(Opening(day, 540, 1_020) for day in range(5)), holidays=HOLIDAYS)
START = datetime(2026, 3, 20, 16, tzinfo=BOGOTA).astimezone(UTC)
SPANS = (
    ("2 h", Unit.BUSINESS_HOURS, 2),
    ("5 days", Unit.BUSINESS_DAYS, 5),
    ("96 h", Unit.BUSINESS_HOURS, 96),
    ("250 days", Unit.BUSINESS_DAYS, 250),
)
DAY = (
    "classified",
    "status in_progress",
    "responded",
    "status waiting_customer",
    "customer_wrote",
    "status in_progress",
    "responded",
    "status waiting_internal",
    "status in_progress",
)


@dataclass(frozen=True)
class Manual:
    """Four clocks, as a manual gives them."""

    rules: tuple[ClockRule, ...]
    promises: Mapping[str, Promise]
    milestones: frozenset[str] = frozenset()
    statuses: Mapping[str, str] = field(default_factory=lambda: STATUSES)

    def promise(self, clock_id: str, _facts: Mapping[str, object]) -> Promise | None:
        return self.promises[clock_id]


def manual() -> Manual:
    waits = ("waiting_customer",)
    rules = (
        ClockRule("response", "Respuesta", "promise", "opened", ("responded", "resolved"), (), "ignore", "keep"),
        ClockRule("solution", "Solución", "promise", "opened", ("resolved",), waits, "restart", "keep"),
        ClockRule("update", "Novedades", "promise", "customer_wrote", ("responded",), (), "ignore", "keep", repeats=True),
        ClockRule("silence", "Cierre automático", "window", "resolved", ("customer_wrote", "reopened", "closed"), (), "ignore", "keep"),
    )
    targets = ("< 6 business hours", "12 business days", "4 business hours", "5 business days")
    return Manual(rules, {rule.id: Promise(Target.parse(text), OFFICE, text, "PRO-T2") for rule, text in zip(rules, targets, strict=True)})


def case() -> list[Happening]:
    """Twenty events over ten days."""
    names = ["opened", *DAY, *DAY, "resolved"]
    log = []
    for position, name in enumerate(names):
        event, _, status = name.partition(" ")
        log.append(Happening(START + timedelta(hours=12 * position), event, position, status or None))
    return log


def best(work: Callable[[], object], *, times: int, rounds: int = 300) -> int:
    """Nanoseconds of one call in the best round."""
    work()
    shortest = None
    for _ in range(rounds):
        began = perf_counter_ns()
        for _ in range(times):
            work()
        took = perf_counter_ns() - began
        shortest = took if shortest is None else min(shortest, took)
    return (shortest or 0) // times


def main() -> None:
    print(f"{'span':>10} {'deadline ns':>12} {'measure ns':>12}")
    for name, unit, amount in SPANS:
        due = deadline(OFFICE, unit, START, Fraction(amount))
        forward = best(lambda unit=unit, amount=amount: deadline(OFFICE, unit, START, amount), times=200)
        between = best(lambda unit=unit, due=due: measure(OFFICE, unit, START, due), times=200)
        print(f"{name:>10} {forward:>12} {between:>12}")
    terms, log = manual(), case()
    now = log[-1].at + timedelta(days=1)
    took = best(lambda: fold(log, terms, now), times=20)
    print(f"fold of {len(log)} events with {len(terms.rules)} clocks: {took / 1_000:.0f} µs, {1_000_000_000 // took} folds a second")
    clock = fold(log, terms, now)[1]
    told = best(lambda: sentence(explain(clock, terms, now), "es"), times=20)
    print(f"explained in a sentence: {told / 1_000:.0f} µs")
    began = perf_counter_ns()
    fresh = Calendar("oficina", "Oficina", BOGOTA, OFFICE.week, holidays=HOLIDAYS)
    deadline(fresh, Unit.BUSINESS_HOURS, START, 2)
    print(f"a calendar laid out, once: {(perf_counter_ns() - began) / 1_000_000:.1f} ms")


if __name__ == "__main__":
    main()
