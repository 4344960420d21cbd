"""A manual being read: its values with their lines, and the faults found so far."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from fractions import Fraction
from typing import Any, cast

from acuerdo.core.agreements.faults import Fault, nearest
from acuerdo.core.agreements.positions import Path

SLUG = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
#: The default of a key that must be there.
NEEDED: Any = object()


class Book:
    """The file behind all its tables; collects faults and warnings instead of stopping at the first."""

    def __init__(self, file: str, lines: Mapping[Path, int]) -> None:
        self.file = file
        self.lines = lines
        self.faults: list[Fault] = []
        self.warnings: list[Fault] = []

    def line(self, path: Path) -> int:
        """Where this stands, or what it stands in."""
        while path not in self.lines:
            path = path[:-1]
        return self.lines[path]

    def fault(self, path: Path, code: str, /, **facts: object) -> None:
        """Note what is wrong there; `code` is one of `wording`."""
        self.fault_below(path, 0, code, **facts)

    def fault_below(self, path: Path, lines: int, code: str, /, **facts: object) -> None:
        """Note what is wrong so many lines below the beginning of a text of several."""
        self.faults.append(Fault(self.file, self.line(path) + lines, code, facts))

    def warn(self, path: Path, code: str, /, **facts: object) -> None:
        """Note what a careful reader would ask there."""
        self.warnings.append(Fault(self.file, self.line(path), code, facts))


class Table:
    """One table of the manual, read key by key; `done()` names the keys nobody asked for."""

    def __init__(self, book: Book, path: Path, values: Mapping[str, Any]) -> None:
        self.book = book
        self.path = path
        self.values = values
        self.asked: dict[str, None] = {}

    def __contains__(self, key: str) -> bool:
        return key in self.values

    @property
    def place(self) -> str:
        """Its name as the file writes it."""
        names = [f"{part + 1}" if isinstance(part, int) else part for part in self.path]
        return f"[{'.'.join(names)}]" if names else "[…]"

    def at(self, *keys: str | int) -> Path:
        """Give the path of something in it."""
        return (*self.path, *keys)

    def fault(self, key: str, code: str, /, **facts: object) -> None:
        """Note what is wrong with one of its keys."""
        self.book.fault(self.at(key), code, **facts)

    def done(self) -> None:
        """Refuse the keys that mean nothing here."""
        for key in self.values:
            if key not in self.asked:
                self.fault(key, "unknown_key", key=key, place=self.place, near=nearest(key, self.asked), known=_listed(self.asked))

    def get(self, key: str, kind: type | tuple[type, ...], default: Any = NEEDED) -> Any:
        """Give the value, if it is of that kind; a needed one that is missing is a fault, and None."""
        self.asked[key] = None
        if key not in self.values:
            if default is NEEDED:
                self.book.fault(self.path, "missing_key", key=key, place=self.place)
                return None
            return default
        value = self.values[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self.fault(key, "wrong_kind", key=key, place=self.place, kind=_kind_name(kind))
            return None if default is NEEDED else default
        return value

    def text(self, key: str, default: str = NEEDED) -> str:
        """Read a text; one that is needed says something."""
        value = cast("str | None", self.get(key, str, default))
        if default is NEEDED and value is not None and not value.strip():
            self.fault(key, "missing_key", key=key, place=self.place)
        return value or ""

    def slug(self, key: str) -> str:
        """Read an identifier."""
        value = self.text(key)
        if value and not SLUG.fullmatch(value):
            self.fault(key, "bad_slug", value=value)
        return value

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Read true or false."""
        return cast("bool", self.get(key, bool, default))

    def percent(self, key: str) -> Fraction | None:
        """Read a number from 0 to 100 as it is written: 99.5 is exactly 199/2."""
        value = self.get(key, (int, float), None)
        if value is None:
            return None
        if not 0 <= value <= 100:  # noqa: PLR2004  also false of nan
            self.fault(key, "wrong_kind", key=key, place=self.place, kind="percent")
            return None
        return Fraction(str(value))

    def count(self, key: str, default: int = NEEDED) -> int:
        """Read a whole number, from 0."""
        value = cast("int", self.get(key, int, default) or 0)
        if value < 0:
            self.fault(key, "wrong_kind", key=key, place=self.place, kind="number")
        return value

    def day(self, key: str, default: date | None = NEEDED) -> date | None:
        """Read a date."""
        value = self.get(key, date, default)
        return value.date() if isinstance(value, datetime) else cast("date | None", value)

    def texts(self, key: str, default: tuple[str, ...] = NEEDED, *, one: bool = False) -> tuple[str, ...]:
        """Read a list of texts; with `one`, a single text may stand for a list of one."""
        value = self.get(key, (list, str) if one else list, default)
        if isinstance(value, str):
            return (value,)
        for index, item in enumerate(value or ()):
            if not isinstance(item, str):
                self.book.fault(self.at(key, index), "wrong_kind", key=key, place=self.place, kind="text")
        return tuple(item for item in value or () if isinstance(item, str))

    def choice(self, key: str, known: Collection[str], what: str, default: str = NEEDED) -> str:
        """One of the known names; another is a fault of kind `what` (a word of `wording.THINGS`)."""
        value = self.text(key, default)
        if value != default:
            self.refers(value, known, what, key)
        return value

    def choices(
        self, key: str, known: Collection[str], what: str, default: tuple[str, ...] = NEEDED, *, one: bool = False
    ) -> tuple[str, ...]:
        """Read a list of known names."""
        values = self.texts(key, default, one=one)
        if values != default:
            for index, value in enumerate(values):
                self.refers(value, known, what, key, index)
        return values

    def refers(self, value: str, known: Collection[str], what: str, *keys: str | int) -> None:
        """Find fault at that place if this names nothing known."""
        if value and value not in known:
            self.book.fault(self.at(*keys), "no_such", value=value, what=what, near=nearest(value, known), known=_listed(known))

    def names(self) -> list[str]:
        """Give the names that the file itself chose here: facts, rows, dates."""
        return list(self.values)

    def keys(self, key: str) -> list[str]:
        """Give the names under a key; none, and no fault yet, where it is no table."""
        value = self.values.get(key)
        return list(value) if isinstance(value, dict) else []

    def table(self, key: str) -> "Table":
        """Give the table of that name; an empty one if there is none."""
        value = self.get(key, dict, {})
        return Table(self.book, self.at(key), value)

    def tables(self, key: str) -> "list[Table]":
        """Give an array of tables, `[[key]]`."""
        found = []
        for index, value in enumerate(self.get(key, list, [])):
            if isinstance(value, dict):
                found.append(Table(self.book, self.at(key, index), value))
            else:
                self.book.fault(self.at(key, index), "wrong_kind", key=key, place=self.place, kind="table")
        return found

    def named(self, key: str) -> "Iterator[tuple[str, Table]]":
        """Every table under that name, with its identifier: `[plans.innovador]`."""
        inner = self.table(key)
        for name in inner.values:
            self._check_slug(inner, name)
            entry = inner.get(name, dict)
            yield name, Table(self.book, inner.at(name), entry if isinstance(entry, dict) else {})

    def words(self, key: str) -> dict[str, str]:
        """Read identifiers with a sentence each: `{ vpn = "Sin acceso VPN" }`."""
        inner = self.table(key)
        for name in inner.values:
            self._check_slug(inner, name)
        return {name: inner.text(name) for name in inner.values}

    @staticmethod
    def _check_slug(inner: "Table", name: str) -> None:
        if not SLUG.fullmatch(name):
            inner.fault(name, "bad_slug", value=name)


def _listed(names: Collection[str]) -> str:
    return ", ".join(names) or "–"


def _kind_name(kind: type | tuple[type, ...]) -> str:
    names = {str: "text", bool: "flag", int: "number", float: "number", list: "list", dict: "table", date: "day"}
    kinds = kind if isinstance(kind, tuple) else (kind,)
    return names.get(kinds[0], "text")
