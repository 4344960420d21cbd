"""Customers are told of a version and accept it: once, by themselves, on record."""

import csv
import io
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from acuerdo.agreements.models import ManualVersion
from acuerdo.agreements.queries import current_version
from acuerdo.customers.models import Contact, Organisation
from acuerdo.desks.queries import in_desk
from acuerdo.events.models import Event, Reaction
from acuerdo.notifications.models import Outgoing
from acuerdo.people.access import as_actor
from acuerdo.publishing.access import acknowledgement_token
from acuerdo.publishing.actions.acknowledge import NotToAccept, acknowledge
from acuerdo.publishing.actions.release import release
from acuerdo.publishing.models import Acknowledgement, Announcement
from acuerdo.publishing.reactions import announce
from acuerdo.publishing.tests.drafts import draft_of


@pytest.fixture
def admin(person_of):
    return person_of("admin", "Patricia Henao")


@pytest.fixture
def version(admin, now):
    draft = draft_of(admin, timezone.now())
    return release(draft.revision, tell="authorised", note="Resolvemos más rápido lo crítico.", by=as_actor(admin), at=timezone.now())


@pytest.fixture
def customer(diana):
    client = Client()
    client.force_login(diana.person)
    return client


def told():
    """Do what the publishing leaves to be done."""
    announce(Event.objects.get(kind="manual.draft_published"))


def test_each_authorised_contact_gets_one_mail_with_what_changes(version, diana, clinic, organisation_of):
    Contact.objects.create(organisation=clinic, name="Sin permiso", email="otro@santa-aurelia.example")
    gone = organisation_of("Se fue", plan="")
    Organisation.objects.filter(pk=gone.pk).update(state="cancelled")
    Contact.objects.create(organisation=gone, name="Antes", email="antes@sefue.example", is_authorised=True)

    told()
    told()

    mail = Outgoing.objects.get()
    assert mail.to == diana.email
    assert "Acuerdos de nivel de servicio: nueva versión desde el" in mail.subject
    for body in (mail.text, mail.html):
        assert "Plan Empresarial, Crítico, tiempo estimado solución" in body
        assert "6 → 4 horas hábiles" in body
        assert "Resolvemos más rápido lo crítico." in body
        assert "/acuerdo/aceptar/" in body
        assert "/acuerdo/versiones/2026.2/" in body
    assert Announcement.objects.count() == 1
    assert Reaction.objects.filter(name="publishing.announce").count() == 1


def test_nobody_is_told_when_the_publisher_says_so(admin, diana):
    draft = draft_of(admin, timezone.now())
    release(draft.revision, tell="nobody", note="", by=as_actor(admin), at=timezone.now())

    told()

    assert not Outgoing.objects.exists()


def test_a_mail_is_in_its_readers_language(version, diana):
    diana.person.language = "en"
    diana.person.save()

    told()

    assert "6 → 4 business hours" in Outgoing.objects.get().text


def test_the_mails_link_only_asks_and_the_button_accepts_once(version, diana, client):
    address = f"/acuerdo/aceptar/{acknowledgement_token(version, diana)}/"

    assert "Acepto esta versión" in client.get(address).content.decode()
    assert not Acknowledgement.objects.exists()
    answer = client.post(address, REMOTE_ADDR="192.0.2.7")
    again = client.post(address, REMOTE_ADDR="192.0.2.8")

    assert answer.status_code == 303
    assert "Usted ya aceptó esta versión" in again.content.decode()
    kept = Acknowledgement.objects.get()
    assert (kept.contact, kept.version, kept.ip, kept.way) == (diana, version, "192.0.2.7", "link")
    assert Event.objects.get(kind="manual.acknowledged").facts == {"version": "2026.2", "contact": diana.pk, "way": "link"}


def test_a_signed_in_contact_accepts_on_the_manuals_page(version, diana, customer):
    page = customer.get("/acuerdo/versiones/2026.2/").content.decode()
    assert "¿Acepta la versión 2026.2 de este acuerdo?" in page

    answer = customer.post("/acuerdo/versiones/2026.2/aceptar/")

    assert answer["Location"] == "/acuerdo/versiones/2026.2/"
    assert Acknowledgement.objects.get().way == "page"
    assert "Usted aceptó la versión 2026.2" in customer.get("/acuerdo/versiones/2026.2/").content.decode()


def test_strangers_and_the_desks_people_are_not_asked(version, client, admin):
    assert "¿Acepta" not in client.get("/acuerdo/versiones/2026.2/").content.decode()
    client.force_login(admin)
    assert "¿Acepta" not in client.get("/acuerdo/versiones/2026.2/").content.decode()
    assert client.post("/acuerdo/versiones/2026.2/aceptar/").status_code == 403


def test_a_contact_of_no_customer_accepts_nothing(version, diana, customer):
    Contact.objects.filter(pk=diana.pk).update(organisation=None)

    customer.post("/acuerdo/versiones/2026.2/aceptar/")

    assert not Acknowledgement.objects.exists()
    assert customer.get(f"/acuerdo/aceptar/{acknowledgement_token(version, diana)}/").status_code == 410


def test_a_version_that_is_over_is_not_accepted(version, diana, by):
    first = version_named("2026.1")

    with pytest.raises(NotToAccept):
        acknowledge(first, diana, way="page", by=by, at=timezone.now() + timedelta(days=60))


def version_named(name):
    return ManualVersion.objects.get(version=name)


@pytest.mark.parametrize("token", ["x", "a:b:c", "é"])
def test_a_made_up_link_opens_nothing(desk, client, token):
    assert client.get(f"/acuerdo/aceptar/{token}/").status_code == 410


def test_a_link_of_one_desk_opens_nothing_at_another(version, diana, other_desk, client):
    token = acknowledgement_token(version, diana)
    with in_desk(other_desk.schema_name):
        assert Contact.objects.count() == 0

    assert client.post(f"/acuerdo/aceptar/{token}/", headers={"host": "other.localhost"}).status_code == 410


def test_the_public_page_of_a_versions_changes(version, client):
    page = client.get("/acuerdo/versiones/2026.2/cambios/").content.decode()

    assert "6 → 4 horas hábiles" in page
    assert client.get("/acuerdo/versiones/2026.1/cambios/").status_code == 404


def test_the_administration_sees_who_was_told_and_who_accepted_and_takes_it_away(version, diana, by, client, person_of):
    told()
    acknowledge(version, diana, way="link", by=by, at=timezone.now())
    client.force_login(person_of("auditor"))

    assert "Avisados: 1. Aceptaron: 1." in client.get("/admin/manual/").content.decode()
    page = client.get("/admin/manual/versiones/2026.2/").content.decode()
    assert "Diana Lozano" in page
    assert "Con el enlace de su correo" in page
    table = client.get("/admin/manual/versiones/2026.2/aceptaciones.csv")
    rows = list(csv.reader(io.StringIO(table.content.decode("utf-8-sig"))))
    assert rows[1][:4] == ["2026.2", "Clínica Santa Aurelia", "Diana Lozano", "diana@santa-aurelia.example"]


def test_a_name_in_the_table_is_no_formula(version, diana, by, client, admin):
    Contact.objects.filter(pk=diana.pk).update(name='=HYPERLINK("http://evil.example")')
    acknowledge(version, diana, way="link", by=by, at=timezone.now())
    client.force_login(admin)

    assert "'=HYPERLINK" in client.get("/admin/manual/versiones/2026.2/aceptaciones.csv").content.decode()


def test_the_pages_ask_the_database_little(version, diana, by, client, admin, customer, django_assert_max_num_queries):
    told()
    acknowledge(version, diana, way="link", by=by, at=timezone.now())
    client.force_login(admin)
    for address in ("/admin/manual/", "/admin/manual/versiones/2026.2/"):
        client.get(address)
        with django_assert_max_num_queries(18):
            client.get(address)
    customer.get("/acuerdo/")
    with django_assert_max_num_queries(10):
        customer.get("/acuerdo/")
    assert current_version().version == "2026.1"
