"""PRO-T1 and PRO-T2, cell by cell, against the printed document."""

import pytest

from acuerdo.core.agreements.tests.shipped import manual

PREMIUM = ("premium-por-demanda", "premium-plus")
BOTH, MAIL = ("email", "telefono"), ("email",)

#: PRO-T2, row by row: plans, level, channels, first response and solution as printed, and as executed.
ROWS = {
    "PRO-T2.1": (("innovador",), "critico", MAIL, "< 2 horas", "< 8 horas", "< 2 business hours", "< 8 business hours"),
    "PRO-T2.2": (("innovador",), "alto", MAIL, "< 8 horas", "< 3 días hábiles", "< 8 business hours", "< 3 business days"),
    "PRO-T2.3": (("innovador",), "medio", MAIL, "< 3 días hábiles", "5 días hábiles", "< 3 business days", "5 business days"),
    "PRO-T2.4": (("innovador",), "bajo", MAIL, "< 5 días hábiles", "8 días hábiles", "< 5 business days", "8 business days"),
    "PRO-T2.5": (("emprendedor",), "critico", BOTH, "< 2 horas", "< 4 horas", "< 2 business hours", "< 4 business hours"),
    "PRO-T2.6": (("emprendedor",), "alto", BOTH, "< 4 horas", "< 2 días hábiles", "< 4 business hours", "< 2 business days"),
    "PRO-T2.7": (("emprendedor",), "medio", MAIL, "< 2 día hábil", "4 días hábiles", "< 2 business days", "4 business days"),
    "PRO-T2.8": (("emprendedor",), "bajo", MAIL, "< 3 días hábiles", "6 días hábiles", "< 3 business days", "6 business days"),
    "PRO-T2.9": (("empresarial",), "critico", BOTH, "< 2 horas", "< 6 horas", "< 2 business hours", "< 6 business hours"),
    "PRO-T2.10": (("empresarial",), "alto", BOTH, "< 6 horas", "< 2 días hábiles", "< 6 business hours", "< 2 business days"),
    "PRO-T2.11": (("empresarial",), "medio", MAIL, "< 1 día hábil", "3 días hábiles", "< 1 business day", "3 business days"),
    "PRO-T2.12": (("empresarial",), "bajo", MAIL, "< 2 días hábiles", "4 días hábiles", "< 2 business days", "4 business days"),
    "PRO-T2.13": (PREMIUM, "critico", BOTH, "< 1 hora", "< 4 horas", "< 1 hour", "< 4 hours"),
    "PRO-T2.14": (PREMIUM, "alto", BOTH, "< 4 horas", "< 2 día", "< 4 hours", "< 2 days"),
    "PRO-T2.15": (PREMIUM, "medio", BOTH, "< 8 horas", "< 3 días", "< 8 hours", "< 3 days"),
    "PRO-T2.16": (PREMIUM, "bajo", BOTH, "< 24 horas", "< 3 días", "< 24 hours", "< 3 days"),
}


@pytest.mark.parametrize("row", ROWS)
def test_a_row_of_the_printed_table_is_what_its_cases_get(row) -> None:
    plans, level, _, response, solution, response_runs, solution_runs = ROWS[row]
    terms = manual("proware").terms()

    for plan in plans:
        facts = {"plan": plan, "priority": level, "type": "incidente"}
        first, last = terms.promise("first_response", facts), terms.promise("resolution", facts)
        assert (first.source, first.printed, str(first.target), first.estimated) == (row, response, response_runs, False)
        assert (last.source, last.printed, str(last.target), last.estimated) == (row, solution, solution_runs, True)


@pytest.mark.parametrize("row", ROWS)
def test_a_row_of_the_printed_table_admits_its_channels(row) -> None:
    plans, level, channels, *_ = ROWS[row]
    table = next(table for table in manual("proware").targets if table.where["plan"] == set(plans))

    assert table.channels.get(level, table.channels.get("")) == channels


def test_the_printed_table_has_no_other_rows() -> None:
    sources = {cell.source for table in manual("proware").targets for cell in table.cells}

    assert sources == set(ROWS)


@pytest.mark.parametrize(
    ("plan", "calendar", "availability", "mode"),
    [
        ("innovador", "oficina", "98", "5x8x8"),
        ("emprendedor", "oficina", "99", "5x8x8"),
        ("empresarial", "empresarial", "99.5", "6x9x8"),
        ("premium-por-demanda", "continuo", "99.5", "7x24"),
        ("premium-plus", "continuo", "99.5", "7x24"),
    ],
)
def test_a_plan_has_the_hours_availability_and_mode_of_the_plan_table(plan, calendar, availability, mode) -> None:
    agreed = manual("proware").plans[plan]

    assert agreed.calendar == calendar
    assert float(agreed.availability) == float(availability)
    assert agreed.printed["disponibilidad"] == availability
    assert agreed.printed["modalidad"] == mode
    assert len(agreed.printed) == 12


def test_every_ambiguity_that_moves_a_clock_is_noted_where_it_is_decided() -> None:
    agreement = manual("proware")
    notes = " ".join(table.note for table in agreement.targets)

    for reading in ("PRO-A3", "PRO-A4", "PRO-A5", "PRO-A6", "PRO-A7", "PRO-A8"):
        assert reading in notes


def test_the_dearer_plan_that_is_slower_and_the_chat_that_opens_before_it_are_asked_about_and_run_as_written() -> None:
    codes = [warning.code for warning in manual("proware").warnings]

    assert codes == ["hours_outside", "dearer_slower", "dearer_slower"]


def test_the_survey_has_the_three_faces_of_the_document() -> None:
    assert [face.label for face in manual("proware").survey.faces.values()] == ["Bueno", "Aceptable", "Malo"]
