"""Minimum information: checked by agents, returned to the customer, and completed by them, on the page or by mail."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from acuerdo.core.agreements import MISSING, PRESENT, WAIVED
from acuerdo.customers.models import Contact
from acuerdo.customers.queries import match_sender
from acuerdo.events.events import Actor
from acuerdo.events.models import Event
from acuerdo.files.actions.store import store
from acuerdo.people.models import Person
from acuerdo.tickets.actions.check_information import NoSuchPoint, check_information
from acuerdo.tickets.actions.complete_information import complete_information
from acuerdo.tickets.actions.hear import hear
from acuerdo.tickets.actions.open import Report
from acuerdo.tickets.actions.raise_level import ReasonMissing
from acuerdo.tickets.actions.return_to_customer import NothingMissing, heard_since, return_to_customer
from acuerdo.tickets.models import Clock, Message, Ticket
from acuerdo.tickets.queries import agreement_for, information_of
from acuerdo.tickets.tests.reports import reported, states


def test_what_the_customer_answered_is_there_and_the_rest_is_missing_dig_013(hospital) -> None:
    ticket = reported("Laura", answers={"version": "26.4", "programa": "Facturación", "unknown": "x"})

    assert states(ticket) == {
        "contacto": PRESENT,
        "programa": PRESENT,
        "version": PRESENT,
        "descripcion": PRESENT,
        "evidencias": MISSING,
        "esperado": MISSING,
        "replica": MISSING,
        "vpn": MISSING,
        "actualizacion": MISSING,
    }
    assert "unknown" not in ticket.information
    event = Event.objects.get(subject_id=ticket.pk, kind="ticket.information")
    assert event.facts == {"points": {"programa": PRESENT, "version": PRESENT}, "before": {"programa": "", "version": ""}}
    assert "26.4" not in str(event.facts), "what was said never enters the log"


def test_a_point_is_waived_with_a_reason_by_somebody_at_some_time_int_039(hospital, met) -> None:
    ticket = reported("Laura")

    with pytest.raises(ReasonMissing):
        check_information(ticket.pk, {"replica": WAIVED}, said={}, reason=" ", by=met, at=timezone.now())
    with pytest.raises(NoSuchPoint):
        check_information(ticket.pk, {"cantidad": PRESENT}, said={}, reason="", by=met, at=timezone.now())
    ticket = check_information(
        ticket.pk, {"replica": WAIVED, "version": PRESENT}, said={"version": "26.4"}, reason="Se ve en vivo", by=met, at=timezone.now()
    )

    replica = next(point for point in information_of(ticket, agreement_for(ticket)) if point.need.id == "replica")
    assert (replica.state, replica.reason, replica.by) == (WAIVED, "Se ve en vivo", "Camilo Murcia")
    assert ticket.information["version"]["said"] == "26.4"
    assert Event.objects.get(subject_id=ticket.pk, kind="ticket.information").actor_id == met.id


def test_a_returned_case_waits_with_its_clock_stopped_and_comes_back_completed_dig_019_dig_a11(hospital, met) -> None:
    ticket = reported("Laura")
    later = timezone.now() + timedelta(seconds=1)

    with pytest.raises(NothingMissing):
        return_to_customer(ticket.pk, [], text="", by=met, at=later)
    message = return_to_customer(ticket.pk, ["replica", "vpn"], text="Hola, Laura:", by=met, at=later)

    ticket.refresh_from_db()
    assert ticket.status == "waiting_customer"
    assert ticket.assignee_id == met.id
    assert "Falta la réplica en el ambiente de pruebas" in message.text
    assert states(ticket)["replica"] == MISSING
    assert Clock.objects.get(ticket=ticket, clock="attention").due_at is None, "the attention clock stands still"
    kinds = list(Event.objects.filter(subject_id=ticket.pk).order_by("position").values_list("kind", flat=True))
    assert kinds[-5:] == ["ticket.responded", "ticket.information", "ticket.returned", "ticket.assigned", "ticket.status"]

    laura = Contact.objects.get(name="Laura Beltrán")
    report = Report(subject="", text="Aquí está", channel="web", answers={"replica": {"datos": "Factura 1"}, "vpn": "Sí"})
    given = complete_information(
        ticket.pk, report, contact=laura, match=match_sender(laura.email, later.date()), by=Actor("contact", laura.pk, laura.name), at=later
    )

    ticket = given.ticket.__class__.objects.get(pk=ticket.pk)
    assert ticket.status == "in_progress"
    assert states(ticket)["replica"] == states(ticket)["vpn"] == PRESENT
    assert Clock.objects.get(ticket=ticket, clock="attention").due_at is not None


@pytest.mark.parametrize("name", ["information", "return", "tags"])
def test_each_verb_shows_its_form_and_is_done_once(name, case, signed_in) -> None:
    address = reverse(f"tickets:{name}", args=[case.number])
    assert signed_in.get(address).status_code == 200
    said = {
        "information": {"state-afectados": "missing", "key": "k1"},
        "return": {"points": ["afectados"], "text": "¿A quiénes?", "key": "k2"},
        "tags": {"tags": "ivr, voz", "key": "k3"},
    }[name]

    first, second = (signed_in.post(address, said) for _ in range(2))

    assert first.status_code == second.status_code == 303
    kind = {"information": "ticket.information", "return": "ticket.returned", "tags": "ticket.tagged"}[name]
    assert Event.objects.filter(subject_id=case.pk, kind=kind).count() <= 1
    if name == "return":
        assert Ticket.objects.get(pk=case.pk).status == "waiting_customer"
        assert Message.objects.filter(ticket=case, kind="answer").count() == 1
        assert signed_in.post(address, {"points": [], "key": "k4"}).status_code == 422


def answered_by_mail(ticket, text, files=(), *, at):
    """Laura answers the mail that named what is missing."""
    laura = Contact.objects.get(name="Laura Beltrán")
    report = Report(subject="Re: caso", text=text, channel="email", files=files)
    match = match_sender(laura.email, at.date())
    return hear(ticket.pk, report, contact=laura, match=match, by=Actor("contact", laura.pk, laura.name), at=at)


def test_a_mail_that_answers_what_was_asked_gives_a_hint_and_ticks_nothing_dig_019_sop_020(hospital, met) -> None:
    ticket = reported("Laura", text="La réplica la hacemos mañana.")
    now = timezone.now() + timedelta(seconds=1)
    return_to_customer(ticket.pk, ["replica", "vpn", "evidencias"], text="", by=met, at=now)
    ticket.refresh_from_db()
    assert heard_since(ticket, information_of(ticket, agreement_for(ticket))) == {}, "what was said before it was asked for is no answer"

    ticket = answered_by_mail(ticket, "Buenas.\nLa vpn quedó abierta <b>hoy</b>.", at=now + timedelta(seconds=1))

    assert ticket.status == "in_progress"
    points = information_of(ticket, agreement_for(ticket))
    assert heard_since(ticket, points) == {"vpn": "La vpn quedó abierta <b>hoy</b>."}
    assert states(ticket)["vpn"] == MISSING
    file = store(name="captura.png", content_type="image/png", content=b"\x89PNG\r\n\x1a\n.")
    ticket = answered_by_mail(ticket, "Adjunto.", [file], at=now + timedelta(seconds=2))
    assert heard_since(ticket, information_of(ticket, agreement_for(ticket))) == {
        "vpn": "La vpn quedó abierta <b>hoy</b>.",
        "evidencias": "",
    }


def test_the_agent_sees_the_hint_beside_the_point_and_it_goes_once_they_decide_dig_020(hospital, met) -> None:
    ticket = reported("Laura")
    now = timezone.now() + timedelta(seconds=1)
    return_to_customer(ticket.pk, ["vpn"], text="", by=met, at=now)
    answered_by_mail(ticket, "La vpn quedó abierta <b>hoy</b>.", at=now + timedelta(seconds=1))
    agent = Client(HTTP_HOST="other.localhost")
    agent.force_login(Person.objects.get(pk=met.id), backend="allauth.account.auth_backends.AuthenticationBackend")
    form = reverse("tickets:information", args=[ticket.number])

    for page in (agent.get(form).text, agent.get(reverse("console:case", args=[ticket.number])).text):
        assert "Parece que respondió: <q>La vpn quedó abierta &lt;b&gt;hoy&lt;/b&gt;.</q>" in page
    assert 'value="missing" checked' in agent.get(form).text

    check_information(ticket.pk, {"vpn": PRESENT}, said={}, reason="", by=met, at=now + timedelta(seconds=2))
    assert "Parece que respondió" not in agent.get(form).text
