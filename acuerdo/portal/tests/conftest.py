"""A solved case of Diana's, and people to look at it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone


@pytest.fixture
def at():
    """Two days ago: pages read the real clock."""
    return timezone.now().replace(microsecond=0) - timedelta(days=2)


@pytest.fixture
def browser_of():
    """A factory: a browser signed in as a person, or as nobody."""

    def make(person=None, **headers):
        client = Client(**headers)
        if person is not None:
            client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return make


@pytest.fixture
def dianas(diana, browser_of):
    """Diana's browser."""
    return browser_of(diana.person)


@pytest.fixture
def outsider(organisation_of):
    """A contact of another organisation, who can sign in."""
    from acuerdo.customers.models import Contact
    from acuerdo.people.models import Person

    other = organisation_of("Ferretería El Tornillo", domain="tornillo.example")
    person = Person.objects.create_user("luis@tornillo.example", "una clave larga", name="Luis Mora", role="customer")
    return Contact.objects.create(organisation=other, name="Luis Mora", email=person.email, person=person)


@pytest.fixture
def colleague(clinic):
    """Someone else of Diana's clinic."""
    from acuerdo.customers.models import Contact
    from acuerdo.people.models import Person

    person = Person.objects.create_user("jorge@santa-aurelia.example", "una clave larga", name="Jorge Páez", role="customer")
    return Contact.objects.create(organisation=clinic, name="Jorge Páez", email=person.email, person=person)


@pytest.fixture
def case(open_case, at):
    """A case that Diana reported two days ago."""
    return open_case("El IVR no transfiere", "Desde ayer se corta.", at=at)


@pytest.fixture
def solve_it(agent):
    """A factory: solves a case with the evidence that its manual wants; returns the solution."""
    from acuerdo.files.actions.store import store
    from acuerdo.people.access import as_actor
    from acuerdo.tickets.actions.solve import solve
    from acuerdo.tickets.queries import agreement_for

    def make(ticket, text="Ya transfiere: era el plan de marcado.", *, at):
        wanted = agreement_for(ticket).closure.evidence
        files = [store(name="prueba.png", content_type="image/png", content=b"\x89PNG\r\n\x1a\n.")]
        said = {item.id: "Probado en vivo" for item in wanted.values()}
        return solve(ticket.pk, text, by=as_actor(agent), at=at, evidence=said, files=files)

    return make


@pytest.fixture
def solution(case, solve_it, at):
    """The solution of that case, a day later."""
    return solve_it(case, at=at + timedelta(days=1))


@pytest.fixture
def link(case, solution):
    """The link of the solution's mail."""
    from acuerdo.tickets.access import decision_token

    return f"/decidir/{decision_token(case, solution.pk)}/"
