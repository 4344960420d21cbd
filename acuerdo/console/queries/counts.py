"""What every page shows of the desk beside its own: counts, none of which goes further than anybody reads, and kept views."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from acuerdo.desks.prepared import planned
from acuerdo.people.models import Person

#: Nobody reads on beyond this: counts stop here and say so with a plus sign.
COUNTED = 999


@dataclass(frozen=True)
class Counts:
    """How many wait, each stopping at COUNTED; the number of the newest case; names and queries of the views this person sees first."""

    queue: int
    mine: int
    nobody: int
    notices: int
    newest: int
    views: tuple[tuple[str, str], ...]


#: Every page of the desk asks this, so it is written out: Django would take longer to write it than the server to answer. The words of
#: OPEN are those of the indexes. Whoever asks may read every case (people.access.READ); a test holds it to the queries it stands for.
OPEN = "NOT status IN ('closed', 'cancelled')"
RAIL = f"""
SELECT (SELECT count(*) FROM (SELECT FROM tickets_ticket WHERE {OPEN} LIMIT %(most)s) AS every),
       (SELECT count(*) FROM (SELECT FROM tickets_ticket WHERE {OPEN} AND assignee_id = %(person)s LIMIT %(most)s) AS mine),
       (SELECT count(*) FROM (SELECT FROM tickets_ticket WHERE {OPEN} AND assignee_id IS NULL LIMIT %(most)s) AS nobodys),
       (SELECT count(*) FROM (SELECT FROM notifications_notice WHERE person_id = %(person)s AND read_at IS NULL LIMIT %(most)s) AS unread),
       coalesce((SELECT max(number) FROM tickets_ticket), 0),
       (SELECT coalesce(json_agg(json_build_array(name, query)), '[]')
        FROM (SELECT name, query FROM tickets_savedview
              WHERE person_id = %(person)s OR (person_id IS NULL AND team_id IS NULL)
                 OR team_id IN (SELECT team_id FROM people_team_members WHERE person_id = %(person)s)
              ORDER BY name, id LIMIT %(kept)s) AS kept)
"""  # noqa: S608  only our own words


def counts(person: Person, kept: int) -> Counts:
    """Count what the rail shows, and name so many kept views, in one query."""
    ((queue, mine, nobody, notices, newest, views),) = planned(RAIL, {"person": person.pk, "most": COUNTED + 1, "kept": kept})
    return Counts(queue, mine, nobody, notices, newest, tuple((name, query) for name, query in views))


def capped(*each: QuerySet[Any], most: int = COUNTED) -> list[int]:
    """Count rows of each, but no further than is worth it (one more than `most` says that there are more); all in one query.

    In the order that they have: what the queue's index gives in its order is met on the way and counting stops there. Without an order
    all that an index names is gathered first, tens of thousands of cases of a type or a customer at 1,000,000.
    """
    if not each:
        return []
    limited = [sql_of(rows.values("pk")[: most + 1]) for rows in each]
    counted = ", ".join(f"(SELECT count(*) FROM ({sql}) AS counted)" for sql, _values in limited)  # noqa: S608  SQL is Django's
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {counted}", [value for _sql, values in limited for value in values])
        return list(cursor.fetchone() or ())


def sql_of(rows: QuerySet[Any]) -> tuple[str, Sequence[Any]]:
    """SQL of a query and its values, also of one that Django sees to find nothing and would not ask."""
    try:
        return rows.query.sql_with_params()
    except EmptyResultSet:
        return "SELECT 1 WHERE false", ()
