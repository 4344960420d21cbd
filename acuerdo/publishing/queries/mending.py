"""What follows from a changed number: worked examples that now come out otherwise, and printed words that still say the old one."""

from collections.abc import Iterator, Mapping

from acuerdo.core.agreements import Agreement, Cell, Fault
from acuerdo.core.agreements.positions import lines_of
from acuerdo.publishing.queries.remark import Remark


def mended_line(fault: Fault, line: str) -> str:
    """The line of an example with the instant that the rules give; "" for another fault, or where the line does not say the old one."""
    if fault.code != "example_differs":
        return ""
    wanted, got = str(fault.facts["wanted"]), str(fault.facts["got"])
    for mark in ("T", " ", "t"):
        old = wanted.replace(" ", mark)
        if line.count(old) == 1:
            return line.replace(old, got.replace(" ", mark))
    return ""


def mended(text: str, remarks: tuple[Remark, ...]) -> str:
    """The text with every line that can be mended so."""
    lines = text.split("\n")
    for remark in remarks:
        if remark.mend:
            lines[remark.line - 1] = remark.mend
    return "\n".join(lines)


def stale_words(old: Agreement, new: Agreement, text: str) -> Iterator[tuple[int, Cell, Cell]]:
    """The cells with another time and the same printed words: the document would promise what is not done. Line, before, now."""
    before: Mapping[object, Cell] = {key_of(cell): cell for table in old.targets for cell in table.cells}
    lines: dict[tuple[str | int, ...], int] = {}
    for cell in (cell for table in new.targets for cell in table.cells):
        was = before.get(key_of(cell))
        if was is None or was.target is None or cell.target is None or was.target == cell.target or was.printed != cell.printed:
            continue
        lines = lines or lines_of(text)
        yield line_of_words(cell, lines), was, cell


def key_of(cell: Cell) -> object:
    """Which clock of which cases."""
    return cell.clock, frozenset(cell.where.items())


def line_of_words(cell: Cell, lines: Mapping[tuple[str | int, ...], int]) -> int:
    """Where the words of a cell are printed: its own, its row's, its table's, else the cell itself."""
    *table, row, column = cell.path if len(cell.path) > 3 else (*cell.path, 0)  # noqa: PLR2004  targets, which, row, column
    for path in ((*table, "printed", row, column), (*table, "printed", row), (*table, "printed"), cell.path):
        if path in lines:
            return lines[path]
    return 1
