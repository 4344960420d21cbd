"""Questions that Django writes once a process and asks many times: `Prepared`.

A case's page asks some twenty questions whose words never change. Django would write each of them anew, and take longer than PostgreSQL
takes to answer. What is asked is an ordinary query, its values named by `Given`; what comes back are its ordinary rows. No answer is kept.
"""

from collections.abc import Callable, Sequence
from copy import copy
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.utils import CursorWrapper
from django.db.models import Expression, Field, ForeignObject, Lookup, QuerySet
from django.db.models.sql.compiler import SQLCompiler

Row = TypeVar("Row")


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
    """A question as Django wrote it: what made it, its SQL, what goes into its places, and how columns of its answer become values."""

    asked: QuerySet[Any]
    compiler: SQLCompiler
    sql: str
    values: Sequence[object]
    converters: dict[int, Any]


def planned_cursor() -> CursorWrapper:
    """Make a cursor for words that are written out and never change: PostgreSQL keeps their plan, as it does for what is Prepared."""
    connection: Any = connections[DEFAULT_DB_ALIAS]
    made: CursorWrapper = connection.planned_cursor()
    return made


class Planned:
    """The connection of the moment, for one question: PostgreSQL keeps its plan too."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection
        self.cursor = connection.planned_cursor

    def __getattr__(self, name: str) -> Any:
        return getattr(self.connection, name)


class Prepared(Generic[Row]):
    """A question about the desk of the moment: `Prepared(lambda: Draft.objects.filter(person=Given("person")))`.

    Written when it is first asked: the models must be there by then.
    """

    def __init__(self, question: Callable[[], QuerySet[Any, Row]]) -> None:
        self.question = question

    @cached_property
    def written(self) -> Written:
        """The question, written."""
        asked = self.question()
        compiler = asked.query.get_compiler(using=DEFAULT_DB_ALIAS)
        sql, values = compiler.as_sql()
        columns = [column for column, _sql, _alias in compiler.select[: compiler.col_count]]
        return Written(asked, compiler, sql, values, compiler.get_converters(columns))

    def __call__(self, **given: object) -> list[Row]:
        """Ask it of the desk of now. A value that is not named raises KeyError."""
        asked, written, sql, values, converters = self.written
        named = tuple(given[value.name] if isinstance(value, Given) else value for value in values)
        compiler: Any = copy(written)
        compiler.connection = Planned(connections[DEFAULT_DB_ALIAS])
        compiler.as_sql = lambda: (sql, named)
        compiler.get_converters = lambda _columns: converters
        compiler.has_composite_fields = lambda _columns: False  # no model here has a key of several columns
        query: Any = copy(asked.query)
        query.get_compiler = lambda *_args, **_more: compiler
        rows: Any = QuerySet(asked.model, query)
        # The one place that knows how Django keeps them; a test holds it to what Django answers.
        rows._iterable_class = asked._iterable_class  # noqa: SLF001
        rows._prefetch_related_lookups = asked._prefetch_related_lookups  # type: ignore[attr-defined]  # noqa: SLF001
        return list(rows)

    def first(self, **given: object) -> Row | None:
        """Its first row; the question itself says how many it wants at most."""
        return next(iter(self(**given)), None)
