"""Changing a row so that the log can say what was and what is."""

from collections.abc import Mapping
from typing import Any

from django.db.models import ForeignKey, Model

from acuerdo.events.events import plain

Said = dict[str, object]


def keep(row: Model, values: Mapping[str, Any]) -> tuple[Said, Said]:
    """Give a row these values and save what differs; returns what was and what is, as JSON, of the fields that changed.

    The row is new, or locked by the caller. Of a new row there was nothing; a row that another row names is said by its own words.
    """
    new = row._state.adding  # noqa: SLF001  Django's own word for it, documented
    before = {name: said(row, name) for name in values}
    for name, value in values.items():
        setattr(row, name, value)
    after = {name: said(row, name) for name in values}
    changed = [name for name in values if before[name] != after[name]]
    if new:
        row.save()
        return {}, {name: value for name, value in after.items() if value not in (None, "", [], {})}
    if changed:
        row.save(update_fields=changed)
    return {name: before[name] for name in changed}, {name: after[name] for name in changed}


def said(row: Model, name: str) -> object:
    """A field's value as the log writes it."""
    field = row._meta.get_field(name)  # noqa: SLF001  Django's documented API
    if isinstance(field, ForeignKey):
        return str(getattr(row, name)) if getattr(row, field.attname) is not None else None
    return plain(getattr(row, name))
