"""Counts that the pages show, none of which goes further than anybody reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from acuerdo.console.queries.cases import cases_of
from acuerdo.console.queries.view import View
from acuerdo.notifications.models import Notice
from acuerdo.people.models import Person

#: Nobody reads on beyond this: counts stop here and say so with a plus sign.
COUNTED = 999


@dataclass(frozen=True)
class Counts:
    """How many wait; each stops at COUNTED."""

    queue: int
    mine: int
    nobody: int
    notices: int


def counts(person: Person) -> Counts:
    """Count what the rail shows, in one query."""
    whose = (cases_of(person, View(name)) for name in ("todos", "mios", "nadie"))
    return Counts(*capped(*whose, Notice.objects.filter(person=person, read_at=None)))


def capped(*each: QuerySet[Any]) -> list[int]:
    """Count rows of each, but no further than is worth it; all in one query."""
    limited = [sql_of(rows.order_by().values("pk")[: COUNTED + 1]) for rows in each]
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
