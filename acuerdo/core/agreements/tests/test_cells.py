"""Every cell of every table of the five documents, by its ID: what the files print, and what they run, is what the documents say.

`printed.md` holds the documents' tables. A cell that it lacks, or that no file answers, fails here.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from acuerdo.core.agreements import Agreement
from acuerdo.core.agreements.tests.shipped import manual

#: How many rows and cells each table has, counted in the documents; cells that are run count again.
COUNTS = {
    "PRO-T1": (12, 72),
    "PRO-T2": (16, 112),
    "DIG-T1": (4, 12),
    "DIG-T2": (3, 21),
    "SOP-T1": (5, 10),
    "INT-T1": (3, 6),
    "INT-T2": (3, 12),
    "INT-T3": (6, 24),
    "SGM-T1": (4, 16),
    "SGM-T2": (14, 98),
    "SGM-T3": (5, 10),
    "SGM-T4": (44, 170),
    "SGM-T5": (5, 15),
}
QUOTES = {"no": "NO", "yes": "SI", "by contract": "Depende del alcance del contrato"}

Cells = dict[tuple[str, str], str]


@cache
def printed() -> Cells:
    """Read the documents' tables: (row, column) → words."""
    cells: Cells = {}
    header: list[str] = []
    for line in (Path(__file__).parent / "printed.md").read_text(encoding="utf-8").splitlines():
        row = [cell.strip() for cell in line.strip("|").split(" | ")] if line.startswith("| ") else []
        if row[:1] == ["ID"]:
            header = row
        elif row:
            assert len(row) == len(header), line
            cells |= {(row[0], column): words for column, words in zip(header[1:], row[1:], strict=True)}
    return cells


@cache
def filed() -> Cells:
    """Read the same cells from the files."""
    cells: Cells = {}
    for (row, column), words in all_of():
        assert (row, column) not in cells, (row, column)
        cells[row, column] = words
    return cells


def all_of() -> Iterator[tuple[tuple[str, str], str]]:
    yield from plan_table(manual("proware"))
    yield from proware_times(manual("proware"))
    yield from digitalware_tables(manual("digitalware"))
    yield from interwapp_tables(manual("interwapp"))
    yield from sgm_contacts_and_levels(manual("sgm"))
    yield from sgm_catalogue(manual("sgm"))
    yield from sgm_checks(manual("sgm"))
    yield from sgm_times(manual("sgm"))
    for value in manual("soporte").fields["severity"].values.values():
        yield (value.source, "Severidad"), value.printed
        yield (value.source, "Definition"), value.criterion


def plan_table(agreement: Agreement):
    rows = [name for name in agreement.features if name in agreement.plans["innovador"].printed]
    for number, feature in enumerate(rows, 1):
        yield (f"PRO-T1.{number}", "Detalle Plan"), agreement.features[feature]
        for plan in agreement.plans.values():
            yield (f"PRO-T1.{number}", plan.label.removeprefix("Plan ")), plan.printed[feature]


def proware_times(agreement: Agreement):
    columns = {"first_response": "Tiempo de respuesta", "resolution": "Tiempo estimado solución"}
    for table in agreement.targets:
        for cell in table.cells:
            (level,) = cell.where["priority"]
            if cell.clock == "first_response":
                yield (cell.source, "Plan"), table.printed_label
                yield (cell.source, "Nivel"), agreement.fields["priority"].values[level].printed
                ways = table.channels.get(level, table.channels.get("", ()))
                yield (cell.source, "Canal"), " o ".join(agreement.channels[way].printed for way in ways)
            yield (cell.source, columns[cell.clock]), cell.printed
            yield (cell.source, f"→ {columns[cell.clock]}"), str(cell.target)


def digitalware_tables(agreement: Agreement):
    for value in agreement.fields["priority"].values.values():
        yield (value.source, "Nivel de prioridad"), value.printed
        yield (value.source, "Descripción"), value.criterion
        yield (value.source, "Ejemplos"), value.example
    (matrix,) = (table for table in agreement.targets if table.columns)
    for cell in matrix.cells:
        (urgency,), (impact,) = cell.where["urgency"], cell.where["impact"]
        column = agreement.label("impact", impact)
        if column == "Alta":
            yield (cell.source, "Urgencia"), agreement.label("urgency", urgency)
        yield (cell.source, column), cell.printed
        yield (cell.source, f"→ {column}"), str(cell.target)


def interwapp_tables(agreement: Agreement):
    for value in agreement.fields["criticality"].values.values():
        yield (value.source, "Nivel de criticidad"), value.printed
        yield (value.source, "Afectación de la operación del cliente"), value.criterion
    cells = {cell.source: cell for table in agreement.targets for cell in table.cells}
    reply = agreement.replies["diagnostico"]
    for number, (activity, point) in enumerate(zip(reply.activities, reply.points, strict=True), 1):
        row = f"INT-T2.{number}"
        yield (row, "Actividad"), activity
        yield (row, "Entregable"), reply.printed.get(point, reply.points[point])
        yield (row, "Duración"), cells["INT-T2.1"].printed
        yield (row, "→ Duración"), str(cells["INT-T2.1"].target)
    for cell in (cell for source, cell in cells.items() if source.startswith("INT-T3")):
        (kind,), (level,) = cell.where["type"], cell.where["criticality"]
        yield (cell.source, "Tipo de requerimiento"), agreement.label("type", kind)
        yield (cell.source, "Nivel"), agreement.label("criticality", level)
        yield (cell.source, "Tiempo de respuesta"), cell.printed
        yield (cell.source, "→ Tiempo de respuesta"), str(cell.target)


def sgm_contacts_and_levels(agreement: Agreement):
    columns = {"n1": "Primer nivel", "n2": "Segundo nivel", "n3": "Tercer nivel"}
    for contact in agreement.contacts.values():
        yield (contact.source, "Medio"), contact.label
        for step, words in contact.at.items():
            yield (contact.source, columns[step]), words
    for step in agreement.ladder.steps.values():
        level, role = step.label.split(", ")
        yield (step.source, "Escalamiento"), level
        yield (step.source, "Rol"), role


def sgm_catalogue(agreement: Agreement):
    for item in agreement.catalogue.values():
        yield (item.source, "Solicitud"), item.cells.get("label", item.label)
        yield (item.source, "Nivel de complejidad"), item.complexity
        yield (item.source, "Requiere aprobación del comité de cambios"), item.cells.get("committee", "SI" if item.committee else "NO")
        yield (item.source, "Requiere o no cotización"), QUOTES[item.quote]
        yield (item.source, "ANS"), item.printed
        yield (item.source, "Observaciones"), item.remarks or "-"
        yield (item.source, "→ ANS"), str(item.promise)


def sgm_checks(agreement: Agreement):
    table = agreement.common_incidents
    for case in table.cases.values():
        for incident in case.incidents.values():
            for number, check in enumerate(incident.checks, 1):
                row = f"{incident.source}.{number}"
                yield (row, "Caso"), case.label
                yield (row, "Incidente"), incident.label
                yield (row, "Acción"), check.check
                yield (row, "Escalamiento*"), table.owners[check.owner].label
    for footnote in table.footnotes:
        yield (f"SGM-T4.{footnote.split()[0]}", "Nota"), footnote


def sgm_times(agreement: Agreement):
    field = agreement.fields["priority"]
    targets = {next(iter(cell.where["priority"])): cell for table in agreement.targets for cell in table.cells if "priority" in cell.where}
    for value in field.values.values():
        yield (value.source, "Prioridad"), f"{value.label}: {value.criterion}"
        yield (value.source, "Tiempo de respuesta"), targets[value.id].printed
        yield (value.source, "→ Tiempo de respuesta"), str(targets[value.id].target)


@pytest.mark.parametrize("table", COUNTS)
def test_a_table_of_the_documents_is_here_with_all_its_rows_and_cells(table) -> None:
    cells = [row for row, _ in printed() if re.match(rf"{table}\.", row)]

    assert (len(set(cells)), len(cells)) == COUNTS[table]


def test_there_is_no_other_table_and_no_cell_that_only_one_side_knows() -> None:
    assert {row.rpartition(".")[0] if row.count(".") == 1 else row.split(".")[0] for row, _ in printed()} == set(COUNTS)
    assert set(filed()) == set(printed())


@pytest.mark.parametrize(("row", "column"), printed(), ids=lambda part: part)
def test_a_cell_reads_and_runs_as_the_document_says(row, column) -> None:
    assert filed()[row, column] == printed()[row, column]


#: The rows of PRO-T1 that grant something, and the channel or the feature that grants it.
GRANTS = {
    "horario-extendido": "horario-extendido",
    "reportes-mensuales": "reportes-mensuales",
    "atencion-web": "web",
    "atencion-email": "email",
    "chat": "chat",
    "telefono": "telefono",
    "comunidad": "comunidad",
    "escalamiento": "escalamiento",
}


@pytest.mark.parametrize("row", GRANTS)
@pytest.mark.parametrize("plan", ["innovador", "emprendedor", "empresarial", "premium-por-demanda", "premium-plus"])
def test_a_plan_grants_what_its_table_prints_and_nothing_else(plan, row) -> None:
    agreed = manual("proware").plans[plan]

    assert (GRANTS[row] in {*agreed.channels, *agreed.includes}) is (agreed.printed[row].lower() != "no disponible")
