"""The guided form, the public one, completing what is missing, and confirming, on Digital Ware's and Proware's desks."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from acuerdo.customers.models import Contact, Contract, Organisation
from acuerdo.desks.queries import in_desk
from acuerdo.people.access import as_actor
from acuerdo.people.models import Person
from acuerdo.tickets.actions.contingency import declare
from acuerdo.tickets.actions.return_to_customer import return_to_customer
from acuerdo.tickets.models import Message, Ticket

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
HOST = {"HTTP_HOST": "other.localhost"}
ANSWERED = {
    "type": "incidente",
    "subject": "El copago aparece en cero",
    "text": "Al facturar, el copago queda en cero.",
    "once": "una-clave-larga",
    "p-contacto": "3001234567",
    "p-programa": "Facturación",
    "p-version": "26.4",
    "p-esperado": "El copago del plan",
}


@pytest.fixture
def digitalware(other_desk):
    """Digital Ware's desk, entered."""
    with in_desk(other_desk.schema_name):
        yield other_desk


def browser(name, level="", *, authorised=False):
    """Somebody of the hospital, signed in."""
    hospital, made = Organisation.objects.get_or_create(name="Hospital San Blas")
    if made:
        Contract.objects.create(organisation=hospital, plan="on-premise", starts_on=timezone.now().date() - timedelta(days=2))
    email = f"{name.lower()}@sanblas.example"
    person = Person.objects.create_user(email, "una clave larga", name=name, role="customer")
    Contact.objects.create(organisation=hospital, name=name, email=email, person=person, level=level, is_authorised=authorised)
    client = Client(**HOST)
    client.force_login(person, backend=BACKEND)
    return client


def test_fields_appear_by_type_and_nothing_typed_is_lost_without_script(digitalware) -> None:
    laura = browser("Laura", authorised=True)

    incident = laura.get("/reportar/").content.decode()
    assert 'name="p-replica-pasos"' in incident
    assert 'name="p-vpn"' in incident
    question = laura.post("/reportar/", {**ANSWERED, "type": "consulta", "preguntar": "1"})

    page = question.content.decode()
    assert question.status_code == 200
    assert 'name="p-replica-pasos"' not in page
    assert "El copago aparece en cero" in page
    assert "26.4" in page
    assert not Ticket.objects.exists()


def test_what_is_missing_is_named_once_and_may_be_sent_so(digitalware) -> None:
    laura = browser("Laura", authorised=True)

    refused = laura.post("/reportar/", ANSWERED)
    assert refused.status_code == 422
    assert "No tengo lo que falta: envíelo así" in refused.content.decode()
    assert laura.post("/reportar/", {**ANSWERED, "without": "1"}).status_code == 303

    ticket = Ticket.objects.get()
    assert ticket.information["version"]["said"] == "26.4"
    assert "replica" not in ticket.information
    assert ticket.confirmation == ""


def test_before_sending_it_says_what_is_promised(digitalware) -> None:
    page = (
        browser("Laura", authorised=True)
        .post("/reportar/", {"type": "incidente", "impact": "alta", "urgency": "alta", "preguntar": "1"})
        .content.decode()
    )

    assert "Esto es lo que va a pasar" in page
    assert "Tiempo de atención" in page


def test_who_may_not_report_is_told_and_a_colleague_confirms_on_the_page(digitalware) -> None:
    rodrigo, laura = browser("Rodrigo", "n1"), browser("Laura", authorised=True)

    assert "le pedimos a Laura que lo confirme" in rodrigo.get("/reportar/").content.decode()
    rodrigo.post("/reportar/", {**ANSWERED, "without": "1"})
    ticket = Ticket.objects.get()
    assert ticket.confirmation == "asked"

    assert "¿Respalda este caso" not in rodrigo.get(f"/casos/{ticket.number}/").content.decode()
    assert rodrigo.post(f"/casos/{ticket.number}/confirmar/").status_code == 403
    assert "¿Respalda este caso" in laura.get(f"/casos/{ticket.number}/").content.decode()
    assert laura.post(f"/casos/{ticket.number}/confirmar/").status_code == 303
    assert Ticket.objects.get().confirmation == "given"


def test_a_returned_case_is_completed_on_its_page_once(digitalware) -> None:
    laura = browser("Laura", authorised=True)
    laura.post("/reportar/", {**ANSWERED, "without": "1"})
    ticket = Ticket.objects.get()
    met = as_actor(Person.objects.create_user("met@other.localhost", "una clave larga", name="Camilo", role="agent"))
    return_to_customer(ticket.pk, ["replica", "vpn"], text="", by=met, at=timezone.now())

    assert "Esto es lo que falta" in laura.get(f"/casos/{ticket.number}/").content.decode()
    empty = laura.post(f"/casos/{ticket.number}/completar/", {"once": "otra-clave-larga"})
    assert empty.status_code == 422
    parts = {
        "p-replica-datos": "Factura 1",
        "p-replica-pasos": "Facturar",
        "p-replica-condiciones": "Con plan",
        "p-vpn": "si",
        "once": "otra-clave-larga",
    }
    for _ in range(2):
        assert laura.post(f"/casos/{ticket.number}/completar/", parts).status_code == 303

    ticket.refresh_from_db()
    assert ticket.status == "in_progress"
    assert ticket.information["replica"]["state"] == ticket.information["vpn"]["state"] == "present"
    assert Message.objects.filter(ticket=ticket, kind="customer").count() == 2
    assert "Factura 1" in Message.objects.filter(ticket=ticket).latest("pk").text


def test_a_complaint_comes_from_the_front_page_of_anybody_dig_012(digitalware) -> None:
    stranger = Client(**HOST)
    assert "/formulario/?tipo=pqrsf" in stranger.get("/").content.decode()
    said = {
        "type": "pqrsf",
        "pqrsf": "queja",
        "name": "Pedro",
        "email": "pedro@nadie.example",
        "subject": "Mala atención",
        "text": "Nadie contesta",
        "once": "clave-de-pedro",
    }

    page = stranger.get("/formulario/?tipo=pqrsf").content.decode()
    assert all(kind in page for kind in ("Petición", "Queja", "Reclamo", "Sugerencia", "Felicitación"))
    first = stranger.post("/formulario/", said)
    stranger.post("/formulario/", said)

    ticket = Ticket.objects.get()
    assert (first.status_code, first["Location"]) == (303, "/formulario/recibido/")
    assert (ticket.facts["pqrsf"], ticket.contact.email, ticket.organisation, ticket.confirmation) == (
        "queja",
        "pedro@nadie.example",
        None,
        "",
    )
    assert "pedro@" not in stranger.get("/formulario/recibido/").content.decode(), "anybody may have typed it"


@pytest.mark.parametrize("wrong", [{"email": "no"}, {"name": ""}, {"website": "http://spam.example"}, {"type": "incidente"}])
def test_strangers_report_only_what_is_public_and_programs_nothing(wrong, digitalware) -> None:
    said = {
        "type": "pqrsf",
        "pqrsf": "queja",
        "name": "Pedro",
        "email": "pedro@nadie.example",
        "subject": "x",
        "text": "y",
        "once": "clave-de-pedro",
    }

    response = Client(**HOST).post("/formulario/", {**said, **wrong})

    assert response.status_code == 422
    assert not Ticket.objects.exists()


def test_anybody_reports_to_proware_without_an_account_pro_a11_pro_a20(desk, clinic, client) -> None:
    said = {
        "type": "incidente",
        "priority": "alto",
        "name": "Óscar",
        "email": "oscar@santa-aurelia.example",
        "subject": "IVR",
        "text": "No suena",
        "once": "clave-de-oscar",
    }

    assert client.post("/formulario/", said).status_code == 303
    ticket = Ticket.objects.get()
    assert (ticket.organisation, ticket.proposed["priority"], ticket.facts["plan"]) == (clinic, "alto", "empresarial")


def test_a_contingency_is_on_the_front_page_while_it_lasts(desk, client, person_of) -> None:
    supervisor = person_of("supervisor")
    now = timezone.now()
    declare(starts_at=now, reason="Se cayó el portal", notice="Llámenos al 601.", person=supervisor, by=as_actor(supervisor), at=now)

    page = client.get("/").content.decode()

    assert "Se cayó el portal" in page
    assert "Llámenos al 601." in page
