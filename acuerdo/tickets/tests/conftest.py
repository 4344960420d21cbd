"""What several of the tests of a case begin with."""

from datetime import timedelta

import pytest
from django.utils import timezone

from acuerdo.customers.models import Contact, Contract, Organisation
from acuerdo.desks.queries import in_desk
from acuerdo.people.access import as_actor
from acuerdo.people.models import Person
from acuerdo.tickets.tests.desks import Story


@pytest.fixture
def case(open_case):
    """A case reported two hours ago."""
    return open_case(at=timezone.now() - timedelta(hours=2))


@pytest.fixture
def sgm(desk, now):
    """A desk that works by the manual of SGM."""
    return Story("sgm")


@pytest.fixture
def other_case(open_case):
    """Another of the same customer's, reported an hour ago."""
    return open_case("Otra vez el IVR", "Sigue sin transferir.", at=timezone.now() - timedelta(hours=1))


@pytest.fixture
def cases(open_case):
    """Three, reported two hours ago."""
    return [open_case(f"Caso {n}", at=timezone.now() - timedelta(hours=2)) for n in range(3)]


@pytest.fixture
def hospital(other_desk):
    """Digital Ware's desk, entered: a customer on premise with an authorised contact and one who is not."""
    with in_desk(other_desk.schema_name):
        organisation = Organisation.objects.create(name="Hospital San Blas")
        Contract.objects.create(organisation=organisation, plan="on-premise", starts_on=timezone.now().date())
        Contact.objects.create(organisation=organisation, name="Laura Beltrán", email="laura@sanblas.example", is_authorised=True)
        Contact.objects.create(organisation=organisation, name="Rodrigo Salas", email="rodrigo@sanblas.example", level="n1")
        yield organisation


@pytest.fixture
def met(hospital):
    """An agent of that desk."""
    return as_actor(Person.objects.create_user("met@other.localhost", "una clave larga", name="Camilo Murcia", role="agent"))
