"""DIG-T1 and DIG-T2, cell by cell, and the closing rule, against the printed document."""

import pytest

from acuerdo.core.agreements.tests.shipped import manual

LEVELS = {
    "DIG-T1.1": ("p1", "P1 - Crítica", "Caída del sistema"),
    "DIG-T1.2": ("p2", "P2 - Alta", "Suspensión crítica del sistema"),
    "DIG-T1.3": ("p3", "P3 - Media", "Falla de una sola función"),
    "DIG-T1.4": ("p4", "P4 - Baja", "Tema de procedimiento menor"),
}
#: DIG-T2: urgency (row) by impact (column), in business hours.
MATRIX = {
    ("alta", "alta"): (8, "DIG-T2.1"),
    ("alta", "media"): (16, "DIG-T2.1"),
    ("alta", "baja"): (32, "DIG-T2.1"),
    ("media", "alta"): (16, "DIG-T2.2"),
    ("media", "media"): (32, "DIG-T2.2"),
    ("media", "baja"): (64, "DIG-T2.2"),
    ("baja", "alta"): (32, "DIG-T2.3"),
    ("baja", "media"): (64, "DIG-T2.3"),
    ("baja", "baja"): (96, "DIG-T2.3"),
}


@pytest.mark.parametrize("source", LEVELS)
def test_a_priority_level_reads_as_printed(source) -> None:
    level, label, criterion = LEVELS[source]
    value = manual("digitalware").fields["priority"].values[level]

    assert (value.label, value.criterion.removesuffix("."), value.source) == (label, criterion, source)
    assert value.example


@pytest.mark.parametrize("cell", MATRIX, ids=[f"urgencia {row}, impacto {column}" for row, column in MATRIX])
@pytest.mark.parametrize("plan", ["saas", "on-premise"])
@pytest.mark.parametrize("kind", ["incidente", "consulta", "acceso"])
def test_a_cell_of_the_matrix_is_what_its_cases_get(cell, plan, kind) -> None:
    hours, source = MATRIX[cell]

    promise = manual("digitalware").terms().promise("attention", {"plan": plan, "type": kind, "urgency": cell[0], "impact": cell[1]})

    assert (str(promise.target), promise.printed, promise.source) == (f"{hours} business hours", f"{hours} horas", source)
    assert promise.calendar.id == "mesa"


def test_the_label_of_a_level_other_than_p1_never_changes_the_hours() -> None:
    terms = manual("digitalware").terms()
    facts = {"plan": "saas", "type": "incidente", "urgency": "baja", "impact": "baja"}

    assert {str(terms.promise("attention", {**facts, "priority": level}).target) for level in ("p2", "p3", "p4")} == {"96 business hours"}


def test_p1_has_the_restoration_and_not_the_matrix() -> None:
    terms = manual("digitalware").terms()
    facts = {"type": "incidente", "priority": "p1", "urgency": "alta", "impact": "alta"}

    saas, own = (terms.promise("restoration", {**facts, "plan": plan}) for plan in ("saas", "on-premise"))

    assert (str(saas.target), saas.calendar.id) == ("4 hours", "continuo")
    assert (str(own.target), own.calendar.id) == ("4 business hours", "mesa")
    assert terms.promise("attention", {**facts, "plan": "saas"}) is None


@pytest.mark.parametrize("kind", ["requerimiento", "pqrsf"])
def test_what_the_document_gives_no_time_gets_none(kind) -> None:
    facts = {"plan": "saas", "type": kind, "urgency": "alta", "impact": "alta"}

    assert manual("digitalware").terms().promise("attention", facts) is None


def test_silence_closes_after_five_business_days_and_counts_as_expired() -> None:
    agreement = manual("digitalware")

    assert agreement.closure.auto_close == "auto_close"
    assert str(agreement.terms().promise("auto_close", {}).target) == "5 business days"
    assert agreement.closure.silence_counts_as == "Cerrado por vencimiento"
    assert agreement.closure.reopen_within is None


def test_products_have_the_team_and_the_key_of_the_telephone_menu() -> None:
    products = manual("digitalware").products.values()

    assert {product.label: (product.team, product.phone_option) for product in products} == {
        "KACTUS": ("Soporte KACTUS", 2),
        "SEVEN": ("Soporte SEVEN", 3),
        "HOSVITAL": ("Soporte HOSVITAL", 4),
        "BPM": ("Soporte BPM", 5),
    }


def test_the_customer_s_levels_and_the_provider_s_are_two_ladders() -> None:
    agreement = manual("digitalware")

    assert (agreement.ladder.id, agreement.ladder.start) == ("proveedor", "n1")
    assert agreement.levels["cliente"].side == "customer"
    assert list(agreement.ladder.steps) == list(agreement.levels["cliente"].steps) == ["n0", "n1", "n2", "n3"]
