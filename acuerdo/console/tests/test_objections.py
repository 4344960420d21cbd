"""What a customer objects stands before all else beside the case until it is answered, and the line of time says what was decided."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from acuerdo.events.events import Actor
from acuerdo.tickets.actions.accord import answer_accord, propose_accord
from acuerdo.tickets.actions.objection import answer_objection, object_to
from acuerdo.tickets.tests.desks import Story

HOUR = timedelta(hours=1)


@pytest.fixture
def now():
    return timezone.now() - timedelta(days=1)


@pytest.fixture
def sgm(desk, now):
    return Story("sgm")


@pytest.fixture
def diana(sgm):
    return Actor("contact", sgm.contact.pk, sgm.contact.name)


def page(client, sgm, case) -> str:
    client.force_login(sgm.agent, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client.get(reverse("console:case", args=[case.number])).text


def test_an_objection_stands_first_with_its_answer_and_goes_to_the_end_when_answered(client, sgm, now, diana):
    case = sgm.case(now)
    objection = object_to(case.pk, "time", "Escribí el lunes", contact=sgm.contact, by=diana, at=now + HOUR)

    waits = page(client, sgm, case)
    assert waits.index("Escribí el lunes") < waits.index('data-folds="datos"')
    assert reverse("tickets:objection", args=[case.number]) in waits

    answer_objection(objection.pk, "Así es.", upheld=True, by=sgm.by, at=now + 2 * HOUR)
    over = page(client, sgm, case)
    assert over.index('data-folds="datos"') < over.index("Escribí el lunes")
    assert reverse("tickets:objection", args=[case.number]) not in over
    assert f"{sgm.agent.name} aceptó la objeción" in over


@pytest.mark.parametrize(("agreed", "words"), [(True, "aceptó cerrar de mutuo acuerdo"), (False, "no aceptó cerrar de mutuo acuerdo")])
def test_what_was_answered_to_a_proposal_is_told(client, sgm, now, diana, agreed, words):
    case = sgm.case(now)
    sgm.solved(case, now + HOUR)
    accord = propose_accord(case.pk, "¿Cerramos?", by=sgm.by, at=now + 2 * HOUR)
    answer_accord(
        accord.pk, agreed=agreed, answer="Sí" if agreed else "Falta", contact=sgm.contact, channel="web", by=diana, at=now + 3 * HOUR
    )

    assert f"{sgm.contact.name} {words}" in page(client, sgm, case)
