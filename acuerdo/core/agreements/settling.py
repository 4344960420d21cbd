"""Facts that follow from other facts: a priority read off a matrix (DIG-A3), and values that a type goes with (SOP-A6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from acuerdo.core.agreements.asking import holds
from acuerdo.core.agreements.book import Table
from acuerdo.core.agreements.targets import Known

if TYPE_CHECKING:
    from acuerdo.core.agreements.agreement import Agreement

Facts = Mapping[str, str]


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

    def cell(self, facts: Facts) -> str:
        """What the two facts give; "" while one of them is missing."""
        row = dict(zip(self.heads, self.cells.get(facts.get(self.rows, ""), ()), strict=False))
        return row.get(facts.get(self.columns, ""), "")

    def given(self, facts: Facts) -> str:
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


@dataclass(frozen=True)
class Unfit:
    """A value that the type of the case does not go with, and those it goes with."""

    fact: str
    value: str
    type: str
    fitting: tuple[str, ...]


def settle(agreement: "Agreement", facts: Facts, said: Facts) -> dict[str, str]:
    """Give provisional facts, with what the customer said over them, so that none contradicts another.

    A type chosen by the customer takes the values it goes with; where only one does, that one (SOP: request is severity 5). Facts that are
    asked of other cases only are left out (a complaint has no impact).
    """
    settled = {**facts, **said}
    kind = agreement.types.get(settled.get("type", ""))
    goes_with = kind.goes_with if kind else {}
    for fact, fitting in goes_with.items():
        if settled.get(fact, "") not in fitting:
            settled[fact] = fitting[0] if len(fitting) == 1 else facts.get(fact, "") if facts.get(fact, "") in fitting else ""
    for asked in agreement.fields.values():
        if asked.id not in goes_with and not all(holds(settled, *each) for each in asked.when.items()):
            settled[asked.id] = ""
    return by_matrix(agreement, {name: value for name, value in settled.items() if value})


def by_matrix(agreement: "Agreement", facts: Facts) -> dict[str, str]:
    """The facts with the one that the matrix gives."""
    matrix = agreement.matrix
    given = matrix.given(facts) if matrix.gives else ""
    return {**facts, matrix.gives: given} if given else dict(facts)


def concerns(agreement: "Agreement", fact: str, facts: Facts) -> bool:
    """Whether a fact is a question at all of a case with these facts: a complaint has no impact, an incident is no kind of PQRSF."""
    asked = agreement.fields.get(fact)
    return asked is None or bool(facts.get(fact)) or all(holds(facts, *each) for each in asked.when.items())


def unfit(agreement: "Agreement", facts: Facts) -> Unfit | None:
    """The first value that contradicts the case's type; None where all fit."""
    kind = agreement.types.get(facts.get("type", ""))
    for fact, fitting in (kind.goes_with if kind else {}).items():
        value = facts.get(fact, "")
        if value and value not in fitting:
            return Unfit(fact, value, facts.get("type", ""), fitting)
    return None
