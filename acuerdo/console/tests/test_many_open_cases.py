"""How many open cases a customer, a contract and a person have, on the pages that administer them: no further than anybody reads."""

import pytest
from django.urls import reverse
from django.utils import timezone

from acuerdo.console.views import customer_cases, person_cases, rail
from acuerdo.people.models import Role
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.models import Ticket

pytestmark = pytest.mark.django_db


@pytest.fixture
def cases(open_case, by, agent):
    found = [open_case(f"Caso {n}", at=timezone.now()) for n in range(3)]
    for case in found:
        assign(case.pk, agent, by=by, at=timezone.now())
    return found


@pytest.mark.parametrize(("most", "said"), [(3, "3"), (2, "2+")])
def test_a_count_that_stops_says_that_there_are_more(client, person_of, cases, agent, monkeypatch, most, said):
    for part in (rail, customer_cases, person_cases):
        monkeypatch.setattr(part, "COUNTED", most)
    client.force_login(person_of(Role.ADMIN))
    contract = Ticket.objects.get(pk=cases[0].pk).contract_id
    customer = client.get(reverse("console:customer_cases", args=[cases[0].organisation_id])).content.decode()
    person = client.get(reverse("console:person_cases", args=[agent.pk])).content.decode()

    assert f'<span class="quiet">{said}</span>' in customer
    assert f"Tiene {said} casos a su nombre." in person
    if contract:
        assert f"Hoy son {said} casos abiertos." in client.get(reverse("console:contract_cases", args=[contract])).content.decode()
