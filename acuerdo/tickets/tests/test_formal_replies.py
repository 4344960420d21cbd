"""A diagnosis and a formal reply are sent whole or not at all, and move their clocks (INT-108, INT-112, INT-A3, DIG-A2)."""

from datetime import date, timedelta

import pytest

from acuerdo.tickets.actions.answer import NeedsItsPoints, answer
from acuerdo.tickets.actions.reply import NoSuchReply, Points, reply_formally
from acuerdo.tickets.queries import folded
from acuerdo.tickets.tests.other_manuals import FRIDAY, govern_by

pytestmark = pytest.mark.django_db

DIAGNOSIS = Points(
    reply="diagnostico", said={"consecutivo": "1", "diagnostico": "Falla del informe", "clasificacion": "Defecto, Medio"}, days={}
)
DEFECT = Points(
    reply="respuesta-defecto",
    said={"defecto": "Es un defecto del informe", "tiempo": "Diez días", "recursos": "Ninguno", "criticidad": "Medio"},
    days={"fecha": date(2026, 12, 4)},
)


@pytest.fixture
def case(open_case, clinic):
    govern_by("interwapp")
    clinic.contracts.update(plan="habil")
    return open_case(at=FRIDAY)


def stopped(case, at):
    return {clock.id: clock.stopped_at for clock in folded(case, at)}


def test_the_diagnosis_stops_its_clock_and_starts_the_reply(case, by):
    at = FRIDAY + timedelta(hours=1)

    message = reply_formally(case.pk, [DIAGNOSIS], by=by, at=at)

    assert stopped(case, at) == {"diagnosis": at, "formal_response": None}
    assert message.evidence["diagnostico"] == "Falla del informe"


@pytest.mark.parametrize("point", ["defecto", "tiempo", "recursos", "criticidad", "fecha"])
def test_each_of_the_five_points_is_needed(case, by, point):  # INT-108
    whole = {**DEFECT.said}
    whole.pop(point, None)
    lacking = Points(reply=DEFECT.reply, said=whole, days={} if point == "fecha" else DEFECT.days)

    with pytest.raises(NeedsItsPoints):
        reply_formally(case.pk, [lacking], by=by, at=FRIDAY)

    assert not case.messages.filter(kind="answer").exists()


def test_both_at_once_stop_both_clocks_and_the_date_is_promised(case, by):  # INT-A3
    at = FRIDAY + timedelta(hours=1)

    reply_formally(case.pk, [DIAGNOSIS, DEFECT], by=by, at=at)

    assert stopped(case, at) == {"diagnosis": at, "formal_response": at, "delivery": None}


def test_a_milestone_with_points_is_not_reached_by_a_mere_answer(case, by):
    with pytest.raises(NeedsItsPoints):
        answer(case.pk, "Es un defecto", by=by, at=FRIDAY, milestones=["formal_reply"])


def test_the_reply_for_an_improvement_is_not_for_a_defect(case, by):
    with pytest.raises(NoSuchReply):
        reply_formally(case.pk, [Points(reply="respuesta-mejora", said={}, days={})], by=by, at=FRIDAY)


def test_attention_of_digital_ware_stops_with_diagnosis_and_committed_date(open_case, by):  # DIG-A2
    govern_by("digitalware")
    case = open_case(at=FRIDAY)
    said = {"diagnostico": "Índice dañado", "plan": "Reconstruirlo"}
    at = FRIDAY + timedelta(hours=2)

    reply_formally(case.pk, [Points(reply="diagnostico", said=said, days={"fecha": date(2026, 11, 25)})], by=by, at=at)

    assert stopped(case, at)["attention"] == at
    assert stopped(case, at)["committed_solution"] is None
