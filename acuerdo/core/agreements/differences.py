"""What two manuals say otherwise, all of it: `differences(old, new)`."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from acuerdo.core.agreements.agreement import Agreement
from acuerdo.core.agreements.difference import Difference
from acuerdo.core.agreements.difference_tables import TABLES
from acuerdo.core.agreements.target_differences import target_differences
from acuerdo.core.agreements.week import hours_in_words, week_in_words
from acuerdo.core.clocks import Target
from acuerdo.core.hours import Calendar

#: Facts of the manual itself that are worth telling.
MANUAL = ("title", "version", "effective_from", "provider", "desk_name", "language", "zone", "default_calendar", "note")
#: What says nothing by itself: names for the machine, where in the documents a rule stands,
#: and the course of an example.
_SILENT = {"id", "source", "happenings", "now"}
#: What a catalogue's item promises is told with the times.
_TOLD_WITH_TIMES = {"promise", "printed", "estimated"}
#: Attributes that name something of another table, which is where people know it from.
_REFERS = {
    "auto_close": ("clocks",),
    "by": ("roles", "channels"),
    "calendar": ("calendars",),
    "channel": ("channels",),
    "channels": ("channels",),
    "clocks": ("clocks",),
    "default_calendar": ("calendars",),
    "hours": ("calendars",),
    "hours_by_plan": ("calendars",),
    "includes": ("features",),
    "milestone": ("milestones",),
    "otherwise": ("channels",),
    "pauses_in": ("statuses",),
    "plans": ("plans",),
    "proposal_for": ("types",),
    "reminder": ("clocks",),
    "role": ("roles",),
    "starts": ("milestones",),
    "stops": ("milestones",),
    "tell": ("roles",),
    "to": ("roles",),
    "types": ("types",),
}
#: Keys that name something of another table.
_KEYS = {"printed": ("features",), "hours_by_plan": ("plans",), "due": ("clocks",)}
#: Attributes that say which facts a case has.
_FACTS = {"where", "facts"}


def differences(old: Agreement, new: Agreement) -> tuple[Difference, ...]:
    """Give every difference, the manual's own facts and its times first, then table by table."""
    walk = _Walk(old, new)
    found = [difference for name in MANUAL for difference in walk.between("manual", (), name, getattr(old, name), getattr(new, name))]
    found += target_differences(old, new)
    for table in TABLES:
        found += walk.between(table, (), "", getattr(old, table), getattr(new, table))
    return tuple(dict.fromkeys(found))


Place = tuple[str, ...]


class _Walk:
    """Both manuals side by side, value by value."""

    def __init__(self, old: Agreement, new: Agreement) -> None:
        self.old, self.new = old, new

    def between(self, table: str, where: Place, what: str, old: Any, new: Any) -> Iterator[Difference]:
        """Give what differs at a place."""
        if old is None or new is None:
            yield from self._one_sided(table, where, what, old, new)
        elif isinstance(new, Calendar):
            yield from self._calendars(table, where, old, new)
        elif isinstance(new, Mapping) or _holds_values(old) or _holds_values(new):
            yield from self._mappings(table, where, what, _by_name(old), _by_name(new))
        elif is_dataclass(new) and not isinstance(new, Target):
            yield from self._attributes(table, where, old, new)
        elif old != new:
            yield Difference(table, where, what, "changed", _named(self.old, what, old), _named(self.new, what, new))

    def _one_sided(self, table: str, where: Place, what: str, old: Any, new: Any) -> Iterator[Difference]:
        """Give the difference where one side has no value; of a whole table it is enough to say that it came or went."""
        value = new if old is None else old
        if is_dataclass(value) and not isinstance(value, Target):
            yield _alone(table, where, what, None, added=old is None)
        elif old != new:
            yield Difference(table, where, what, "changed", old, new)

    def _attributes(self, table: str, where: Place, old: Any, new: Any) -> Iterator[Difference]:
        silent = _SILENT | (_TOLD_WITH_TIMES if table == "catalogue" else set())
        for attribute in (field.name for field in fields(new) if field.name not in silent):
            yield from self.between(table, where, attribute, getattr(old, attribute), getattr(new, attribute))

    def _mappings(self, table: str, where: Place, what: str, old: Mapping[Any, Any], new: Mapping[Any, Any]) -> Iterator[Difference]:
        """Compare name by name; equal ones first of all, for a label that changed elsewhere is told there."""
        for name in (name for name in dict.fromkeys((*new, *old)) if old.get(name) != new.get(name)):
            side, value = (self.new, new[name]) if name in new else (self.old, old[name])
            called = _label(value) or _key(side, what, name)
            here = (*where, called) if called else where
            told = "" if _label(value) else what
            if name in old and name in new:
                before, after = _labelled(self.old, what, name, old[name]), _labelled(self.new, what, name, value)
                yield from self.between(table, here, told, before, after)
            else:
                yield _alone(table, here, told, _said(side, what, name, value), added=name in new)

    def _calendars(self, table: str, where: Place, old: Calendar, new: Calendar) -> Iterator[Difference]:
        """Compare the hours as a week, and the days of the years that both know."""
        yield from self.between(table, where, "label", old.label, new.label)
        yield from self.between(table, where, "zone", old.zone, new.zone)
        yield from self.between(table, where, "note", old.note, new.note)
        if week_in_words(old, "es") != week_in_words(new, "es"):
            yield Difference(table, where, "week", "changed", old, new)
        years = {day.year for day in old.holidays} & {day.year for day in new.holidays}
        before, after = ({day: name for day, name in each.holidays.items() if day.year in years} for each in (old, new))
        yield from self._mappings(table, where, "holidays", before, after)
        before, after = ({day: hours_in_words(hours, "es") for day, hours in each.exceptions.items()} for each in (old, new))
        yield from self._mappings(table, where, "exceptions", before, after)


def _alone(table: str, where: Place, what: str, said: Any, *, added: bool) -> Difference:
    """Make the difference of something that only one side has."""
    return Difference(table, where, what, "added", None, said) if added else Difference(table, where, what, "removed", said, None)


def _said(agreement: Agreement, what: str, name: Any, value: Any) -> Any:
    """Give what is said of one that only one side has; its label is enough where it has one."""
    return None if is_dataclass(value) else _labelled(agreement, what, name, _named(agreement, what, value))


def _holds_values(values: Any) -> bool:
    """Say whether this is a list of the manual's values, not of texts."""
    return isinstance(values, tuple) and any(is_dataclass(each) for each in values)


def _by_name(values: Any) -> Mapping[Any, Any]:
    """Give each of several values under what tells it from the others."""
    if isinstance(values, Mapping):
        return values
    return {getattr(value, "id", "") or _label(value) or str(index): value for index, value in enumerate(values)}


def _label(value: Any) -> str:
    """Give what people call a value of the manual; "" for plain texts and numbers."""
    names = ("label", "term", "title", "check") if is_dataclass(value) else ()
    return next((str(getattr(value, name)) for name in names if getattr(value, name, "")), "")


def _key(agreement: Agreement, what: str, name: Any) -> str:
    """Give what people call a key: a day, a fact, a plan, a feature."""
    if isinstance(name, date):
        return name.isoformat()
    if what in _FACTS:
        return agreement.fields[name].label if name in agreement.fields else ""
    found = (getattr(agreement, table).get(name) for table in _KEYS.get(what, ()))
    return next((_label(each) or str(each) for each in found if each), "")


def _labelled(agreement: Agreement, what: str, name: Any, value: Any) -> Any:
    """Give the labels of the values of a fact; other values as they are."""
    if what not in _FACTS:
        return value
    return tuple(agreement.label(name, each) for each in value) if isinstance(value, tuple) else agreement.label(name, value)


def _named(agreement: Agreement, what: str, value: Any) -> Any:
    """Give the labels behind identifiers of other tables."""
    if isinstance(value, tuple):
        return tuple(_named(agreement, what, each) for each in value)
    found = (getattr(agreement, table).get(value) for table in _REFERS.get(what, ()) if isinstance(value, str))
    return next((_label(each) or str(each) for each in found if each), value)
