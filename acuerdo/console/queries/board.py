"""All that the board counts, in one statement: each count alone would cost more to ask than to find. None goes further than anybody reads.

Counts of a kind are stretches of one index, so that PostgreSQL plans them once: planning is half of what they cost (0.2 ms a count). Those
of the wall are few enough for it to keep their plan.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from acuerdo.console.queries.capacity import sunday
from acuerdo.console.queries.counts import COUNTED, OPEN
from acuerdo.console.queries.moments import midnight
from acuerdo.console.queries.raised import RAISED, Raised
from acuerdo.console.queries.watch import SHOWN
from acuerdo.desks.prepared import planned
from acuerdo.people.queries import day_of

DAY = timedelta(days=1)
#: Places in the queue (core.tickets.Place), from when and until when by its key. Tests hold each to the view of the queue that it leads to.
DUE: Mapping[str, str] = {
    "late": "'{2}', %(ever)s, %(now)s",
    "soon": "'{2}', %(now)s, %(soon)s",
    "today": "'{2}', %(now)s, %(tonight)s",
    "wrote": "'{0}', %(ever)s, %(never)s",
    "paused": "'{3}', %(ever)s, %(never)s",
}
#: What a person or a team has: the desk's turn, somebody else's (filters.TURNS), late or due before the day ends.
LOAD: Mapping[str, str] = {
    "ours": "'{0,1,2,4}', %(ever)s, %(never)s",
    "waiting": "'{3,5}', %(ever)s, %(never)s",
    "today": "'{2}', %(ever)s, %(tonight)s",
}
#: What else is asked of the open cases, each through an index of its own.
OTHERS: Mapping[str, str] = {
    "raised": "level = ANY(%(steps)s)",
    "undecided": "id IN (SELECT ticket_id FROM tickets_approval WHERE decided_at IS NULL)",
    "reopened": "reopened_at IS NOT NULL",
}
NOBODY = "assignee_id IS NULL"


def counting(asked: str) -> str:
    """SQL of the number of open cases of which this is true, up to one more than anybody reads."""
    return f"(SELECT count(*) FROM (SELECT FROM tickets_ticket WHERE {OPEN} AND {asked} LIMIT %(most)s) AS found)"  # noqa: S608  only our own words


def stretches(said: Mapping[str, str], whose: str = "true") -> str:
    """SQL of an object: how many open cases each stretch has, up to one more than anybody reads."""
    rows = ", ".join(f"('{name}', {stretch})" for name, stretch in said.items())
    within = "place = ANY(stretch.places::smallint[]) AND place_key >= stretch.start AND place_key < stretch.until"
    return f"""(SELECT json_object_agg(stretch.name, {counting(f"{whose} AND {within}")})
        FROM (VALUES {rows}) AS stretch (name, places, start, until))"""  # noqa: S608


#: Everybody who takes cases (people.queries.staff), by name, with their load, and their days away in what is left of the week.
PEOPLE = f"""
SELECT person.id AS pk, person.name, person.level, person.week, {stretches(LOAD, "assignee_id = person.id")} AS load,
       (SELECT json_agg(json_build_array(absence.starts_on, absence.ends_on, substitute.name) ORDER BY absence.id)
        FROM people_absence AS absence LEFT JOIN people_person AS substitute ON substitute.id = absence.substitute_id
        WHERE absence.person_id = person.id AND absence.starts_on <= %(sunday)s AND absence.ends_on >= %(day)s) AS away
FROM people_person AS person WHERE person.is_active AND NOT person.role IN ('customer', 'auditor') ORDER BY person.name
"""  # noqa: S608
TEAMS = f"""
SELECT team.slug, team.name, {stretches(LOAD, "team_id = team.id")} AS load,
       (SELECT json_agg(member.person_id) FROM people_team_members AS member JOIN people_person AS person ON person.id = member.person_id
        WHERE member.team_id = team.id AND person.is_active) AS members
FROM people_team AS team ORDER BY team.name
"""  # noqa: S608
SAID = "SELECT value, count(*) AS n FROM satisfaction_rating WHERE at >= %(since)s AND at < %(at)s GROUP BY value"
FIGURES = f"SELECT {stretches(DUE)}, {counting(NOBODY)}"
BOARD = f"""
SELECT {stretches(DUE)}, {", ".join(map(counting, OTHERS.values()))}, (SELECT json_object_agg(value, n) FROM ({SAID}) AS said),
       (SELECT json_agg(person) FROM ({PEOPLE}) AS person), (SELECT json_agg(team) FROM ({TEAMS}) AS team),
       (SELECT json_agg(raised) FROM ({RAISED}) AS raised)
"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Board:
    """What is counted of the open cases, by name, each stopping at COUNTED + 1; what customers said; people and teams with their load.

    And the first cases above the first level.
    """

    counts: Mapping[str, int]
    said: Mapping[str, int]
    people: Sequence[Mapping[str, Any]]
    teams: Sequence[Mapping[str, Any]]
    raised: Sequence[Raised]


def board(now: datetime, soon: datetime, since: datetime, steps: Sequence[str]) -> Board:
    """Count it: what is due until `soon`, what was said since `since`, what stands at one of these steps of the ladder."""
    due, *others, said, people, teams, raised = asked(BOARD, {**given(now, soon), "since": since, "steps": list(steps), "shown": SHOWN})
    counts = {**due, **dict(zip(OTHERS, others, strict=True))}
    return Board(counts, said or {}, people or [], teams or [], list(map(Raised.of, raised or [])))


def figures(now: datetime, soon: datetime) -> dict[str, int]:
    """Count what matters first, for a screen that shows no more: what is due, and what is nobody's."""
    due, nobody = asked(FIGURES, given(now, soon))
    return {**due, "nobody": nobody}


def asked(question: str, values: Mapping[str, Any]) -> tuple[Any, ...]:
    """Its only row."""
    (row,) = planned(question, values)
    return row


def given(now: datetime, soon: datetime) -> dict[str, Any]:
    """The values that the counts ask with; instants as the queue's key has them."""
    today = day_of(now)
    keys = {"now": int(now.timestamp()), "soon": int(soon.timestamp()), "tonight": int((midnight(now) + DAY).timestamp())}
    return {**keys, "ever": -(1 << 62), "never": 1 << 62, "at": now, "day": today, "sunday": sunday(today), "most": COUNTED + 1}
