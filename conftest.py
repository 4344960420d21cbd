"""One database for the whole run, two desks in it: `desk` (proware, host testserver) and, when asked for, `other_desk`."""

import os
from datetime import UTC, date, datetime

import pytest
from django.db import connection

DESK, OTHER = "proware_test", "digitalware_test"
NOW = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)


def make_desk(schema, manual, host):
    from acuerdo.desks.models import Desk
    from acuerdo.setup.actions.create_desk import NewDesk, create_desk

    if Desk.objects.filter(schema_name=schema).exists():  # `--reuse-db` keeps them
        return
    create_desk(NewDesk(schema=schema, name=manual.title(), manual=manual, host=host), at=NOW)


def is_real() -> bool:
    """Whether the connection is still to the database of the environment: pytest-django makes none for tests that commit by themselves."""
    from acuerdo.config.environment import database

    return connection.settings_dict["NAME"] == database(os.environ["DATABASE_URL"])["NAME"]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker, django_db_keepdb):
    """Make the two desks once; every test then works in a transaction that is undone."""
    with django_db_blocker.unblock():
        from django.core.management import call_command
        from django.test.utils import setup_databases, teardown_databases

        from acuerdo.desks.models import Desk, Domain

        before = setup_databases(0, interactive=False, keepdb=django_db_keepdb, aliases={"default"}) if is_real() else []
        connection.set_schema_to_public()
        call_command("createcachetable", verbosity=0)
        public, _ = Desk.objects.get_or_create(schema_name="public", defaults={"name": "Acuerdo"})
        Domain.objects.get_or_create(domain="localhost", defaults={"tenant": public})
        make_desk(DESK, "proware", "testserver")
        make_desk(OTHER, "digitalware", "other.localhost")
        connection.set_schema_to_public()
    yield
    with django_db_blocker.unblock():
        teardown_databases(before, 0, keepdb=django_db_keepdb)


@pytest.fixture(autouse=True)
def _files_in_a_folder_of_their_own(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def desk(db):
    """The Proware desk, entered."""
    from acuerdo.desks.models import Desk

    connection.set_schema_to_public()
    desk = Desk.objects.get(schema_name=DESK)
    connection.set_tenant(desk)
    yield desk
    connection.set_schema_to_public()


@pytest.fixture
def other_desk(desk):
    """The Digital Ware desk beside it, not entered: `with in_desk(other_desk.schema_name)`."""
    from acuerdo.desks.models import Desk

    return Desk.objects.get(schema_name=OTHER)


@pytest.fixture
def now():
    """Friday 20 November 2026, 10:00 in Bogotá."""
    return NOW


@pytest.fixture
def person_of(desk):
    """A factory of signed-up people: `person_of("agent")`."""
    from acuerdo.people.models import Person

    def make(role, name="", **values):
        name = name or f"{role.title()} Prueba"
        email = values.pop("email", f"{role}-{Person.objects.count()}@testserver")
        return Person.objects.create_user(email, "una clave larga", name=name, role=role, **values)

    return make


@pytest.fixture
def agent(person_of):
    """An agent of the desk."""
    return person_of("agent", "Marcela Ibarra")


@pytest.fixture
def signed_in(client, agent):
    """The agent's browser."""
    client.force_login(agent)
    return client


@pytest.fixture
def by(agent):
    """The agent, for an action's `by=`."""
    from acuerdo.people.access import as_actor

    return as_actor(agent)


@pytest.fixture
def organisation_of(desk):
    """A factory: `organisation_of("Clínica Santa Aurelia", plan="empresarial", domain="santa-aurelia.example")`."""
    from acuerdo.customers.models import Contract, MailDomain, Organisation

    def make(name, plan="empresarial", domain="", **contract):
        organisation = Organisation.objects.create(name=name)
        if domain:
            MailDomain.objects.create(organisation=organisation, domain=domain)
        if plan:
            Contract.objects.create(organisation=organisation, plan=plan, starts_on=date(2026, 1, 1), **contract)
        return organisation

    return make


@pytest.fixture
def clinic(organisation_of):
    """A customer on the plan Empresarial."""
    return organisation_of("Clínica Santa Aurelia", domain="santa-aurelia.example")


@pytest.fixture
def diana(clinic):
    """The clinic's contact, who can sign in."""
    from acuerdo.customers.models import Contact
    from acuerdo.people.models import Person

    person = Person.objects.create_user("diana@santa-aurelia.example", "una clave larga", name="Diana Lozano", role="customer")
    return Contact.objects.create(
        organisation=clinic, name="Diana Lozano", email="diana@santa-aurelia.example", person=person, is_authorised=True
    )


@pytest.fixture
def open_case(desk, diana):
    """A factory of cases reported by Diana: `open_case("El IVR no transfiere", at=…)`."""
    from acuerdo.customers.queries import match_sender
    from acuerdo.events.events import Actor
    from acuerdo.tickets.actions.open import Report
    from acuerdo.tickets.actions.open import open_case as open_

    def make(subject="El IVR no transfiere", text="Desde ayer.", at=NOW, contact=None, **report):
        contact = contact or diana
        match = match_sender(contact.email, at.date())
        by = Actor("contact", contact.pk, contact.name)
        return open_(Report(subject=subject, text=text, channel="email", **report), contact=contact, match=match, by=by, at=at)

    return make
