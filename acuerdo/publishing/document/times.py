"""The tables of promised times, as printed, with what is carried out beside."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from django.utils.translation import gettext as _

from acuerdo.core.agreements import Cell as Promised
from acuerdo.core.agreements import TargetTable
from acuerdo.publishing.document.blocks import Block, Cell, Grid, Row
from acuerdo.publishing.document.leaf import Leaf, noted

CATALOGUE = "catalogue"


def targets(leaf: Leaf, clock: str = "") -> Iterator[Block]:
    """Every table, or those of one clock, that does not stand in the document yet; the catalogue's is a chapter of its own."""
    wanted = [
        (place, table)
        for place, table in enumerate(leaf.agreement.targets)
        if place not in leaf.shown and table.rows != CATALOGUE and (not clock or clock in table.clocks)
    ]
    leaf.shown.update(place for place, _table in wanted)
    for alone, tables in groupby((table for _place, table in wanted), key=lambda table: not table.rows):
        if alone:
            yield singles(leaf, list(tables))
        else:
            yield from (table_of(leaf, table) for table in tables)


def table_of(leaf: Leaf, table: TargetTable) -> Grid:
    """A table over a field: its columns are clocks, or the values of a second field."""
    agreement = leaf.agreement
    across = table.across if table.columns else table.clocks
    cells = {(next(iter(cell.where[table.rows])), column_of(table, cell)): cell for cell in table.cells}
    values = list(dict.fromkeys(row for row, _column in cells))
    ways = any(table.channels.values())
    field = agreement.fields.get(table.rows)
    corner = field.label if field else _("Caso")
    if table.columns:
        corner = _("%(rows)s (filas) e %(columns)s (columnas)") % {"rows": corner, "columns": agreement.fields[table.columns].label.lower()}
    heads = [corner, *([_("Canal")] if ways else [])]
    heads += [agreement.label(table.columns, name) if table.columns else agreement.clocks[name].label for name in across]
    rows = []
    for value in values:
        line = [cells.get((value, column)) for column in across]
        clause = next((cell.source for cell in line if cell), "")
        channels = [Cell(leaf.channels(table.channels.get(value, table.channels.get("", ()))))] if ways else []
        times = [leaf.time(cell.target, cell.printed) if cell else Cell("–") for cell in line]
        rows.append(Row(printed_name(leaf, table.rows, value), (*channels, *times), clause, leaf.anchor(clause, time=True)))
    label = table.printed_label or leaf.where(table.where)
    return Grid(tuple(heads), tuple(rows), label, "targets", noted([("", table.note)]), table.source, leaf.anchor(table.source))


def column_of(table: TargetTable, cell: Promised) -> str:
    """The column that a cell stands in: a value of the second field, or a clock."""
    return next(iter(cell.where[table.columns])) if table.columns else cell.clock


def printed_name(leaf: Leaf, field: str, value: str) -> str:
    """A value's name as the document writes it."""
    named = leaf.agreement.fields.get(field)
    return (named.values[value].printed if named else "") or leaf.agreement.label(field, value)


def singles(leaf: Leaf, tables: Sequence[TargetTable]) -> Grid:
    """Rules of one time each, together in one table."""
    rows = []
    for table in tables:
        cell = table.cells[0]
        name = table.printed_label or leaf.where(table.where) or leaf.agreement.clocks[cell.clock].label
        words = (Cell(leaf.agreement.clocks[cell.clock].label), leaf.time(cell.target, cell.printed))
        rows.append(Row(name, words, cell.source, leaf.anchor(cell.source, time=True)))
    notes = noted((table.printed_label, table.note) for table in tables)
    return Grid((_("Caso"), _("Qué se cuenta"), _("Plazo")), tuple(rows), look="plain", notes=notes)


def catalogue(leaf: Leaf) -> Iterator[Block]:
    """What can be requested: how complex it is, what it needs, and its time."""
    agreement = leaf.agreement
    if not agreement.catalogue:
        return
    tables = [table for table in agreement.targets if table.rows == CATALOGUE]
    quote = {"yes": _("Sí"), "no": _("No"), "by contract": _("Depende del contrato")}
    rows = []
    for item in agreement.catalogue.values():
        cells = (
            Cell(item.complexity),
            Cell(item.cells.get("committee", "") or (_("Sí") if item.committee else _("No"))),
            Cell(item.cells.get("quote", "") or quote[item.quote]),
            leaf.time(item.promise, item.printed),
        )
        rows.append(Row(item.cells.get("label", item.label), cells, item.source, leaf.anchor(item.source, time=True)))
    notes = noted(
        [*(("", table.note) for table in tables), *((item.label, item.remarks or item.note) for item in agreement.catalogue.values())]
    )
    clause = tables[0].source if tables else ""
    heads = (_("Solicitud"), _("Complejidad"), _("Comité"), _("Cotización"), _("Plazo"))
    yield Grid(heads, tuple(rows), tables[0].printed_label if tables else "", "plain", notes, clause, leaf.anchor(clause))
