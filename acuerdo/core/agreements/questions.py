"""What a careful reader of the manual would ask about; warnings, for nothing is wrong."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from acuerdo.core.agreements.book import Book
from acuerdo.core.agreements.targets import Cell, TargetTable
from acuerdo.core.agreements.values import Plan
from acuerdo.core.clocks import Target


def warn_of_dearer_and_slower(book: Book, tables: Sequence[TargetTable], plans: Mapping[str, Plan]) -> None:
    """Warn where a plan promises more of the same unit than the one before it in the file, the cheaper (PRO-A7)."""
    cells = [cell for table in tables for cell in table.cells if "plan" in cell.where and cell.target]
    for cheaper, dearer in pairwise(plans):
        for cell in cells:
            if dearer in cell.where["plan"]:
                _compare(book, cell, [each for each in cells if cheaper in each.where["plan"]], cheaper, dearer)


def _compare(book: Book, cell: Cell, others: Sequence[Cell], cheaper: str, dearer: str) -> None:
    for other in others:
        alike = cell.clock == other.clock and _but_plan(cell) == _but_plan(other)
        if alike and cell is not other and cell.target and other.target and _more(cell.target, other.target):
            book.warn(
                cell.path,
                "dearer_slower",
                plan=dearer,
                slow=cell.printed,
                clock=cell.clock,
                cheaper=cheaper,
                fast=other.printed,
            )


def _but_plan(cell: Cell) -> dict[str, frozenset[str]]:
    return {name: values for name, values in cell.where.items() if name != "plan"}


def _more(one: Target, other: Target) -> bool:
    return one.unit is other.unit and one.amount > other.amount
