"""Which target cells a case can reach, and which facts no cell answers.

A cell that earlier ones cover wholly can never match; what no cell covers has no target.
"""

from collections.abc import Iterable, Mapping, Sequence

from acuerdo.core.agreements.book import Book
from acuerdo.core.agreements.boxes import Box, Where, left_of, meet
from acuerdo.core.agreements.targets import Cell, TargetTable
from acuerdo.core.clocks import ClockRule, Kind

#: A fact that a case does not have.
ABSENT = ""


def refuse_unreachable(book: Book, tables: Sequence[TargetTable], facts: Mapping[str, Sequence[str]]) -> None:
    """Find fault with each cell that earlier tables, or rows, already answer."""
    before: dict[str, list[Cell]] = {}
    for cell in (cell for table in tables for cell in table.cells):
        earlier = before.setdefault(cell.clock, [])
        names = {name for each in [*earlier, cell] for name in each.where}
        if not left_of(_box(cell.where, names, facts), [each.where for each in earlier]):
            first = next(each for each in earlier if meet(_box(cell.where, names, facts), each.where))
            book.fault(cell.path, "never_reached", clock=cell.clock, line=book.line(first.path))
        earlier.append(cell)


def warn_of_gaps(book: Book, tables: Sequence[TargetTable], rules: Iterable[ClockRule], facts: Mapping[str, Sequence[str]]) -> None:
    """Warn for each clock, listing the facts that get no target."""
    for rule in rules:
        cells = [cell for table in tables for cell in table.cells if cell.clock == rule.id]
        path = ("clocks", rule.id)
        if not cells:
            book.warn(path, "no_target_at_all", clock=rule.id)
        elif rule.kind is Kind.PROMISE:
            names = {name for cell in cells for name in cell.where}
            whole = {name: frozenset(facts[name]) for name in names}
            gaps = "; ".join(_spelled(box, whole) for box in left_of(whole, [cell.where for cell in cells]))
            if gaps:
                book.warn(path, "no_target", clock=rule.id, gaps=gaps)


def _box(where: Where, names: Iterable[str], facts: Mapping[str, Sequence[str]]) -> Box:
    """Give the cell's facts, with every value, and none, for the fields it does not ask about."""
    return {name: where.get(name) or frozenset({*facts[name], ABSENT}) for name in names}


def _spelled(box: Box, whole: Box) -> str:
    """`type: consulta, acceso`; a field left whole is not said."""
    said = [f"{name}: {', '.join(sorted(values))}" for name, values in sorted(box.items()) if values != whole[name]]
    return " · ".join(said) or "–"
