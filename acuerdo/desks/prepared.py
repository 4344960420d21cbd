"""Questions that Django writes once a process and asks many times: `Prepared`.

A case's page asks some twenty questions whose words never change. Django would write each of them anew, and take longer than PostgreSQL
takes to answer. What is asked is an ordinary query, its values named by `Given`; what comes back are its ordinary rows (desks/rows.py).
No answer is kept.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Expression, Field, ForeignObject, Lookup, QuerySet, prefetch_related_objects
from django.db.models.sql.compiler import SQLCompiler

from acuerdo.desks.rows import Columns, reader

Row = TypeVar("Row")
#: Where a value goes, and a percent sign that is one.
PLACES = re.compile(r"%[s%]")
#: No key reaches this; psycopg finds a type for numbers that do.
KEYS = 2**31
#: A word of the product's own, such as a status.
PLAIN = re.compile(r"[a-z_]+")


class Given(Expression):
    """The place of a value that is named when the question is asked: `filter(ticket=Given("ticket"))`; for `__in` see AnyOf."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def as_sql(self, *_compiler: object, **_more: object) -> tuple[str, tuple[Any, ...]]:
        """A place among the values, and who stands there until then."""
        return "%s", (self,)


@Field.register_lookup
@ForeignObject.register_lookup
class AnyOf(Lookup):
    """One of so many as are named when the question is asked, in whatever number: `filter(ticket__any_of=Given("tickets"))`, a list."""

    lookup_name = "any_of"

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, Any]:
        """An array, so that the words are the same however many there are."""
        left, left_values = self.process_lhs(compiler, connection)
        right, right_values = self.process_rhs(compiler, connection)
        return f"{left} = ANY({right})", (*left_values, *right_values)


class Written(NamedTuple):
    """A question as Django wrote it: its SQL, what goes into its places, how its answer becomes rows, and what is fetched for these."""

    sql: str
    values: Sequence[object]
    read: Callable[[Iterable[Columns]], list[Any]]
    also: Sequence[Any]


def planned(words: str, values: Sequence[Any] | Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """Ask in words that are written out and never change: PostgreSQL keeps their plan, as it does for what is Prepared."""
    connection: Any = connections[DEFAULT_DB_ALIAS]
    rows: list[tuple[Any, ...]] = connection.answer(words, values)
    return rows


def with_its_words(sql: str, values: Sequence[object]) -> tuple[str, tuple[object, ...]]:
    """Write a question's own plain words ('closed') into its SQL, and give what stays apart.

    PostgreSQL keeps one plan for all values only where it can tell from the words alone that an index of what is open will do; else it
    plans each time, which took 2.2 ms of the 5.8 that a page of the queue did. What is `Given` stays apart, always.
    """
    left, apart = iter(values), []

    def put(place: re.Match[str]) -> str:
        if place[0] == "%%":
            return place[0]
        value = next(left)
        if isinstance(value, str) and PLAIN.fullmatch(value):
            return f"'{value}'"
        apart.append(value)
        return place[0]

    return PLACES.sub(put, sql), tuple(apart)


def plainly(value: object) -> object:
    """Write keys as PostgreSQL writes an array of them: psycopg asks of each what it is, and a page of the queue names 150."""
    if type(value) is list and value and set(map(type, value)) == {int} and min(value) >= -KEYS and max(value) < KEYS:
        return f"{{{','.join(map(str, value))}}}"
    return value


class Prepared(Generic[Row]):
    """A question about the desk of the moment: `Prepared(lambda: Draft.objects.filter(person=Given("person")))`.

    Written when it is first asked: the models must be there by then.
    """

    def __init__(self, question: Callable[[], QuerySet[Any, Row]]) -> None:
        self.question = question

    @cached_property
    def written(self) -> Written:
        """The question, written."""
        asked: Any = self.question()
        compiler = asked.query.get_compiler(using=DEFAULT_DB_ALIAS)
        sql, values = with_its_words(*compiler.as_sql())
        return Written(sql, values, reader(asked, compiler), asked._prefetch_related_lookups)  # noqa: SLF001  where Django keeps them

    def __call__(self, **given: object) -> list[Row]:
        """Ask it of the desk of now. A value that is not named raises KeyError."""
        sql, values, read, also = self.written
        named: Any = tuple([plainly(given[value.name]) if isinstance(value, Given) else value for value in values])
        rows = read(planned(sql, named))
        if also and rows:
            prefetch_related_objects(rows, *also)
        return rows

    def first(self, **given: object) -> Row | None:
        """Its first row; the question itself says how many it wants at most."""
        return next(iter(self(**given)), None)
