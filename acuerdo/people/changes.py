"""What was changed of a row, in the words a person reads: the log holds keys, short names and ISO days."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.db.models import DateField, DateTimeField, Model
from django.utils.translation import gettext as _

from acuerdo.events.models import Event
from acuerdo.ui.moments import short_day

#: Says a field's value in words that its model does not know, the manual's; "" leaves it as the model says it.
Worded = Callable[[str, str], str]
#: The names of rows that other rows point to, by model and key.
Named = Mapping[type[Model], Mapping[int, str]]


@dataclass(frozen=True)
class Change:
    """A field of a row that somebody changed; "" where there was, or is, nothing."""

    label: str
    before: str
    after: str


def sides(event: Event) -> tuple[dict[str, Any], dict[str, Any]]:
    """What an event says of each field before and after: in its facts, or where that is personal in its detail."""
    held = event.detail.content if hasattr(event, "detail") else {}
    before, after = ({**event.facts.get(side, {}), **held.get(side, {})} for side in ("before", "after"))
    return before, after


def fields_of(model: type[Model]) -> dict[str, Any]:
    """A model's fields by their names."""
    return {field.name: field for field in model._meta.get_fields()}  # noqa: SLF001  Django's documented API


def pointed_to(events: Iterable[Event], models: Mapping[str, type[Model]]) -> Named:
    """Everything the changes of these events point to, with one question for each of its models."""
    keys: dict[type[Model], set[int]] = defaultdict(set)
    for event in events:
        fields = fields_of(models[event.subject_kind])
        for name, value in (pair for side in sides(event) for pair in side.items()):
            if getattr(fields.get(name), "is_relation", False):
                several = value if isinstance(value, list) else [value]
                keys[fields[name].related_model].update(key for key in several if isinstance(key, int))
    return {model: {row.pk: str(row) for row in model._base_manager.filter(pk__in=found)} for model, found in keys.items()}  # noqa: SLF001  as above


def changes_in(event: Event, model: type[Model], named: Named, worded: Worded) -> Iterator[Change]:
    """Each field that an event says something else of."""
    (before, after), fields = sides(event), fields_of(model)
    for name in dict.fromkeys((*after, *before)):
        field = fields.get(name)
        old, new = (value_in_words(field, side.get(name), named, partial(worded, name)) for side in (before, after))
        if old or new:
            yield Change(called(field) or name, old, new)


def called(field: Any) -> str:
    """What a field is called; one that was given no name of its own by what it points to."""
    own = str(getattr(field, "verbose_name", ""))
    if getattr(field, "is_relation", False) and (field.auto_created or own == field.name.replace("_", " ")):
        held = field.related_model._meta  # noqa: SLF001  as above
        return str(held.verbose_name_plural if field.one_to_many or field.many_to_many else held.verbose_name)
    return own


def value_in_words(field: Any, value: object, named: Named, worded: Callable[[str], str]) -> str:
    """A logged value in a line; "" for nothing."""
    if isinstance(value, bool):
        return _("sí") if value else _("no")
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {value_in_words(field, one, named, worded)}" for key, one in value.items())
    if isinstance(value, list):
        return ", ".join(value_in_words(field, one, named, worded) for one in value)
    return "" if value in (None, "") else known(field, value, named) or worded(str(value)) or str(value)


def known(field: Any, value: object, named: Named) -> str:
    """What a field's own model says of a value; "" where it says nothing."""
    if getattr(field, "is_relation", False):
        return named.get(field.related_model, {}).get(value, "") if isinstance(value, int) else ""
    if getattr(field, "choices", None):
        return str(dict(field.flatchoices).get(value, ""))
    return day_in_words(str(value)) if isinstance(field, DateField) and not isinstance(field, DateTimeField) else ""


def day_in_words(said: str) -> str:
    """A day of the log as pages show days; what is none as it is."""
    try:
        return short_day(date.fromisoformat(said))
    except ValueError:
        return said
