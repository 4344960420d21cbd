"""What each type demands, in which cases, and where each point stands."""

import pytest

from acuerdo.core.agreements import MISSING, PRESENT, WAIVED, Given, needs_of, owed, points, reasons_of
from acuerdo.core.agreements.tests.shipped import NAMES, manual

DIG = manual("digitalware")
INCIDENT = DIG.types["incidente"]


def ids(kind, facts):
    return [need.id for need in needs_of(kind, facts)]


def test_an_incident_on_premise_owes_the_five_items_the_replica_the_vpn_and_the_update_dig_013_to_022() -> None:
    assert ids(INCIDENT, {"plan": "on-premise", "priority": "p3"}) == [
        "contacto",
        "programa",
        "version",
        "descripcion",
        "evidencias",
        "esperado",
        "replica",
        "vpn",
        "actualizacion",
    ]


def test_a_fallen_system_owes_no_replica_no_vpn_and_no_update_dig_a12_dig_a13() -> None:
    assert {"replica", "vpn", "actualizacion"}.isdisjoint(ids(INCIDENT, {"plan": "on-premise", "priority": "p1"}))
    assert reasons_of(INCIDENT, {"plan": "on-premise", "priority": "p1"}) == {}


def test_what_saas_reports_of_its_infrastructure_is_not_replicated_dig_041() -> None:
    assert "replica" in ids(INCIDENT, {"plan": "saas"})
    assert "replica" not in ids(INCIDENT, {"plan": "saas", "topic": "servidor"})


def test_the_replica_has_data_steps_and_conditions_dig_022() -> None:
    assert list(INCIDENT.asks["replica"].parts) == ["datos", "pasos", "condiciones"]


def test_what_is_seen_by_itself_is_there_and_the_rest_is_missing_until_somebody_decides() -> None:
    facts = {"plan": "on-premise", "priority": "p3"}
    decided = {"replica": {"state": WAIVED, "reason": "Se ve en producción", "by": "Ana", "at": "2026-11-21T10:00:00Z"}}

    found = {point.need.id: point for point in points(INCIDENT, facts, decided, Given(text=True, contact=True))}

    assert found["descripcion"].state == found["contacto"].state == PRESENT
    assert found["version"].state == MISSING
    assert (found["replica"].state, found["replica"].by, found["replica"].reason) == (WAIVED, "Ana", "Se ve en producción")


def test_a_point_that_may_be_left_out_is_not_owed_int_116() -> None:
    defect = manual("interwapp").types["defecto"]

    assert [point.need.id for point in owed(points(defect, {}, {}, Given()))] == ["descripcion"]


def test_the_affected_service_is_the_product_sop_012() -> None:
    incident = manual("soporte").types["incidente"]

    assert [point.need.id for point in owed(points(incident, {}, {}, Given(text=True, product=True)))] == ["evidencias"]


@pytest.mark.parametrize("name", NAMES)
def test_every_type_that_a_customer_may_choose_is_said_as_they_would_and_asks_what_happened(name) -> None:
    for kind in manual(name).types.values():
        if kind.customers:
            assert kind.plain
            assert "description" in {need.ask.kind for need in needs_of(kind, {})}


def test_a_type_unknown_owes_nothing() -> None:
    assert needs_of(None, {}) == ()
    assert reasons_of(None, {}) == {}
