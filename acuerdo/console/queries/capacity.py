"""How many hours of work people still have today and this week: their own hours or the manual's, without holidays and absences."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from acuerdo.console.queries.moments import local
from acuerdo.core.hours import Calendar, opened
from acuerdo.people.queries import day_of, hours_of

SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Hours:
    """Seconds of work left before midnight, and before the week ends with Sunday."""

    today: int = 0
    week: int = 0

    def __add__(self, other: "Hours") -> "Hours":
        """Those of both."""
        return Hours(self.today + other.today, self.week + other.week)


class Away(NamedTuple):
    """Days, both included, on which somebody is away, and who stands in for them ("" for nobody)."""

    starts_on: date
    ends_on: date
    substitute: str = ""

    def covers(self, day: date) -> bool:
        """Whether a day is one of them."""
        return self.starts_on <= day <= self.ends_on


class Member(NamedTuple):
    """Somebody who takes cases: their level of the ladder, their own hours (Person.week), and when they are away this week."""

    pk: int
    name: str
    level: str
    week: Mapping[str, object]
    away: Sequence[Away] = ()

    def absence(self, day: date) -> Away | None:
        """Of two absences that cover a day the later one holds, and comes last."""
        return next((away for away in reversed(self.away) if away.covers(day)), None)


def left(people: Iterable[Member], main: Calendar, now: datetime) -> dict[int, Hours]:
    """Give what each has left, by person. Who has no hours of their own in a desk that never closes has none that could be counted."""
    spans, today = list(spans_of_week(main, now)), day_of(now)
    worked: dict[str, Mapping[date, int]] = {}
    found = {}
    for person in people:
        week = json.dumps(person.week) if person.week else ""
        hours = hours_of(week) if week else main
        if hours.always:
            continue
        if week not in worked:  # most have the manual's: measured once
            worked[week] = {day: opened(hours, start, end) for day, start, end in spans}
        there = {day: open_ for day, open_ in worked[week].items() if person.absence(day) is None}
        found[person.pk] = Hours(there.get(today, 0), sum(there.values()))
    return found


def spans_of_week(main: Calendar, now: datetime) -> Iterable[tuple[date, datetime, datetime]]:
    """Give what is left of today, and the days after it up to Sunday, but the manual's holidays: those are everybody's."""
    here = local(now)
    zone, today = here.tzinfo, here.date()
    for ahead in range((sunday(today) - today).days + 1):
        day = today + timedelta(ahead)
        if not main.holiday_on(day):
            begins, ends = (datetime.combine(each, time(), zone) for each in (day, day + timedelta(1)))
            yield day, max(here, begins), ends


def sunday(day: date) -> date:
    """The last day of its week."""
    return day + timedelta(SUNDAY - day.weekday())
