"""What happened to a case, as far as its clocks are concerned."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from acuerdo.core.clocks.terms import Terms


@dataclass(frozen=True)
class Happening:
    """One event of a case's log (clocks.md part 5). `at` is UTC; `position` is its place in the log.

    Which other fields an event has: `status` — status, party (whose time, where the event says);
    `classified` and `opened` — facts; `promised` — clock, date (an instant, or a day of the calendar),
    reason; `terms` — terms, facts (the plan), reason; `corrected` — either corrects (a position) and
    time, or clock, cycle and state; and a reason.
    """

    at: datetime
    event: str
    position: int
    status: str | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    clock: str | None = None
    date: datetime | date | None = None
    reason: str = ""
    party: str | None = None
    terms: Terms | None = None
    corrects: int | None = None
    time: datetime | None = None
    cycle: int | None = None
    state: str | None = None
