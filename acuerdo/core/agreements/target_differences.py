"""Where two manuals promise the same cases different times: by what a case gets, not by how the tables are written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from acuerdo.core.agreements.agreement import Agreement
from acuerdo.core.agreements.boxes import Box, common, left_of, meet
from acuerdo.core.agreements.difference import Difference
from acuerdo.core.agreements.targets import Cell, TargetTable

TABLE = "targets"


@dataclass(frozen=True)
class Region:
    """The cases that get this cell: its own, less those that an earlier cell answers. `ways`: the channels it admits."""

    cell: Cell
    boxes: Sequence[Box]
    ways: tuple[str, ...]


def target_differences(old: Agreement, new: Agreement) -> Iterator[Difference]:
    """Give every difference of a clock's times, in the order of the new file."""
    for clock in dict.fromkeys((*new.clocks, *old.clocks)):
        yield from _Clock(clock, old, new).differences()


class _Clock:
    """One clock in both manuals."""

    def __init__(self, clock: str, old: Agreement, new: Agreement) -> None:
        self.clock, self.old, self.new = clock, old, new
        names = {name for agreement in (old, new) for _, cell in _cells(agreement, clock) for name in cell.where}
        self.order = [name for name in dict.fromkeys((*new.facts, *old.facts)) if name in names]
        self.whole: Box = {name: frozenset((*old.facts.get(name, ()), *new.facts.get(name, ()))) for name in self.order}
        self.before, self.after = self._regions(old), self._regions(new)

    def differences(self) -> Iterator[Difference]:
        for region in self.after:
            for other in self.before:
                for box in _both(region, other):
                    yield from self._compare(box, other, region)
        yield from self._alone(self.after, self.before, "added")
        yield from self._alone(self.before, self.after, "removed")

    def _regions(self, agreement: Agreement) -> list[Region]:
        regions: list[Region] = []
        earlier: list[Mapping[str, frozenset[str]]] = []
        for table, cell in _cells(agreement, self.clock):
            box = {name: cell.where.get(name, values) for name, values in self.whole.items()}
            regions.append(Region(cell, left_of(box, earlier), _ways(table, cell)))
            earlier.append(cell.where)
        return regions

    def _compare(self, box: Box, old: Region, new: Region) -> Iterator[Difference]:
        before, after = old.cell, new.cell
        where = (*self._facts(box), self._clock())
        if before.target != after.target:
            yield Difference(TABLE, where, "", "changed", before.target, after.target)
        elif before.printed != after.printed:
            yield Difference(TABLE, where, "printed", "changed", before.printed, after.printed)
        if before.calendar != after.calendar:
            calendars = _calendar(self.old, before.calendar), _calendar(self.new, after.calendar)
            yield Difference(TABLE, where, "calendar", "changed", *calendars)
        if before.estimated != after.estimated:
            yield Difference(TABLE, where, "estimated", "changed", before.estimated, after.estimated)
        if old.ways != new.ways:
            yield Difference(TABLE, where, "channels", "changed", _named(self.old, old.ways), _named(self.new, new.ways))

    def _alone(self, ours: Sequence[Region], theirs: Sequence[Region], kind: str) -> Iterator[Difference]:
        """Give the cases that only one manual promises something."""
        for region in ours:
            for box in (left for each in region.boxes for left in left_of(each, [other.cell.where for other in theirs])):
                target = region.cell.target
                values = {"new": target} if kind == "added" else {"old": target}
                yield Difference(TABLE, (*self._facts(box), self._clock()), "", kind, **values)

    def _facts(self, box: Box) -> list[str]:
        """Name the cases; a field of which all values are meant is not said."""
        return [self._values(name, box[name]) for name in self.order if box[name] != self.whole[name]]

    def _values(self, name: str, values: frozenset[str]) -> str:
        known = dict.fromkeys((*self.new.facts.get(name, ()), *self.old.facts.get(name, ())))
        return " / ".join(self._label(name, value) for value in known if value in values)

    def _label(self, name: str, value: str) -> str:
        return (self.new if value in self.new.facts.get(name, ()) else self.old).label(name, value)

    def _clock(self) -> str:
        label = (self.new if self.clock in self.new.clocks else self.old).clocks[self.clock].label
        return label if label[:2].isupper() else label[:1].lower() + label[1:]


def _cells(agreement: Agreement, clock: str) -> Iterator[tuple[TargetTable, Cell]]:
    return ((table, cell) for table in agreement.targets for cell in table.cells if cell.clock == clock)


def _both(one: Region, other: Region) -> Iterator[Box]:
    return (common(box, each) for box in one.boxes for each in other.boxes if meet(box, each))


def _ways(table: TargetTable, cell: Cell) -> tuple[str, ...]:
    """Give the channels of the cell's row; told once a row, with the table's first clock."""
    if cell.clock != table.clocks[0]:
        return ()
    row = next(iter(cell.where.get(table.rows, ())), "")
    return table.channels.get(row, table.channels.get("", ()))


def _calendar(agreement: Agreement, name: str) -> str:
    return agreement.calendars[name].label if name in agreement.calendars else ""


def _named(agreement: Agreement, ways: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(agreement.label("channel", way) for way in ways)
