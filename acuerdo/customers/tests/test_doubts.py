"""The page of all doubts of contracts: each kind once, the sure ones not, another desk's never."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from acuerdo.agreements.queries import current_version
from acuerdo.customers.actions.meet import meet
from acuerdo.customers.models import Contract
from acuerdo.customers.queries import doubts
from acuerdo.people.queries import day_of

pytestmark = pytest.mark.django_db
START = date(2026, 1, 1)


@pytest.fixture
def office(person_of) -> Client:
    client = Client()
    client.force_login(person_of("admin"), backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def found(on):
    return {doubt.organisation.name: doubt.why for doubt in doubts(current_version(), on)}


def test_each_doubt_is_told_and_what_is_sure_is_not(desk, organisation_of):
    on = date(2026, 11, 20)
    organisation_of("Segura")
    organisation_of("Ninguno", plan="")
    two = organisation_of("Varios")
    Contract.objects.create(organisation=two, plan="empresarial", starts_on=START)
    organisation_of("Terminado", ends_on=date(2026, 5, 1))
    organisation_of("Suspendido", state="suspended")
    organisation_of("Sin plan", plan="").contracts.create(plan="", starts_on=START)
    organisation_of("Otro plan", plan="platino")
    organisation_of("Otros términos", overrides={"calendar": "de_otro_manual"})
    organisation_of("Termina", ends_on=on + timedelta(days=30))
    organisation_of("Termina después", ends_on=on + timedelta(days=31))
    renewed = organisation_of("Renovado", ends_on=on + timedelta(days=5))
    Contract.objects.create(organisation=renewed, plan="empresarial", starts_on=on + timedelta(days=6))
    gone = organisation_of("Ya no es cliente", plan="")
    type(gone).objects.filter(pk=gone.pk).update(state="inactive")
    assert found(on) == {
        "Ninguno": "none",
        "Otro plan": "plan",
        "Otros términos": "terms",
        "Sin plan": "no_plan",
        "Suspendido": "suspended",
        "Termina": "ending",
        "Terminado": "ended",
        "Varios": "several",
    }


def test_the_page_says_what_to_do_and_costs_the_same_for_many(office, organisation_of, django_assert_max_num_queries):
    for number in range(12):
        organisation_of(f"Cliente {number}", plan="")
    meet(email="nadie@nuevo.example", name="Nadie Todavía", organisation=None)
    with django_assert_max_num_queries(14):
        page = office.get(reverse("customers:doubts")).content.decode()
    assert page.count("Cliente ") >= 12
    assert ("Sin contrato" in page, "Registre qué contrató" in page, "nadie@nuevo.example" in page) == (True, True, True)


def test_without_doubts_it_says_so(office, organisation_of):
    organisation_of("Segura")
    assert not found(day_of(timezone.now()))
    assert "Ninguna duda" in office.get(reverse("customers:doubts")).content.decode()
