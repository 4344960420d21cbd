"""When and how a person wants to be told: their working hours, their settings, who stands in for them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from acuerdo.core.hours import Calendar, NeverOpens, Unit, deadline
from acuerdo.notifications.models import MailServer, Wording
from acuerdo.people.models import Absence, Person
from acuerdo.people.queries import away_on, day_of, hours_of

#: How somebody is told of one kind of thing. Whatever they choose, what a rule says at once comes by page and mail.
PAGE, MAIL, DIGEST, OFF = "page", "mail", "digest", "off"
WAYS = (MAIL, DIGEST, PAGE, OFF)
#: The kinds that have a setting, in the order of the page.
KINDS = (
    "assigned",
    "wrote",
    "reopened",
    "decided",
    "clock",
    "level",
    "rule",
    "progress",
    "task",
    "woken",
    "team",
    "mentioned",
    "watched",
    "doubt",
    "rated",
)
#: What is told whatever somebody chose: an answer of theirs that did not leave, mail that stands still, a check that found faults.
ALWAYS = ("message", "mail", "system")
#: When the digest comes unless one says so, on the desk's clock.
EARLY = time(8)
#: Absences follow each other at most so often before one stops asking.
MOST_ABSENCES = 20


@dataclass(frozen=True)
class Reader:
    """Who is told, and for whom they stand in, if they do."""

    person: Person
    instead_of: Person | None = None


def readers(people: Iterable[Person], at: datetime) -> list[Reader]:
    """Each person once; who is away on that day gives place to their substitute. One query."""
    away = away_on(day_of(at))
    found: dict[int, Reader] = {}
    for person in people:
        other = stand_in(person, away)
        reader = Reader(other, person) if other else Reader(person)
        if reader.person.pk not in found or reader.instead_of is None:
            found[reader.person.pk] = reader
    return list(found.values())


def stand_in(person: Person, away: dict[int, Absence]) -> Person | None:
    """The substitute, or theirs when they are away too; None when nobody stands in, or nobody needs to."""
    seen, one = {person.pk}, person
    while (absence := away.get(one.pk)) is not None:
        other = absence.substitute
        if other is None or not other.is_active or other.pk in seen:
            return None
        seen.add(other.pk)
        one = other
    return one if one.pk != person.pk else None


def hours_for(person: Person, main: Calendar | None) -> Calendar | None:
    """A person's own hours, with the holidays of the desk's main calendar; that one for those without; None where nobody says any."""
    if not person.week:
        return main
    own = hours_of(json.dumps(person.week))
    return replace(own, zone=main.zone, holidays=main.holidays) if main else own


def working_time(person: Person, at: datetime, main: Calendar | None) -> datetime:
    """The first instant from `at` on at which the person works and is not away; `at` itself where that is so or nobody says any hours."""
    hours = hours_for(person, main)
    if hours is None:
        return at
    moment = at
    for _again in range(MOST_ABSENCES):
        moment = opening(hours, moment)
        away = absence_on(person, day_of(moment))
        if away is None:
            return moment
        moment = datetime.combine(away.ends_on + timedelta(days=1), time(), tzinfo=hours.zone).astimezone(UTC)
    return moment


def opening(hours: Calendar, at: datetime) -> datetime:
    """The first instant from `at` on at which these hours are open; `at` where they never open again."""
    try:
        first = deadline(hours, Unit.BUSINESS_MINUTES, at.astimezone(UTC).replace(microsecond=0), 1) - timedelta(minutes=1)
    except NeverOpens:
        return at
    return max(at, first)


def absence_on(person: Person, day: date) -> Absence | None:
    """The absence of a person that covers a day."""
    return Absence.objects.filter(person=person, starts_on__lte=day, ends_on__gte=day).order_by("-ends_on").first()


def way_of(person: Person, kind: str) -> str:
    """How a person wants to be told of a kind of thing, where there is a choice."""
    if kind in ALWAYS:
        return MAIL
    way = person.notices.get(kind, MAIL)
    return way if way in WAYS else MAIL


def digest_time(person: Person) -> time:
    """When, on the desk's clock, a person's digest comes."""
    try:
        return time.fromisoformat(str(person.notices.get("digest_at", "")))
    except ValueError:
        return EARLY


def next_digest(person: Person, at: datetime, main: Calendar | None) -> datetime:
    """When the next digest of a person is due after `at`: at their time of day, or at the beginning of work where that is later."""
    hours = hours_for(person, main)
    if hours is None:
        return at
    chosen, local = digest_time(person), at.astimezone(hours.zone)
    day = local.date() if local.time() < chosen else local.date() + timedelta(days=1)
    for _again in range(MOST_ABSENCES):
        wanted = datetime.combine(day, chosen, tzinfo=hours.zone).astimezone(UTC)
        works = working_time(person, wanted, main)
        if works.astimezone(hours.zone).date() == day:
            return works
        day = works.astimezone(hours.zone).date()
    return works


def wording_of(template: str, manual: str, language: str) -> Wording | None:
    """The desk's own words for a mail as they hold now; None where the product's hold."""
    newest = Wording.objects.filter(template=template, manual=manual, language=language).order_by("-pk").first()
    return None if newest is None or newest.is_product else newest


def own_server() -> MailServer | None:
    """The server that this desk's mails leave by, where it is not the installation's."""
    return MailServer.objects.first()
