"""Questions about people."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Model, Q, QuerySet

from acuerdo.core.agreements import read_week
from acuerdo.core.hours import Calendar, opened
from acuerdo.desks.prepared import Given, Prepared
from acuerdo.events.models import Event
from acuerdo.people.changes import Change, Worded, changes_in, pointed_to
from acuerdo.people.models import Absence, Person, Role

_NAMES = Prepared(lambda: Person.objects.filter(pk__any_of=Given("people")).values_list("pk", "name"))


def staff() -> "list[Person]":
    """The desk's people who can be given a case, by name."""
    return _STAFF()


def _staff() -> QuerySet[Person]:
    return Person.objects.filter(is_active=True).exclude(role__in=[Role.CUSTOMER, Role.AUDITOR]).order_by("name")


_STAFF = Prepared(_staff)
_NAMED_STAFF = Prepared(lambda: _staff().values_list("pk", "name"))


class Named(NamedTuple):
    """Somebody, where no more is asked for than what they are called."""

    pk: int
    name: str


def named_staff() -> list[Named]:
    """As `staff`, for pages that only name them."""
    return list(map(Named._make, _NAMED_STAFF()))


def at_level(level: str) -> list[Person]:
    """Those of a level of the ladder."""
    return list(Person.objects.filter(is_active=True, level=level).exclude(role=Role.CUSTOMER).order_by("pk"))


def titled(titles: Iterable[str]) -> list[Person]:
    """Those who have one of these roles of the manual, or one of these product roles."""
    wanted = list(titles)
    active = Person.objects.filter(is_active=True).exclude(role=Role.CUSTOMER)
    return list(active.filter(title__in=wanted).union(active.filter(role__in=wanted)).order_by("pk"))


def names(ids: Iterable[int]) -> dict[int, str]:
    """Names by id, in one query."""
    people = list(set(ids))
    return dict(_NAMES(people=people)) if people else {}


def on_duty(person: Person, at: datetime, main: Calendar | None = None) -> bool:
    """Whether an instant lies in a person's working hours, and they are not away.

    `main`: the calendar of the desk's manual. Its hours hold for those without hours of their own, its holidays for all; without it
    those who have no hours count as at work.
    """
    if main is not None and main.holiday_on(day_of(at)):
        return False
    hours = hours_of(json.dumps(person.week)) if person.week else main
    at_work = hours is None or opened(hours, at, at + timedelta(seconds=1)) > 0
    return person.is_active and at_work and present(person, at)


def present(person: Person, at: datetime) -> bool:
    """Whether nobody has written down that they are away on that day (of the desk's zone)."""
    return absence_of(person, day_of(at)) is None


def substitute_of(person: Person, at: datetime) -> Person | None:
    """Who stands in for a person who is away: the substitute, or theirs when they are away too; None when there is nobody, or no need."""
    day, seen, one = day_of(at), {person.pk}, person
    while (away := absence_of(one, day)) is not None:
        stands_in = away.substitute
        if stands_in is None or not stands_in.is_active or stands_in.pk in seen:
            return None
        seen.add(stands_in.pk)
        one = stands_in
    return one if one.pk != person.pk else None


def absence_of(person: Person, day: date) -> Absence | None:
    """The absence of a person that covers a day."""
    return Absence.objects.select_related("substitute").filter(person=person, starts_on__lte=day, ends_on__gte=day).order_by("-pk").first()


def away_on(day: date) -> dict[int, Absence]:
    """Who is away on a day, by person, in one query."""
    found = Absence.objects.select_related("substitute").filter(starts_on__lte=day, ends_on__gte=day).order_by("pk")
    return {absence.person_id: absence for absence in found}


def day_of(at: datetime) -> date:
    """The day of an instant where the desk is."""
    return at.astimezone(ZoneInfo(settings.TIME_ZONE)).date()


@lru_cache(maxsize=512)
def hours_of(week: str) -> Calendar:
    """A person's own hours; `week` is the JSON of Person.week. Raises Faults."""
    return read_week(json.loads(week), ZoneInfo(settings.TIME_ZONE))


#: How many changes of something its page shows.
CHANGES = 30


@dataclass(frozen=True)
class Happened:
    """Something that was changed by somebody, as ui/history.html shows it."""

    at: datetime
    who: str
    what: str
    changes: tuple[Change, ...]


def history_of(
    subjects: Q, models: Mapping[str, type[Model]], said: Callable[[str, bool], str], worded: Worded = lambda _name, _said: ""
) -> list[Happened]:
    """The newest changes of subjects whose rows are of these models, by kind; `said(kind, new)` names one, "" leaves it out."""
    found = Event.objects.select_related("detail").filter(subjects).order_by("-at", "-pk")[:CHANGES]
    events = [(event, what) for event in found if (what := said(event.kind, event.position == 1))]
    people = names(event.actor_id for event, _ in events if event.actor_kind == "person" and event.actor_id)
    named = pointed_to((event for event, _ in events), models)
    return [
        Happened(
            event.at, people.get(event.actor_id or 0, "Acuerdo"), what, tuple(changes_in(event, models[event.subject_kind], named, worded))
        )
        for event, what in events
    ]
