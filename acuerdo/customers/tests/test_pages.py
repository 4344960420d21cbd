"""The customers' pages: writing down, refusing with the reason, importing whole sheets, and what it costs."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.customers.models import Contact, Contract, MailDomain, Organisation, Product
from acuerdo.events.models import Event
from acuerdo.notifications.models import Outgoing
from acuerdo.tickets.tests.reacting import react_all

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
CONTRACT = {"plan": "empresarial", "state": "active", "starts_on": "2026-01-01", "targets_text": ""}
SHEET = """cliente;dominios;plan;desde;hasta;contacto;correo;telefono;cargo;nivel;autorizado
Ferretería El Tornillo;tornillo.example;Empresarial;01/01/2026;;Ana Peña;ana@tornillo.example;+57 601;Compras;;sí
ferretería el tornillo;;;;;Luis Roa;luis@tornillo.example;;;;
Panadería;gmail.com;Oro;2026-13-01;;Eva;no es correo;;;;

Clínica Santa Aurelia;;;;;Diana Lozano;diana@santa-aurelia.example;;Directora;;
Otra;;;;;Diana;diana@santa-aurelia.example;;;;
"""


@pytest.fixture
def office(person_of) -> Client:
    client = Client()
    client.force_login(person_of("admin", email="patricia@testserver.example"), backend=BACKEND)
    return client


def test_an_organisation_is_written_down_with_its_domains_and_never_with_free_mail(office, clinic):
    url = reverse("customers:organisation_new")
    wrong = {"name": "Ferretería", "state": "active", "domains": "gmail.com\nsanta-aurelia.example\nx", "notes": "Nota"}
    refused = office.post(url, wrong)
    page = refused.content.decode()
    assert refused.status_code == 422
    assert ("correo gratuito" in page, "ya es de Clínica Santa Aurelia" in page, "no es un dominio" in page) == (True, True, True)
    assert "Nota" in page, "what was typed stays"
    assert office.post(url, {**wrong, "domains": "@Tornillo.Example"}).status_code == 302
    assert MailDomain.objects.get(domain="tornillo.example").organisation.name == "Ferretería"
    event = Event.objects.get(subject_kind="organisation")
    assert event.facts["after"] == {"name": "Ferretería", "state": "active", "notes": "Nota", "domains": ["tornillo.example"]}


def test_what_was_changed_is_shown_with_before_and_after(office, clinic):
    url = reverse("customers:organisation_edit", args=[clinic.pk])
    office.post(url, {"name": clinic.name, "state": "suspended", "domains": "santa-aurelia.example"})
    page = office.get(reverse("customers:organisation", args=[clinic.pk])).content.decode()
    assert "<s>Activo</s> → Suspendido" in page


def test_every_line_of_what_was_changed_is_named_in_the_readers_words(office):
    office.post(reverse("customers:organisation_new"), {"name": "Ferretería", "state": "active", "domains": "yunque.example"})
    made = Organisation.objects.get(name="Ferretería")
    office.post(reverse("customers:contract_new", args=[made.pk]), CONTRACT)

    page = office.get(reverse("customers:organisation", args=[made.pk]))
    labels = {change.label for entry in page.context["history"] for change in entry.changes}
    assert labels == {"nombre", "estado", "dominios de correo", "cliente", "plan", "desde"}


def test_a_search_with_an_unwritable_character_finds_as_without_it(office, clinic):
    assert clinic.name in office.get(reverse("customers:organisations"), {"q": "Clí\x00nica"}).text


def test_a_contract_shows_what_it_would_change_and_writes_nothing_until_it_is_saved(office, clinic):
    contract = clinic.contracts.get()
    url = reverse("customers:contract", args=[contract.pk])
    targets = '[[targets]]\nclock = "first_response"\nplan = "empresarial"\ntarget = "1 business hour"\n'
    clock = next(iter(agreement().clocks))
    said = {**CONTRACT, "targets_text": targets.replace("first_response", clock)}
    page = office.post(url, {**said, "mirar": "1"}).content.decode()
    assert "1 business hour" in page
    contract.refresh_from_db()
    assert contract.overrides == {}
    assert office.post(url, said).status_code == 302
    contract.refresh_from_db()
    assert contract.overrides["targets"][0]["target"] == "1 business hour"
    assert Event.objects.get(kind="contract.kept").facts["before"]["overrides"] == {}


def test_a_contract_that_cannot_be_shown_says_why_where_it_stands(office, clinic):
    url = reverse("customers:contract", args=[clinic.contracts.get().pk])
    refused = office.post(url, {**CONTRACT, "starts_on": "ayer", "mirar": "1"})
    assert (refused.status_code, refused["HX-Retarget"]) == (422, "#contract-form")
    assert 'id="contract-form"' in refused.content.decode()


def test_faults_of_a_contract_stand_beside_their_lines_and_the_text_stays(office, clinic):
    url = reverse("customers:contract", args=[clinic.contracts.get().pk])
    refused = office.post(url, {**CONTRACT, "targets_text": '[[targets]]\nclock = "no-hay"\ntarget = "3 lunas"\n'})
    page = refused.content.decode()
    assert refused.status_code == 422
    assert ("Línea 2" in page, "Línea 3" in page, "3 lunas" in page) == (True, True, True)
    assert clinic.contracts.get().overrides == {}


def test_a_contact_is_invited_and_let_out_again(office, clinic):
    contact = Contact.objects.create(organisation=clinic, name="Jorge", email="jorge@santa-aurelia.example")
    url = reverse("customers:contact_access", args=[contact.pk])
    office.post(url, {"que": "dar"})
    react_all()
    assert "/invitacion/" in Outgoing.objects.get(to=contact.email).text
    contact.refresh_from_db()
    assert (contact.person.role, contact.person.is_active) == ("customer", True)
    office.post(url, {"que": "quitar"})
    contact.person.refresh_from_db()
    assert not contact.person.is_active
    office.post(url, {"que": "dar"})
    contact.person.refresh_from_db()
    assert contact.person.is_active


def test_the_desks_own_people_are_no_contacts(office, clinic, person_of):
    person = person_of("agent", email="ana@santa-aurelia.example")
    contact = Contact.objects.create(organisation=clinic, name="Ana", email=person.email)
    office.post(reverse("customers:contact_access", args=[contact.pk]), {"que": "dar"})
    contact.refresh_from_db()
    person.refresh_from_db()
    assert (contact.person, person.role) == (None, "agent")


def test_a_sheet_is_weighed_line_by_line_and_nothing_is_written(office, diana):
    before = Organisation.objects.count()
    page = office.post(reverse("customers:import"), {"sheet": SimpleUploadedFile("c.csv", SHEET.encode())}).content.decode()
    for words in ("correo gratuito", "no tiene el plan «Oro»", "no es una fecha", "no es un correo", "ya es de otro cliente"):
        assert words in page
    assert "cliente nuevo, contrato nuevo, contacto nuevo" in page
    assert Organisation.objects.count() == before


def test_a_sheet_is_brought_in_whole_and_twice_is_once(office, diana):
    url = reverse("customers:import")
    assert office.post(url, {"text": SHEET, "traer": "1"}).status_code == 302
    shop = Organisation.objects.get(name="Ferretería El Tornillo")
    assert sorted(shop.contacts.values_list("email", "is_authorised")) == [("ana@tornillo.example", True), ("luis@tornillo.example", False)]
    assert Contract.objects.get(organisation=shop).plan == "empresarial"
    diana.refresh_from_db()
    assert diana.job_title == "Directora"
    assert diana.is_authorised, "an empty cell says nothing"
    counted = Event.objects.count()
    office.post(url, {"text": SHEET, "traer": "1"})
    assert Event.objects.count() == counted


@pytest.mark.parametrize("written", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_sheet_is_read_as_spreadsheets_write_it(office, written):
    raw = "cliente;contacto;correo\r\nFerretería Ñandú;Peña;p@nandu.example\r\n".encode(written)
    page = office.post(reverse("customers:import"), {"sheet": SimpleUploadedFile("c.csv", raw)}).text
    assert "Ferretería Ñandú" in page
    assert "cliente nuevo, contacto nuevo" in page


@pytest.mark.parametrize("raw", [b"PK\x03\x04 a new one", b"\xd0\xcf\x11\xe0 an old one"])
def test_who_sends_a_workbook_is_told_what_to_do(office, raw):
    answer = office.post(reverse("customers:import"), {"sheet": SimpleUploadedFile("clientes.csv", raw)})
    assert (answer.status_code, "Guardar como" in answer.text) == (422, True)


def test_the_file_is_asked_for(office):
    assert "si quiere" not in office.get(reverse("customers:import")).text
    answer = office.post(reverse("customers:import"), {"csrfmiddlewaretoken": "x"})
    assert (answer.status_code, "Elija un archivo" in answer.text) == (422, True)


@pytest.mark.parametrize("text", ["", "a;b;c\n1;2;3", "cliente\n" + "x" * 200_000, "\x00\xff", 'cliente,correo\n"', "=cmd|x"])
def test_any_file_is_answered_and_never_breaks(office, text):
    answer = office.post(reverse("customers:import"), {"sheet": SimpleUploadedFile("c.csv", text.encode("utf-8", "ignore"))})
    assert answer.status_code in {200, 422}
    assert office.post(reverse("customers:import"), {"text": text, "traer": "1"}).status_code in {302, 422}


def test_what_is_exported_can_be_brought_in_and_is_no_formula(office, clinic):
    Contact.objects.create(organisation=clinic, name="=HYPERLINK(1)", email="x@santa-aurelia.example", phone="+57 1")
    text = office.get(reverse("customers:export")).content.decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in text
    page = office.post(reverse("customers:import"), {"text": text}).content.decode()
    assert page.count("ya está así") == Contact.objects.exclude(organisation=None).count()


def test_what_the_pages_cost_does_not_grow_with_what_they_show(office, clinic, django_assert_max_num_queries, organisation_of):
    for number in range(60):
        organisation = organisation_of(f"Cliente {number:02}", domain=f"c{number}.example")
        Contact.objects.create(organisation=organisation, name=f"Contacto {number}", email=f"c@c{number}.example")
        Contact.objects.create(organisation=clinic, name=f"Persona {number}", email=f"p{number}@santa-aurelia.example")
    Product.objects.create(slug="uno", name="Uno")
    office.get(reverse("customers:organisations"))
    with django_assert_max_num_queries(10):
        page = office.get(reverse("customers:organisations"))
    assert "despues=" in page.content.decode()
    with django_assert_max_num_queries(14):
        office.get(reverse("customers:organisation", args=[clinic.pk]))
    with django_assert_max_num_queries(10):
        office.get(reverse("console:customer_cases", args=[clinic.pk]))


def agreement():
    return agreement_of(current_version())


def test_a_refused_line_says_which_column_and_what_was_written_there(office):
    page = office.post(reverse("customers:import"), {"text": "cliente,dominios,desde,hasta\nOtra,correo@@,ayer,ayer\n"}).text

    for words in ("desde: «ayer» no es una fecha", "hasta: «ayer» no es una fecha", "«correo@@» no es un dominio de correo"):
        assert words in page
