"""Classifying, assigning, raising, waiting, closing and matching, as people do it from the page of a case."""

from datetime import timedelta

import pytest
from django.utils import timezone

from acuerdo.customers.actions.meet import meet
from acuerdo.events.models import Event
from acuerdo.tickets.tests.verbs import again, post

pytestmark = pytest.mark.django_db


def happened(case, kind) -> int:
    return Event.objects.filter(subject_kind="ticket", subject_id=case.pk, kind=f"ticket.{kind}").count()


def test_classifying_changes_the_promise(signed_in, case):
    post(signed_in, "classification", case, **{"fact-priority": "critico", "fact-product": "falcon-cloud"})

    assert again(case).facts["priority"] == "critico"
    assert case.clocks.get(clock="first_response").printed == "< 2 horas"


def test_facts_that_the_form_did_not_bring_stay(signed_in, case):
    post(signed_in, "classification", case, **{"fact-product": "falcon-cloud"})

    assert again(case).facts["priority"] == "medio"


def test_the_same_classification_again_changes_nothing(signed_in, case):
    for _twice in range(2):
        post(signed_in, "classification", case, **{"fact-priority": "alto"})

    assert happened(case, "classified") == 1


def test_a_value_that_the_manual_does_not_know_is_refused(signed_in, case):
    assert post(signed_in, "classification", case, **{"fact-priority": "urgentísimo"}).status_code == 422


def test_taking_a_case_puts_it_in_attention(signed_in, case, agent):
    post(signed_in, "assignment", case, to=agent.pk)

    assert (again(case).assignee, again(case).status) == (agent, "in_progress")


def test_taking_it_twice_is_once(signed_in, case, agent):
    for _twice in range(2):
        post(signed_in, "assignment", case, to=agent.pk)

    assert happened(case, "assigned") == 1


@pytest.mark.parametrize("role", ["auditor", "customer"])
def test_a_case_is_not_given_to_those_who_do_not_work_on_cases(signed_in, case, person_of, role):
    assert post(signed_in, "assignment", case, to=person_of(role).pk).status_code == 422
    assert again(case).assignee is None


def test_raising_needs_a_reason_and_the_level_stays_chosen(signed_in, case):
    refused = post(signed_in, "level", case, level="tercer-nivel", reason=" ")

    assert refused.status_code == 422
    assert '<option value="tercer-nivel" selected>' in refused.text
    assert again(case).level == "primer-nivel"


def test_a_level_that_the_ladder_does_not_reach_is_refused(signed_in, case):
    post(signed_in, "level", case, level="tercer-nivel", reason="Base de datos")

    assert post(signed_in, "level", case, level="segundo-nivel", reason="Abajo").status_code == 422


def test_a_status_that_this_manual_does_not_use_is_not_offered(signed_in, case):
    assert post(signed_in, "status", case, to="waiting_provider").status_code == 422


def test_closing_needs_one_of_the_manuals_reasons_and_a_sentence(signed_in, case, agent):
    post(signed_in, "assignment", case, to=agent.pk)

    assert post(signed_in, "closure", case, closed_as="informada", reason="").status_code == 422
    assert post(signed_in, "closure", case, closed_as="porque-sí", reason="Sí").status_code == 422
    assert post(signed_in, "closure", case, closed_as="informada", reason="Se le informó").status_code == 303
    assert again(case).closed_as == "informada"


def test_a_case_that_has_ended_does_not_end_again(signed_in, case):
    post(signed_in, "closure", case, closed_as="anular", reason="Repetido")

    assert post(signed_in, "closure", case, closed_as="anular", reason="Repetido").status_code == 422
    assert happened(case, "cancelled") == 1


def test_a_case_from_nobody_known_gets_its_clocks_from_its_opening(signed_in, open_case, clinic):
    stranger = meet(email="jorge@almacenes-luma.example", name="Jorge", organisation=None)
    opened_at = timezone.now() - timedelta(hours=3)
    case = open_case(contact=stranger, at=opened_at)

    post(signed_in, "customer", case, organisation="clínica santa aurelia")

    assert again(case).organisation == clinic
    assert case.clocks.get(clock="resolution").started_at == opened_at.replace(microsecond=0)


def test_a_customer_whom_nobody_knows_is_refused_with_those_of_like_names(signed_in, case):
    refused = post(signed_in, "customer", case, organisation="Santa Aur")

    assert refused.status_code == 422
    assert refused.context["form"].refusal == "No hay un cliente con ese nombre. Clínica Santa Aurelia"
