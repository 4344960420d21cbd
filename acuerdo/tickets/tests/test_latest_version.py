"""The version that a customer reports, held against the product's latest; and what comes before production (DIG-021, DIG-025, DIG-065)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from acuerdo.customers.models import Contract, Product
from acuerdo.tickets.actions.check_information import check_information
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import Older, older_version
from acuerdo.tickets.tests.desks import Story
from acuerdo.tickets.tests.reacting import react_all
from acuerdo.tickets.tests.verbs import again, post

pytestmark = pytest.mark.django_db
NEWER = "Dice tener la versión 26.3; la última publicada de KACTUS es la 26.4."


@pytest.fixture
def story(desk, client):
    told = Story("digitalware", "on-premise")
    client.force_login(told.agent)
    return told


@pytest.fixture
def case(story):
    """An incident of KACTUS, whose customer says that all is up to date and has an older version."""
    Product.objects.update_or_create(slug="kactus", defaults={"name": "KACTUS", "version": "26.4"})
    ticket = story.case(timezone.now() - timedelta(hours=1), type="incidente", product="kactus")
    states, said = {"version": "present", "actualizacion": "present"}, {"version": "26.3", "actualizacion": "si"}
    return check_information(ticket.pk, states, said=said, reason="", by=story.by, at=timezone.now())


def page(client, name, case):
    return client.get(reverse(name, args=[case.number])).content.decode()


def test_the_agent_sees_that_a_newer_version_is_published_and_it_is_ticked_as_a_reason_to_give_the_case_back_dig_065(client, story, case):
    assert older_version(again(case), story.agreement) == {"actualizacion": Older("26.3", "26.4", "KACTUS")}
    assert NEWER in page(client, "console:case", case)
    assert NEWER in page(client, "tickets:information", case)

    asked = page(client, "tickets:return", case)

    assert 'value="actualizacion" checked' in asked
    assert "Usted nos dice que usa la versión 26.3; la última publicada de KACTUS es la 26.4." in asked
    post(client, "return", case, points=["actualizacion"], text="Usted nos dice que usa la versión 26.3.")
    react_all()
    assert again(case).status == "waiting_customer"
    assert "Falta aplicar el último release o service pack publicado" in story.last().text


def test_whoever_has_the_latest_or_is_exempt_or_whose_point_was_waived_is_told_nothing_dig_a12_dig_066(client, story, case):
    for facts in ({"priority": "p1"}, {"plan": "saas"}, {"product": "seven"}, {"product": ""}):
        Ticket.objects.filter(pk=case.pk).update(facts={**case.facts, **facts})
        assert older_version(again(case), story.agreement) == {}, facts
    Ticket.objects.filter(pk=case.pk).update(facts=case.facts)
    Product.objects.filter(slug="kactus").update(version="26.3")
    assert NEWER not in page(client, "console:case", case)
    Product.objects.filter(slug="kactus").update(version="26.4")
    check_information(case.pk, {"actualizacion": "waived"}, said={}, reason="Prueba", by=story.by, at=timezone.now())
    assert NEWER not in page(client, "console:case", case)


def test_a_case_reported_before_the_contract_s_going_live_is_marked_and_served_dig_025(client, story, case):
    words = "El manual da soporte a sistemas en producción."
    assert words not in page(client, "console:case", case), "a contract that names no day is taken at its word"
    for days, marked in ((5, True), (-5, False)):
        Contract.objects.update(went_live_on=timezone.localdate() + timedelta(days=days))
        assert (words in page(client, "console:case", case)) is marked

    Contract.objects.update(went_live_on=timezone.localdate() + timedelta(days=5))
    new = client.post(
        reverse("console:new"), {"caller": story.contact.pk, "channel": "telefono", "happened_at": "2026-11-20T10:00", "buscar": "1"}
    )
    assert "Todavía no está en producción" in new.content.decode()
