"""Target tables: what each clock promises to which facts, as the manual prints it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from acuerdo.core.agreements.book import Table
from acuerdo.core.agreements.boxes import Where
from acuerdo.core.agreements.durations import read_target
from acuerdo.core.agreements.positions import Path
from acuerdo.core.agreements.values import Item
from acuerdo.core.clocks import Target

#: What a target table may say of itself; every other key is a fact or a row.
RESERVED = frozenset(
    {"label", "printed_label", "clock", "columns", "rows", "target", "calendar", "source", "printed", "estimated", "channels", "note"}
)


@dataclass(frozen=True)
class Cell:
    """One promise: of this clock, for facts with these values. `target` None says outright that nothing is promised.

    `calendar` is an identifier; "" means the plan's, else the manual's. `path` finds the line.
    """

    clock: str
    where: Where
    target: Target | None
    printed: str
    source: str
    note: str
    estimated: bool
    calendar: str
    path: Path

    def matches(self, facts: Mapping[str, object]) -> bool:
        """Say whether a case with these facts is meant."""
        return all(facts.get(name) in values for name, values in self.where.items())


@dataclass(frozen=True)
class TargetTable:
    """A table as printed. `rows` is a field, "catalogue" or ""; `columns` a field, or "" where the columns are `clocks`.

    `printed_label` is its title in the document. `channels`: by which ways a case of a row is attended; under "" those of the whole table.
    """

    label: str
    printed_label: str
    where: Where
    rows: str
    columns: str
    across: tuple[str, ...]
    clocks: tuple[str, ...]
    cells: tuple[Cell, ...]
    channels: Mapping[str, tuple[str, ...]]
    calendar: str
    source: str
    note: str
    path: Path


@dataclass(frozen=True)
class Known:
    """The names that a target table may use: facts with their values, clocks, calendars, the catalogue."""

    facts: Mapping[str, Sequence[str]]
    clocks: Sequence[str]
    calendars: Sequence[str]
    items: Mapping[str, Item]


def read_targets(tables: Sequence[Table], known: Known) -> tuple[TargetTable, ...]:
    """Every `[[targets]]`, in the order of the file: the first cell that matches a case's facts wins."""
    return tuple(_Reading(table, known).read() for table in tables)


class _Reading:
    """One table being read."""

    def __init__(self, table: Table, known: Known) -> None:
        self.table = table
        self.known = known
        self.clock = table.choice("clock", known.clocks, "clock", "")
        self.rows = table.choice("rows", [*known.facts, "catalogue"], "field", "")
        self.columns, self.across = self._columns()
        self.calendar = table.choice("calendar", known.calendars, "calendar", "")
        self.note = table.text("note", "")
        self.where = self._where()
        self.sources = self._by_row("source", str)
        self.printed = self._by_row("printed", (str, list))
        self.estimated = table.choices("estimated", known.clocks, "clock", (), one=True)

    def read(self) -> TargetTable:
        cells = [cell for row in self._rows() for cell in self._row(row)]
        if self.rows == "catalogue":
            cells = self._catalogue()
        elif not cells:
            self.table.book.fault(self.table.path, "no_rows", place=self.table.place)
        label, channels = self.table.text("label", ""), self._channels()
        printed_label = self.table.text("printed_label", label)
        self.table.done()
        return TargetTable(
            label=label,
            printed_label=printed_label,
            where=self.where,
            rows=self.rows,
            columns=self.columns,
            across=self.across,
            clocks=self._clocks(),
            cells=tuple(cells),
            channels=MappingProxyType(channels),
            calendar=self.calendar,
            source=self.sources.get("", ""),
            note=self.note,
            path=self.table.path,
        )

    def _channels(self) -> dict[str, tuple[str, ...]]:
        """`channels = ["email"]`, or a list a row."""
        known = self.known.facts["channel"]
        if not isinstance(self.table.values.get("channels"), dict):
            return {"": self.table.choices("channels", known, "channel", ())}
        inner = self.table.table("channels")
        for row in inner.names():
            inner.refers(row, self._rows(), "row", row)
        return {row: inner.choices(row, known, "channel") for row in inner.values}

    def _clocks(self) -> tuple[str, ...]:
        return (self.clock,) if self.columns or not self.across else self.across

    def _columns(self) -> tuple[str, tuple[str, ...]]:
        """Read the field of a matrix with its values, or "" and the clocks side by side; one clock stands alone under `clock`."""
        table = self.table
        if isinstance(table.values.get("columns"), dict):
            inner = table.table("columns")
            for field in inner.names():
                inner.refers(field, self.known.facts, "field", field)
                across = inner.choices(field, self.known.facts.get(field, ()), "value")
                return field, across
        across = table.choices("columns", self.known.clocks, "clock", ())
        if bool(across) == bool(self.clock):
            table.book.fault(table.path, "one_clock", place=table.place)
        return "", across

    def _where(self) -> Where:
        """Read the facts to which the whole table is restricted."""
        where = {}
        for field, values in self.known.facts.items():
            if field in self.table and field != self.rows:
                where[field] = frozenset(self.table.choices(field, values, "value", one=True))
        return MappingProxyType(where)

    def _by_row(self, key: str, kind: type | tuple[type, ...]) -> dict[str, Any]:
        """Read a text (or a list of them) for the whole table, under "", or one a row."""
        if not isinstance(self.table.values.get(key), dict):
            return {"": self.table.get(key, kind, "")}
        inner = self.table.table(key)
        for row in inner.names():
            inner.refers(row, self._rows(), "row", row)
        return {row: inner.get(row, kind, "") for row in inner.values}

    def _rows(self) -> list[str]:
        if not self.rows:
            return ["target"] if "target" in self.table else []
        return [value for value in self.known.facts.get(self.rows, ()) if value in self.table]

    def _row(self, row: str) -> list[Cell]:
        texts = self.table.texts(row, one=True)
        wanted = self.across or (self.clock,)
        if len(texts) != len(wanted):
            self.table.fault(row, "cell_count", row=row, got=len(texts), wanted=len(wanted), columns=", ".join(wanted))
            return []
        many = isinstance(self.table.values[row], list)
        return [self._cell(row, index, text, self.table.at(row, index) if many else self.table.at(row)) for index, text in enumerate(texts)]

    def _cell(self, row: str, index: int, text: str, path: Path) -> Cell:
        clock = self.clock if self.columns or not self.across else self.across[index]
        where = dict(self.where)
        if self.rows:
            where[self.rows] = frozenset({row})
        if self.columns:
            where[self.columns] = frozenset({self.across[index]})
        source = self.sources.get(row, self.sources.get("", ""))
        return Cell(
            clock=clock,
            where=MappingProxyType(where),
            target=None if text == "none" else read_target(self.table.book, path, text),
            printed=self._words(row, index) or text,
            source=str(source),
            note=self.note,
            estimated=clock in self.estimated,
            calendar=self.calendar,
            path=path,
        )

    def _words(self, row: str, index: int) -> str:
        """Give the words of the document for this cell."""
        said = self.printed.get(row, self.printed.get("", ""))
        if isinstance(said, str):
            return said
        if index < len(said):
            return str(said[index])
        self.table.fault("printed", "printed_count", row=row, got=len(said), wanted=len(self.across) or 1)
        return ""

    def _catalogue(self) -> list[Cell]:
        """Make a row an item, with the time that the catalogue prints beside it."""
        return [
            Cell(
                clock=self.clock,
                where=MappingProxyType({**self.where, "item": frozenset({item.id})}),
                target=item.promise,
                printed=item.printed,
                source=item.source,
                note=item.note or self.note,
                estimated=item.estimated,
                calendar=self.calendar,
                path=("catalogue", item.id),
            )
            for item in self.known.items.values()
        ]
