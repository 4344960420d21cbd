"""How many hours of work people still have today and this week: their own hours or the manual's, without holidays and absences."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from acuerdo.console.queries.moments import local
from acuerdo.core.hours import Calendar, opened
from acuerdo.people.models import Absence, Person
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


def absences_of_week(now: datetime) -> list[Absence]:
    """Who is away on what is left of the week, in one query; of two that cover a day the later one holds, and comes last."""
    today = day_of(now)
    found = Absence.objects.select_related("substitute").filter(starts_on__lte=sunday(today), ends_on__gte=today)
    return list(found.order_by("pk"))


def left(people: Iterable[Person], absences: Iterable[Absence], main: Calendar, now: datetime) -> dict[int, Hours]:
    """Give what each has left, by person. Who has no hours of their own in a desk that never closes has none that could be counted."""
    away: dict[int, list[Absence]] = {}
    for absence in absences:
        away.setdefault(absence.person_id, []).append(absence)
    spans = list(spans_of_week(main, now))
    found = {}
    for person in people:
        hours = hours_of(json.dumps(person.week)) if person.week else main
        if not hours.always:
            found[person.pk] = hours_in(hours, spans, away.get(person.pk, ()), day_of(now))
    return found


def hours_in(hours: Calendar, spans: Iterable[tuple[date, datetime, datetime]], away: Iterable[Absence], today: date) -> Hours:
    """Add up the days on which somebody is there."""
    gone = list(away)
    worked: Mapping[date, int] = {
        day: opened(hours, start, end)
        for day, start, end in spans
        if not any(absence.starts_on <= day <= absence.ends_on for absence in gone)
    }
    return Hours(worked.get(today, 0), sum(worked.values()))


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
