"""How much everybody has: what waits for them, what waits for others, what is due today; no further counted than anybody reads."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import IntegerField, OuterRef, Q, Subquery

from acuerdo.console.queries.capacity import Hours, absences_of_week, left
from acuerdo.console.queries.counts import COUNTED
from acuerdo.console.queries.filters import TURNS
from acuerdo.console.queries.moments import midnight
from acuerdo.console.queries.view import ENDED
from acuerdo.core.hours import Calendar
from acuerdo.core.tickets import Place
from acuerdo.people.models import Absence, Person, Team
from acuerdo.people.queries import day_of, staff
from acuerdo.tickets.models import Ticket

COUNTS = ("ours", "waiting", "today")


class Counted(Subquery):
    """How many rows a subquery has."""

    template = "(SELECT count(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()


@dataclass(frozen=True, slots=True)
class Load:
    """A person's open cases, each count stopping at COUNTED; `away` while they are absent, `hours` of work they have left."""

    person: Person
    ours: int
    waiting: int
    today: int
    away: Absence | None
    hours: Hours | None = None


@dataclass(frozen=True, slots=True)
class TeamLoad:
    """A team's open cases, whoever of it has them, and the hours of work that its people have left."""

    team: Team
    ours: int
    waiting: int
    today: int
    present: int
    members: int
    hours: Hours


def due_today(now: datetime) -> Q:
    """What is late, and what falls due before the day ends."""
    return Q(place=Place.RUNNING, place_key__lt=int((midnight(now) + timedelta(days=1)).timestamp()))


def counted(column: str, now: datetime) -> dict[str, Any]:
    """Count the open cases of each row by whose turn it is; each reads an index of what is open."""
    cases = Ticket.objects.filter(**{column: OuterRef("pk")}).exclude(status__in=ENDED).order_by()
    wanted = {"ours": Q(place__in=TURNS["mesa"]), "waiting": Q(place__in=TURNS["espera"]), "today": due_today(now)}
    return {name: Counted(cases.filter(asked).values("pk")[: COUNTED + 1]) for name, asked in wanted.items()}


def loads(now: datetime, main: Calendar) -> list[Load]:
    """Everybody who takes cases, those with most first; `main` is the manual's calendar."""
    people = {person.pk: person for person in staff()}
    absences, today = absences_of_week(now), day_of(now)
    away = {one.person_id: one for one in absences if one.starts_on <= today <= one.ends_on}
    hours = left(people.values(), absences, main, now)
    rows = Person.objects.filter(pk__in=people).annotate(**counted("assignee", now))
    counts = {row.pop("pk"): row for row in rows.values("pk", *COUNTS)}
    found = [Load(person, **counts[pk], away=away.get(pk), hours=hours.get(pk)) for pk, person in people.items()]
    return sorted(found, key=lambda one: (-one.ours - one.waiting, one.person.name))


def team_loads(now: datetime, people: Iterable[Load]) -> list[TeamLoad]:
    """Every team, by name, with how many of it are here today; `people` are its members' loads among others'."""
    known = {one.person.pk: one for one in people}
    rows = Team.objects.annotate(**counted("team", now)).prefetch_related("members").order_by("name")
    made = []
    for team in rows:
        members = [person for person in team.members.all() if person.is_active]
        theirs = [known[person.pk] for person in members if person.pk in known]
        here = len(members) - sum(one.away is not None for one in theirs)
        made.append(TeamLoad(team, team.ours, team.waiting, team.today, here, len(members), together(theirs)))  # type: ignore[attr-defined]  # annotated
    return made


def together(people: Iterable[Load]) -> Hours:
    """Give the hours of all of them."""
    return sum((one.hours for one in people if one.hours), Hours())
