"""A case that an agent opens for a caller."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from acuerdo.agreements.models import CustomField
from acuerdo.customers.models import Contact
from acuerdo.events.models import Event
from acuerdo.tickets.models import Contingency, Message, Ticket

BOGOTA = ZoneInfo("America/Bogota")
URL = "/console/casos/nuevo/"


def said(contact, **values):
    at = (timezone.now() - timedelta(hours=2)).astimezone(BOGOTA)
    return {
        "caller": str(contact.pk),
        "channel": "chat",
        "happened_at": at.strftime("%Y-%m-%dT%H:%M"),
        "subject": "No suena el IVR",
        "text": "Desde las 9 no transfiere.",
        "fact-type": "incidente",
        "fact-priority": "alto",
        "key": "una-clave",
        **values,
    }


def test_people_are_found_by_name_address_or_customer(signed_in, diana) -> None:
    for words in ("dian", "santa-aurelia", "Clínica"):
        assert "Diana Lozano" in signed_in.post(URL, {"q": words, "buscar": "1"}).content.decode()
    for words in ("zzz", "z\x00z", "z" * 10_000):
        assert "Nadie con esas palabras." in signed_in.post(URL, {"q": words, "buscar": "1"}).content.decode()
    assert not Ticket.objects.exists()


def test_it_runs_from_the_true_time_and_is_opened_once(signed_in, diana, agent) -> None:
    first, second = (signed_in.post(URL, said(diana)) for _ in range(2))

    ticket = Ticket.objects.get()
    assert (first.status_code, first["Location"]) == (303, f"/console/casos/{ticket.number}/")
    assert second.status_code == 303
    assert (ticket.contact, ticket.organisation, ticket.channel, ticket.facts["priority"]) == (diana, diana.organisation, "chat", "alto")
    assert timedelta(hours=1, minutes=58) < timezone.now() - ticket.opened_at < timedelta(hours=2, minutes=2)
    assert Event.objects.get(subject_kind="ticket", subject_id=ticket.pk, kind="ticket.opened").actor_id == agent.pk
    assert Message.objects.get(ticket=ticket).contact == diana


def test_what_is_promised_and_the_customer_s_open_cases_are_shown_before_it_is_saved(signed_in, diana, open_case) -> None:
    other = open_case("El reporte no abre", at=timezone.now() - timedelta(days=1))

    page = signed_in.post(URL, said(diana, buscar="1")).content.decode()

    assert "Plan Empresarial" in page
    assert "Tiempo de respuesta" in page
    assert f"#{other.number} El reporte no abre" in page
    assert Ticket.objects.count() == 1


def test_a_call_asks_for_the_mail_instead_pro_a10(signed_in, diana) -> None:
    asked = said(diana, channel="telefono")

    assert "Pedirle el correo" in signed_in.post(URL, {**asked, "buscar": "1"}).content.decode()
    refused = signed_in.post(URL, asked)
    assert refused.status_code == 422
    assert "Desde las 9 no transfiere." in refused.content.decode(), "nothing typed is lost"
    assert signed_in.post(URL, {**asked, "pedir": "1"}).status_code == 303
    assert Event.objects.filter(kind="contact.mail_asked", subject_id=diana.pk).count() == 1
    assert not Ticket.objects.exists()


def test_somebody_new_becomes_a_contact_of_their_customer(signed_in, clinic) -> None:
    new = {"caller": "nuevo", "name": "Óscar Peña", "email": "oscar@otro.example", "organisation": "clínica santa aurelia"}
    unknown = signed_in.post(URL, {**said(clinic), **new, "organisation": "Nadie S.A."})
    assert unknown.status_code == 422

    assert signed_in.post(URL, {**said(clinic), **new}).status_code == 303

    oscar = Contact.objects.get(email="oscar@otro.example")
    assert (oscar.name, oscar.organisation) == ("Óscar Peña", clinic)
    assert Ticket.objects.get().contact == oscar


@pytest.mark.parametrize(
    "wrong", [{"caller": ""}, {"subject": ""}, {"happened_at": "2099-01-01T10:00"}, {"happened_at": "ayer"}, {"caller": "999999"}]
)
def test_what_is_wrong_is_named_and_nothing_is_opened(wrong, signed_in, diana) -> None:
    response = signed_in.post(URL, said(diana, **wrong))

    assert response.status_code == 422
    assert not Ticket.objects.exists()


def test_a_contingency_is_declared_once_entered_into_and_ended(client, person_of, diana) -> None:
    supervisor = person_of("supervisor")
    client.force_login(supervisor)
    since = (timezone.now() - timedelta(hours=3)).astimezone(BOGOTA).strftime("%Y-%m-%dT%H:%M")

    for _ in range(2):
        client.post("/admin/contingencia/", {"moment": since, "reason": "Se cayó el portal", "notice": "Llámenos."})
    failure = Contingency.objects.get()
    client.post(URL, said(diana, channel="telefono", contingency=str(failure.pk)))
    assert Ticket.objects.get().contingency == failure, "while it lasts a call opens a case"
    assert "No suena el IVR" in client.get("/admin/contingencia/").content.decode()

    now = timezone.now().astimezone(BOGOTA).strftime("%Y-%m-%dT%H:%M")
    assert client.post(f"/admin/contingencia/{failure.pk}/fin/", {"moment": now}).status_code == 303
    assert Contingency.objects.get().is_over
    assert client.post(f"/admin/contingencia/{failure.pk}/fin/", {"moment": now}).status_code == 422


def test_the_page_costs_the_same_whoever_is_found(signed_in, diana, django_assert_max_num_queries) -> None:
    signed_in.get(URL)

    with django_assert_max_num_queries(26):
        signed_in.post(URL, said(diana, buscar="1", q="a"))


def test_the_desk_s_questions_follow_the_type_and_what_was_answered_comes_back_with_it(signed_in, diana) -> None:
    CustomField.objects.create(name="sede", label="Sede", type="")
    CustomField.objects.create(name="troncal", label="Troncal", type="incidente")

    assert "Troncal" not in signed_in.post(URL, {**said(diana, **{"fact-type": ""}), "buscar": "1"}).content.decode()
    asked = signed_in.post(URL, said(diana, buscar="1", **{"x-troncal": "SIP 2"})).content.decode()
    assert "Sede" in asked
    assert 'name="x-troncal" value="SIP 2"' in asked
    other = signed_in.post(URL, said(diana, buscar="1", **{"fact-type": "solicitud", "x-troncal": "SIP 2"})).content.decode()
    assert ('<input type="hidden" name="x-troncal" value="SIP 2">' in other, "Troncal" in other) == (True, False)

    signed_in.post(URL, said(diana, **{"x-troncal": "SIP 2", "x-sede": "Cali"}))

    assert Ticket.objects.get().extra == {"sede": "Cali", "troncal": "SIP 2"}
