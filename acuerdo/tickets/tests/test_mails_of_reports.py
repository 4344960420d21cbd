"""What people are mailed about who reports, with what, and when nothing works."""

from datetime import timedelta

import pytest
from django.utils import timezone

from acuerdo.customers.models import Contact
from acuerdo.events.models import Event
from acuerdo.notifications.models import Outgoing
from acuerdo.people.access import as_actor
from acuerdo.people.models import Person
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.contingency import AlreadyDeclared, NotGoingOn, NotInOrder, declare, end
from acuerdo.tickets.actions.open import Report
from acuerdo.tickets.actions.return_to_customer import return_to_customer
from acuerdo.tickets.actions.take_call import InTheFuture, NeedsMail, NotAuthorised, OutsideContingency, ask_for_mail, take_call
from acuerdo.tickets.models import Contingency, Ticket
from acuerdo.tickets.reactions import ask_for_mail as mail_the_request
from acuerdo.tickets.reactions import mail_answer, mail_new_times, mail_returned, tell_of_contingency, tell_of_standing
from acuerdo.tickets.tests.reports import reported


def event_of(kind):
    return Event.objects.filter(kind=kind).latest("pk")


def test_who_may_not_report_is_told_and_who_may_is_asked_once_dig_005(hospital) -> None:
    reported("Rodrigo")

    for _ in range(2):
        tell_of_standing(event_of("ticket.reported_unauthorised"))

    told, asked = Outgoing.objects.order_by("pk")
    assert (told.to, asked.to) == ("rodrigo@sanblas.example", "laura@sanblas.example")
    assert "nada se perdió" in told.text
    assert "Laura Beltrán" in told.text
    assert "En esta mesa reporta la persona que su organización autorizó." in told.text
    assert "Rodrigo Salas" in asked.text
    assert "Ver el caso y confirmarlo" in asked.html


def test_a_returned_case_is_one_mail_with_each_point_dig_019(hospital, met) -> None:
    ticket = reported("Laura")
    return_to_customer(ticket.pk, ["replica", "vpn"], text="Nos falta algo:", by=met, at=timezone.now() + timedelta(seconds=1))

    mail_answer(event_of("ticket.responded"))
    mail_returned(event_of("ticket.returned"))

    mail = Outgoing.objects.get()
    for said in (mail.text, mail.html):
        assert "Falta la réplica en el ambiente de pruebas" in said
        assert "No hay acceso VPN para diagnosticar" in said
        assert "Nos falta algo:" in said


def test_the_reason_of_a_new_classification_is_in_the_mail_with_the_new_times_int_121(open_case, by) -> None:
    ticket = open_case(at=timezone.now() - timedelta(hours=1))
    classify(ticket.pk, {"priority": "critico"}, reason="La plataforma no atiende", by=by, at=timezone.now())

    mail_new_times(event_of("ticket.classified"))

    mail = Outgoing.objects.get(key__startswith="times-")
    assert "Por qué: La plataforma no atiende" in mail.text
    assert "Crítico" in mail.text


def test_a_caller_is_asked_for_the_mail_that_opens_the_case_pro_a10(diana, by) -> None:
    report = Report(subject="No suena el IVR", text="Llamó a las 9: el IVR no transfiere.", channel="telefono")

    with pytest.raises(NeedsMail):
        take_call(report, contact=diana, happened_at=timezone.now(), by=by, at=timezone.now())
    ask_for_mail(report, contact=diana, by=by, at=timezone.now())
    event = event_of("contact.mail_asked")
    mail_the_request(event)

    assert not Ticket.objects.exists()
    assert event.facts == {"channel": "telefono"}, "what was said never enters the log"
    mail = Outgoing.objects.get()
    assert mail.to == diana.email
    assert "el IVR no transfiere" in mail.text
    assert mail.reply_to.startswith("soporte@")


def test_a_call_runs_from_its_true_time_and_never_from_tomorrow(diana, by) -> None:
    now = timezone.now()
    report = Report(subject="No suena el IVR", text="…", channel="chat")

    with pytest.raises(InTheFuture):
        take_call(report, contact=diana, happened_at=now + timedelta(minutes=1), by=by, at=now)
    ticket = take_call(report, contact=diana, happened_at=now - timedelta(hours=3), by=by, at=now)

    assert ticket.opened_at == now - timedelta(hours=3)
    event = Event.objects.get(subject_id=ticket.pk, kind="ticket.opened")
    assert (event.at, event.actor_id) == (ticket.opened_at, by.id)
    assert event.recorded_at > event.at + timedelta(hours=2)


def test_only_the_authorised_are_taken_by_phone_and_all_in_a_contingency_dig_a7(hospital, met) -> None:
    now = timezone.now()
    rodrigo = Contact.objects.select_related("organisation").get(name="Rodrigo Salas")
    report = Report(subject="Se cayó", text="…", channel="telefono", proposed={"type": "incidente"})
    with pytest.raises(NotAuthorised):
        take_call(report, contact=rodrigo, happened_at=now, by=met, at=now)

    person = Person.objects.get(pk=met.id)
    failure = declare(starts_at=now - timedelta(hours=2), reason="Falla de SAC", notice="Use el teléfono.", person=person, by=met, at=now)
    with pytest.raises(AlreadyDeclared):
        declare(starts_at=now, reason="Otra", notice="", person=person, by=met, at=now)
    with pytest.raises(OutsideContingency):
        take_call(Report(**{**vars(report), "contingency": failure}), contact=rodrigo, happened_at=now - timedelta(hours=3), by=met, at=now)
    ticket = take_call(
        Report(**{**vars(report), "contingency": failure}), contact=rodrigo, happened_at=now - timedelta(hours=1), by=met, at=now
    )

    assert ticket.contingency == failure
    assert Event.objects.get(subject_id=ticket.pk, subject_kind="ticket", kind="ticket.opened").facts["contingency"] == failure.pk

    for _ in range(2):
        tell_of_contingency(event_of("contingency.declared"))
    mails = Outgoing.objects.filter(key__startswith="contingency-")
    assert {mail.to for mail in mails} == {"laura@sanblas.example", "rodrigo@sanblas.example"}
    assert "Línea telefónica" in mails[0].text
    assert "WhatsApp" in mails[0].text
    assert "Use el teléfono." in mails[0].text

    with pytest.raises(NotInOrder):
        end(failure.pk, ends_at=now - timedelta(hours=5), by=met, at=now)
    end(failure.pk, ends_at=now, by=met, at=now)
    with pytest.raises(NotGoingOn):
        end(failure.pk, ends_at=now, by=met, at=now)
    assert Contingency.objects.get().is_over
    assert as_actor(person).id == met.id
