"""How much everybody has: what waits for them, what waits for others, what is due today; no further counted than anybody reads."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import IntegerField, Subquery

from acuerdo.console.queries.capacity import Away, Hours, Member, left
from acuerdo.core.hours import Calendar
from acuerdo.people.queries import day_of


class Counted(Subquery):
    """How many rows a subquery has."""

    template = "(SELECT count(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()


@dataclass(frozen=True, slots=True)
class Load:
    """A person's open cases, each count stopping at COUNTED + 1; `away` while they are absent, `hours` of work they have left."""

    person: Member
    ours: int
    waiting: int
    today: int
    away: Away | None
    hours: Hours | None = None


@dataclass(frozen=True, slots=True)
class TeamLoad:
    """A team's open cases, whoever of it has them, and the hours of work that its people have left."""

    slug: str
    name: str
    ours: int
    waiting: int
    today: int
    present: int
    members: int
    hours: Hours | None


def loads(rows: Iterable[Mapping[str, Any]], now: datetime, main: Calendar) -> list[Load]:
    """Everybody of the board (board.PEOPLE), by name; `main` is the manual's calendar."""
    people = [(member_of(row), row["load"]) for row in rows]
    hours, today = left((person for person, _load in people), main, now), day_of(now)
    return [Load(person, **load, away=person.absence(today), hours=hours.get(person.pk)) for person, load in people]


def member_of(row: Mapping[str, Any]) -> Member:
    """Read one."""
    days = [(date.fromisoformat(starts), date.fromisoformat(ends), stands_in or "") for starts, ends, stands_in in row["away"] or ()]
    return Member(row["pk"], row["name"], row["level"], row["week"], tuple(map(Away._make, days)))


def team_loads(rows: Iterable[Mapping[str, Any]], people: Sequence[Load]) -> list[TeamLoad]:
    """Every team of the board (board.TEAMS), with how many of it are here today; `people` are its members' loads among others'."""
    known = {one.person.pk: one for one in people}
    made = []
    for row in rows:
        members = row["members"] or ()
        theirs = [known[pk] for pk in members if pk in known]
        here = len(members) - sum(one.away is not None for one in theirs)
        made.append(TeamLoad(row["slug"], row["name"], **row["load"], present=here, members=len(members), hours=together(theirs)))
    return made


def together(people: Iterable[Load]) -> Hours | None:
    """Give the hours of all of them; None where nobody's can be counted."""
    counted = [one.hours for one in people if one.hours is not None]
    return sum(counted, Hours()) if counted else None
