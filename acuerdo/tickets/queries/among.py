"""Searching among some cases: a person's, a customer's, those of a filter.

What is short depends on which is rarer, these cases or the words, and on how often they go together. So a few of the latest cases are
looked at first. Words that few have are looked for alone, and each case found is tried; if these cases are few, each is looked at. All of
that is one statement. If both are many it says so, with what it saw, and the shortest of three ways is taken: back from the newest, by the
index of words, by these cases. All is asked with its values in place, for the planner to know them; and it is the planner who says whether
an index names these cases: without one, every case would be read to find a few.
"""

from collections.abc import Iterable, Mapping
from math import inf
from typing import Any, NamedTuple, Self

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from acuerdo.tickets.queries.seeking import EFFORT, INDEXED, Effort, Kind, Search, met, named, sampled


def find_among(search: Search, cases: QuerySet[Any]) -> list[int]:
    """The keys of what it finds among these, best first."""
    try:
        sql, values = cases.order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:  # Django sees that there are none
        return []
    these = connection.ops.compose_sql(sql, values).replace("%", "%%")  # type: ignore[attr-defined]  # PostgreSQL's have it
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) SELECT FROM ({these}) AS these LIMIT {EFFORT.few + 1}", search.values)
        planned = cursor.fetchone()
        at_hand = bool(planned) and planned[0][0]["Plan"]["Total Cost"] <= EFFORT.few * EFFORT.dear
        cursor.execute(among_few(search.kind, these, EFFORT, at_hand=at_hand), search.values)
        keys, seen = cursor.fetchone() or ((), None)
        if seen is not None:
            cursor.execute(among_many(search.kind, these, Seen.of(seen), EFFORT, at_hand=at_hand), search.values)
            keys = [key for (key,) in cursor.fetchall()]
    return list(keys)


class Seen(NamedTuple):
    """What the latest cases tell. By name: how many of them have what is looked for, and how many of those are among these."""

    newest: int
    oldest: int
    #: How many were looked at, how many of them are among these, and how many cases there are at all.
    looked: int
    these: int
    every: int
    had: Mapping[str, int]
    together: Mapping[str, int]

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> Self:
        """Read it."""
        return cls(**said)

    def back(self, name: str, effort: Effort) -> float:
        """What the way back from the newest costs, in cases fetched."""
        return effort.most * effort.on_the_way * self.looked / self.together[name] if self.together[name] else inf

    def by_index(self, name: str) -> float:
        """What is fetched where the index names it."""
        return self.had[name] * self.every / self.looked

    def by_case(self) -> float:
        """What is fetched where each of these is looked at."""
        return max(self.these, 1) * self.every / self.looked

    def floor(self, name: str, effort: Effort) -> int:
        """The key at which the way back is given up; keys are as dense there as in the sample."""
        return self.newest - (self.newest - self.oldest) * effort.patience * effort.most // self.together[name]


def among_few(kind: Kind, these: str, effort: Effort, *, at_hand: bool) -> str:
    """SQL of a search for what few cases have, or among few that are `at_hand`: the keys; else what the latest cases tell."""
    wanted = kind.wanted(kind.query)
    has, any_ = ", ".join(f"{asked} AS {name}" for name, asked in wanted.items()), " OR ".join(wanted)
    indexed = " OR ".join(f"({INDEXED[name]}{asked})" for name, asked in wanted.items())
    counts = ", ".join(f"'{name}', count(*) FILTER (WHERE {name})" for name in wanted)
    are_rare = "(SELECT are_rare FROM told)"
    are_few = f"(SELECT count(*) FROM few) <= {effort.few}" if at_hand else "false"  # noqa: S608
    return f"""
        WITH {sampled(wanted, effort)}, every AS (SELECT {effort.every} AS every),
        had AS MATERIALIZED (
            SELECT max(ticket_id) AS newest, min(ticket_id) AS oldest, count(*) AS looked, json_build_object({counts}) AS had,
                   count(*) FILTER (WHERE {any_}) * (SELECT every FROM every) <= count(*) * {effort.few} AS seems_rare FROM sample),
        rare AS MATERIALIZED (
            SELECT ticket_id, {has} FROM tickets_findable WHERE ({indexed}) AND (SELECT seems_rare FROM had) LIMIT {effort.few + 1}),
        told AS MATERIALIZED (SELECT seems_rare AND (SELECT count(*) FROM rare) <= {effort.few} AS are_rare FROM had),
        few AS MATERIALIZED (SELECT id FROM ({these}) AS these (id) WHERE {at_hand} AND NOT {are_rare} LIMIT {effort.few + 1}),
        looked AS MATERIALIZED (
            SELECT * FROM rare WHERE {are_rare} AND ticket_id IN ({these})
            UNION ALL SELECT ticket_id, {has} FROM few JOIN tickets_findable ON ticket_id = id WHERE {are_few}),
        shared AS (SELECT count(*) AS these, json_build_object({counts}) AS together FROM sample WHERE ticket_id IN ({these}))
        SELECT array({kind.likeliest(latest_of(wanted, effort), kind.query)}), CASE WHEN NOT ({are_rare} OR {are_few}) THEN
            (SELECT row_to_json(seen) FROM (SELECT newest, oldest, looked, had, these, every, together FROM had, shared, every) AS seen) END
    """  # noqa: S608


def among_many(kind: Kind, these: str, seen: Seen, effort: Effort, *, at_hand: bool) -> str:
    """SQL of a search among these by the way that should be the shortest."""
    wanted = kind.wanted(kind.query)
    back = {name for name in wanted if seen.back(name, effort) < seen.by_index(name)}
    if at_hand and seen.by_case() < sum(min(seen.back(name, effort), seen.by_index(name)) for name in wanted):
        has = ", ".join(f"{asked} AS {name}" for name, asked in wanted.items())
        looked = f"SELECT ticket_id, {has} FROM ({these}) AS these (id) JOIN tickets_findable ON ticket_id = id"  # noqa: S608
        return f"WITH looked AS MATERIALIZED ({looked}) {kind.likeliest(latest_of(wanted, effort), kind.query)}"
    steps, among = [], f" AND ticket_id IN ({these})"
    for name, asked in wanted.items():
        if name in back:
            steps.append(met(name, asked, str(seen.floor(name, effort)), effort, among))
        steps.append(named(name, asked, effort, among, unless=f"{name}_met" if name in back else ""))
    found = " UNION ".join(f"SELECT ticket_id FROM {step.partition(' ')[0]}" for step in steps)  # noqa: S608
    return f"WITH {', '.join(steps)} {kind.likeliest(found, kind.query)}"


def latest_of(wanted: Iterable[str], effort: Effort) -> str:
    """SQL of the latest of those looked at that have it."""
    return " UNION ".join(f"(SELECT ticket_id FROM looked WHERE {name} ORDER BY ticket_id DESC LIMIT {effort.most})" for name in wanted)  # noqa: S608
