"""Facts that follow from other facts."""

import pytest

from acuerdo.core.agreements import by_matrix, concerns, settle, unfit
from acuerdo.core.agreements.tests.shipped import manual

DIG, SOP = manual("digitalware"), manual("soporte")
LABELS = {
    ("alta", "alta"): "p2",
    ("alta", "media"): "p2",
    ("alta", "baja"): "p3",
    ("media", "alta"): "p2",
    ("media", "media"): "p3",
    ("media", "baja"): "p4",
    ("baja", "alta"): "p3",
    ("baja", "media"): "p4",
    ("baja", "baja"): "p4",
}


@pytest.mark.parametrize(("cell", "label"), LABELS.items())
def test_impact_and_urgency_give_the_priority_dig_a3(cell, label) -> None:
    assert by_matrix(DIG, {"urgency": cell[0], "impact": cell[1]})["priority"] == label


def test_a_fallen_system_stays_p1_whatever_the_matrix_says_dig_a3() -> None:
    assert by_matrix(DIG, {"urgency": "baja", "impact": "baja", "priority": "p1"})["priority"] == "p1"


def test_without_one_of_the_two_nothing_is_read_off() -> None:
    assert by_matrix(DIG, {"urgency": "alta"}) == {"urgency": "alta"}


def test_a_request_is_severity_five_and_an_incident_is_not_sop_a6() -> None:
    provisional = dict(SOP.intake.facts)

    assert settle(SOP, provisional, {"type": "solicitud"})["severity"] == "s5"
    assert settle(SOP, provisional, {"type": "incidente"})["severity"] == "s3"
    assert unfit(SOP, {"type": "solicitud", "severity": "s2"}).fitting == ("s5",)
    assert unfit(SOP, {"type": "incidente", "severity": "s5"}).fitting == ("s1", "s2", "s3", "s4")
    assert unfit(SOP, {"type": "incidente", "severity": "s1"}) is None


def test_a_severity_said_that_its_type_does_not_admit_is_not_kept_sop_a6() -> None:
    assert settle(SOP, dict(SOP.intake.facts), {"type": "incidente", "severity": "s5"})["severity"] == "s3"


def test_a_complaint_has_neither_impact_nor_priority_dig_a17() -> None:
    settled = settle(DIG, dict(DIG.intake.facts), {"type": "pqrsf", "pqrsf": "queja"})

    assert settled == {"type": "pqrsf", "pqrsf": "queja"}


def test_what_is_asked_of_other_cases_only_is_no_question_here() -> None:
    assert not concerns(DIG, "pqrsf", {"type": "incidente"})
    assert concerns(DIG, "pqrsf", {"type": "pqrsf"})
    assert concerns(DIG, "priority", {"type": "incidente"})
    assert concerns(DIG, "topic", {"type": "incidente", "topic": "servidor"}), "what is said is shown"
