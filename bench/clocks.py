"""What a deadline and a fold cost. Run: python bench/clocks.py (the standard library is enough).

Monday to Friday 9:00-17:00 with holidays, as the table of business-time libraries in design/performance.md; best of
many short rounds, because a neighbour on the machine only ever makes a round slower. Beside them, where they are there:
businesstimedelta (hours) and numpy's busday_offset (dates only: it knows no hours, no zone and no part of a day). They are
no part of the product; try them with: uv run --no-project --with businesstimedelta --with numpy python bench/clocks.py
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from pathlib import Path
from time import perf_counter_ns
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).parents[1]))

from acuerdo.core.clocks import STATUSES, ClockRule, Happening, Promise, Target, explain, fold, moves, sentence
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


def others(unit: Unit, amount: int) -> Iterator[str]:
    """What two libraries need for the same span, or that they are not there."""
    yield businesstimedelta_ns(amount * (8 if unit is Unit.BUSINESS_DAYS else 1))
    yield numpy_ns(amount) if unit is Unit.BUSINESS_DAYS else "-"


def businesstimedelta_ns(hours: int) -> str:
    """Opening hours as a rule of its own, minus a rule of holidays; it knows the zones of pytz only."""
    try:
        import businesstimedelta as other
        import pytz
    except ImportError:
        return "absent"
    zone = pytz.timezone(BOGOTA.key)
    day = other.WorkDayRule(start_time=time(9), end_time=time(17), working_days=[0, 1, 2, 3, 4], tz=zone)
    # It looks for the next holiday without end, so there must be one in every year.
    later = {date(year, 1, 1): "Año Nuevo" for year in range(2026, 2031)}
    rules = other.Rules([day, other.HolidayRule(HOLIDAYS | later, tz=zone)])
    delta = other.BusinessTimeDelta(rules, hours=hours)
    return str(best(lambda: START + delta, times=1, rounds=5))


def numpy_ns(days: int) -> str:
    """Dates alone, on a calendar made beforehand."""
    try:
        import numpy as np
    except ImportError:
        return "absent"
    calendar = np.busdaycalendar(holidays=[np.datetime64(day) for day in HOLIDAYS])
    start = np.datetime64(START.date())
    return str(best(lambda: np.busday_offset(start, days, busdaycal=calendar), times=200))


def main() -> None:
    print(f"{'span':>10} {'deadline ns':>12} {'measure ns':>12} {'businesstimedelta':>18} {'numpy':>8}")
    for name, unit, amount in SPANS:
        due = deadline(OFFICE, unit, START, Fraction(amount))
        forward = best(lambda unit=unit, amount=amount: deadline(OFFICE, unit, START, amount), times=200)
        between = best(lambda unit=unit, due=due: measure(OFFICE, unit, START, due), times=200)
        bare, dates = others(unit, amount)
        print(f"{name:>10} {forward:>12} {between:>12} {bare:>18} {dates:>8}")
    terms, log = manual(), case()
    now = log[-1].at + timedelta(days=1)
    took = best(lambda: fold(log, terms, now), times=20)
    print(f"fold of {len(log)} events with {len(terms.rules)} clocks: {took / 1_000:.0f} µs, {1_000_000_000 // took} folds a second")
    took = best(lambda: moves(log, terms, now), times=5, rounds=60)
    print(f"its deadlines' moves: {took / 1_000:.0f} µs")
    clock = fold(log, terms, now)[1]
    told = best(lambda: sentence(explain(clock, terms, now), "es"), times=20)
    print(f"explained in a sentence: {told / 1_000:.0f} µs")
    began = perf_counter_ns()
    fresh = Calendar("oficina", "Oficina", BOGOTA, OFFICE.week, holidays=HOLIDAYS)
    deadline(fresh, Unit.BUSINESS_HOURS, START, 2)
    print(f"a calendar laid out, once: {(perf_counter_ns() - began) / 1_000_000:.1f} ms")


if __name__ == "__main__":
    main()
