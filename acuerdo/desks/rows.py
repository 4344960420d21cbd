"""How the columns of an answer become rows: worked out once for a question that is asked many times (prepared.py).

For each answer Django would copy the question, look for what reads its columns, and prepare how records are filled.
This is the one place that knows how it does that; a test holds it to what Django answers.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from json import JSONDecoder
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import JSONField, Model, QuerySet
from django.db.models import query as django
from django.db.models.base import ModelState
from django.db.models.signals import post_init, pre_init  # noqa: TID251  asked only whether anybody listens
from django.db.models.sql.compiler import SQLCompiler

Columns = tuple[Any, ...]
Read = Callable[[Iterable[Columns]], list[Any]]

KINDS: tuple[Any, ...] = (django.ModelIterable, django.ValuesListIterable, django.FlatValuesListIterable)
decoded = JSONDecoder().raw_decode


def reader(asked: QuerySet[Any, Any], compiler: SQLCompiler) -> Read:
    """Give what reads the answers to a question that was written: records, tuples of values, or single ones."""
    convert = converter(compiler)
    kind: Any = asked._iterable_class  # noqa: SLF001  where Django keeps what rows are
    if compiler.has_extra_select or kind not in KINDS:
        msg = f"Rows of this kind are not written once: {kind.__name__}"
        raise TypeError(msg)
    if kind is django.ModelIterable:
        return records(compiler, convert)
    if kind is django.FlatValuesListIterable:
        return lambda found: [value for value, *_rest in convert(found)]
    return lambda found: list(map(tuple, convert(found)))


def converter(compiler: SQLCompiler) -> Callable[[Iterable[Columns]], Iterable[Sequence[Any]]]:
    """Give what makes values of columns that PostgreSQL keeps otherwise: facts, choices of our own fields."""
    columns = [column for column, _sql, _alias in compiler.select[: compiler.col_count]]
    found = compiler.get_converters(columns).items()
    steps = [(place, quickly(each), expression) for place, (all_, expression) in found for each in all_]
    if not steps:
        return lambda rows: rows

    def convert(rows: Iterable[Columns]) -> Iterator[Sequence[Any]]:
        connection = connections[DEFAULT_DB_ALIAS]
        for row in map(list, rows):
            for place, step, expression in steps:
                row[place] = step(row[place], expression, connection)
            yield row

    return convert


def quickly(step: Callable[..., Any]) -> Callable[..., Any]:
    """Read what is kept as JSON in a fifth of the calls; other columns as Django does."""
    field = getattr(step, "__self__", None)
    return facts if type(field) is JSONField and field.decoder is None else step


def facts(value: str | None, _expression: object, _connection: object) -> Any:
    """What JSON says; PostgreSQL has it written well."""
    return None if value is None else decoded(value)[0]


class Maker:
    """Makes records of a model from columns, as its own `from_db` does, where nobody else has a part in that: no method, no listener."""

    def __init__(self, model: type[Model]) -> None:
        """Of this model."""
        self.model = model

    @classmethod
    def of(cls, model: Any) -> Any:
        """Give what makes this model's records: the model itself where it must."""
        plain = model.__init__ is Model.__init__ and model.from_db.__func__ is Model.from_db.__func__  # type: ignore[attr-defined]
        return model if not plain or pre_init.has_listeners(model) or post_init.has_listeners(model) else cls(model)

    def from_db(self, database: str, names: Sequence[str], values: Sequence[Any]) -> Model:
        """Fill in the values at once: Django sets each by a call, 370 for a case's page. What was not asked for is deferred, as ever."""
        record = self.model.__new__(self.model)
        state = ModelState()
        state.adding, state.db = False, database
        record.__dict__ = {"_state": state, **dict(zip(names, values, strict=True))}
        return record


def made_by_makers(populators: Iterable[Any]) -> None:
    """Have related records made so too, and what belongs to those."""
    for each in populators:
        each.model_cls = Maker.of(each.model_cls)
        made_by_makers(each.related_populators)


def records(compiler: SQLCompiler, convert: Callable[[Iterable[Columns]], Iterable[Sequence[Any]]]) -> Read:
    """Give what makes records, with those that belong to them and what was worked out beside."""
    about: Any = compiler.klass_info
    model, places = about["model"], about["select_fields"]
    begins, ends = places[0], places[-1] + 1
    names = [column.target.attname for column, _sql, _alias in compiler.select[begins:ends]]
    populators: Any = django.get_related_populators  # its stubs are of another version
    related, make = populators(about, compiler.select, DEFAULT_DB_ALIAS), Maker.of(model).from_db
    made_by_makers(related)
    beside = tuple((compiler.annotation_col_map or {}).items())

    def read(found: Iterable[Columns]) -> list[Any]:
        made = []
        for row in convert(found):
            record = make(DEFAULT_DB_ALIAS, names, row[begins:ends])
            for each in related:
                each.populate(row, record)
            for name, place in beside:
                setattr(record, name, row[place])
            made.append(record)
        return made

    return read
