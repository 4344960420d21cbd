"""Minimum information: checked by agents, returned to the customer, completed; who may report; tags."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from acuerdo.core.agreements import MISSING, PRESENT, WAIVED
from acuerdo.core.agreements.tests.shipped import manual
from acuerdo.customers.models import Contact, Contract, Organisation
from acuerdo.customers.queries import match_sender
from acuerdo.desks.queries import in_desk
from acuerdo.events.events import Actor
from acuerdo.events.models import Event
from acuerdo.files.actions.store import store
from acuerdo.people.access import as_actor
from acuerdo.people.models import Person
from acuerdo.tickets.actions.check_information import NoSuchPoint, check_information
from acuerdo.tickets.actions.classify import DoesNotFit, classify, with_what_follows
from acuerdo.tickets.actions.complete_information import complete_information
from acuerdo.tickets.actions.confirm_report import NothingToConfirm, confirm_report
from acuerdo.tickets.actions.hear import hear
from acuerdo.tickets.actions.open import Report, open_case
from acuerdo.tickets.actions.raise_level import ReasonMissing
from acuerdo.tickets.actions.return_to_customer import NothingMissing, heard_since, return_to_customer
from acuerdo.tickets.actions.tag import TooManyTags, tag
from acuerdo.tickets.models import Clock, Message, Ticket
from acuerdo.tickets.queries import agreement_for, information_of

DIG_FACTS = {"type": "incidente", "impact": "media", "urgency": "media"}


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


def reported(name, **values):
    contact = Contact.objects.select_related("organisation").get(name__startswith=name)
    now = timezone.now()
    said = {
        "subject": "El copago aparece en cero",
        "text": "Al facturar, el copago queda en cero.",
        "channel": "sac",
        "proposed": DIG_FACTS,
    }
    report = Report(**{**said, **values})
    return open_case(
        report, contact=contact, match=match_sender(contact.email, now.date()), by=Actor("contact", contact.pk, contact.name), at=now
    )


def states(ticket):
    return {point.need.id: point.state for point in information_of(ticket, agreement_for(ticket))}


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


def test_impact_and_urgency_give_the_label_and_p1_frees_from_the_replica_dig_a3_dig_a13(hospital, met) -> None:
    ticket = reported("Laura")
    assert ticket.facts["priority"] == "p3"

    classify(ticket.pk, {"impact": "alta"}, by=met, at=timezone.now())
    ticket.refresh_from_db()
    assert ticket.facts["priority"] == "p2"

    classify(ticket.pk, {"priority": "p1"}, by=met, at=timezone.now())
    ticket.refresh_from_db()
    assert ticket.facts["priority"] == "p1"
    assert {"replica", "vpn", "actualizacion"}.isdisjoint(states(ticket))


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


def test_an_unauthorised_report_is_accepted_marked_and_asked_about_dig_005(hospital, met) -> None:
    ticket = reported("Rodrigo")

    assert ticket.confirmation == "asked"
    event = Event.objects.get(subject_id=ticket.pk, kind="ticket.reported_unauthorised")
    assert event.facts["asked"] == [Contact.objects.get(name="Laura Beltrán").pk]
    assert Clock.objects.filter(ticket=ticket, clock="attention").exists(), "nothing is dropped: its clocks run"

    ticket = confirm_report(ticket.pk, reason="Lo confirmó por teléfono", by=met, at=timezone.now())
    assert ticket.confirmation == "given"
    with pytest.raises(NothingToConfirm):
        confirm_report(ticket.pk, by=met, at=timezone.now())


def test_anybody_s_complaint_is_nobody_s_business_to_confirm_dig_011(hospital) -> None:
    ticket = reported("Rodrigo", proposed={"type": "pqrsf", "pqrsf": "queja"})

    assert ticket.confirmation == ""
    assert ticket.facts == {"type": "pqrsf", "pqrsf": "queja", "plan": "on-premise"}
    assert not Clock.objects.filter(ticket=ticket, kind="promise", due_at__isnull=False).exists(), "no legal terms are invented (DIG-A17)"


def test_tags_are_small_single_and_few(case, by) -> None:
    ticket = tag(case.pk, ["  Chat  interno", "IVR", "ivr", ""], by=by, at=timezone.now())

    assert ticket.tags == ["chat interno", "ivr"]
    with pytest.raises(TooManyTags):
        tag(case.pk, [str(number) for number in range(21)], by=by, at=timezone.now())
    tag(case.pk, ["ivr", "chat interno"], by=by, at=timezone.now())
    assert Event.objects.filter(subject_id=case.pk, kind="ticket.tagged").count() == 1, "nothing new is no event"


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


def test_a_severity_that_its_type_does_not_admit_is_refused_sop_a6(desk) -> None:
    with pytest.raises(DoesNotFit):
        with_what_follows(manual("soporte"), {"type": "incidente", "severity": "s3"}, {"type": "solicitud"})
    assert with_what_follows(manual("soporte"), {"type": "incidente", "severity": "s3"}, {"type": "solicitud", "severity": "s5"})


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
