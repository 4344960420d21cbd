"""A fact that two others give: a priority read off impact × urgency (DIG-A3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from acuerdo.core.agreements.book import Table
from acuerdo.core.agreements.targets import Known


@dataclass(frozen=True)
class Matrix:
    """The fact that two others give. `keeps`: values chosen by their own criterion, which the matrix leaves alone (P1)."""

    gives: str = ""
    rows: str = ""
    columns: str = ""
    heads: tuple[str, ...] = ()
    cells: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    keeps: tuple[str, ...] = ()
    note: str = ""
    source: str = ""

    def cell(self, facts: Mapping[str, str]) -> str:
        """What the two facts give; "" while one of them is missing."""
        row = dict(zip(self.heads, self.cells.get(facts.get(self.rows, ""), ()), strict=False))
        return row.get(facts.get(self.columns, ""), "")

    def given(self, facts: Mapping[str, str]) -> str:
        """The value that the case has by the matrix: a kept one stays."""
        said = facts.get(self.gives, "")
        return said if said in self.keeps else self.cell(facts) or said


def read_matrix(manual: Table, known: Known) -> Matrix:
    """`[matrix]`: `gives`, `rows`, `columns.<field> = […]`, and a line for each row."""
    table = manual.table("matrix")
    if not table.values:
        return Matrix()
    fields = known.facts
    gives, rows = table.choice("gives", fields, "field", ""), table.choice("rows", fields, "field", "")
    columns, results = table.table("columns"), fields.get(gives, ())
    across = next((name for name in columns.names() if name in fields), "")
    matrix = Matrix(
        gives=gives,
        rows=rows,
        columns=across,
        heads=columns.choices(across, fields[across], "value") if across else (),
        keeps=table.choices("keeps", results, "value", ()),
        note=table.text("note", ""),
        source=table.text("source", ""),
        cells=MappingProxyType({row: table.choices(row, results, "value", ()) for row in _rows(table, rows, fields)}),
    )
    table.done()
    return matrix


def _rows(table: Table, rows: str, fields: Mapping[str, Sequence[str]]) -> list[str]:
    """The rows of the file; a key that is no row is left to be found fault with."""
    return [name for name in table.names() if rows not in fields or name in fields[rows]]
