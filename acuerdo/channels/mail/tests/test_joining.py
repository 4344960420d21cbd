from datetime import timedelta

import pytest

from acuerdo.channels.mail.actions.process_again import process_again
from acuerdo.channels.mail.tests.letters import MAILBOX, letter, take
from acuerdo.core.mail import sign
from acuerdo.core.tickets import Status
from acuerdo.customers.models import Contact
from acuerdo.events.models import Event
from acuerdo.notifications.actions.send import Mail, send
from acuerdo.notifications.models import Outgoing
from acuerdo.people.access import as_actor
from acuerdo.tickets.access import reply_address
from acuerdo.tickets.actions.answer import answer as reply
from acuerdo.tickets.models import Message, Ticket

RIVAL = "Rita Rival <rita@otra.example>"


@pytest.fixture
def case(diana, now):
    return take(letter(), at=now).ticket


@pytest.fixture
def acknowledged(case):
    return send(Mail(key="ack", to=case.contact.email, subject=f"[#{case.number}] Recibimos", text="…", about=("ticket", case.pk)))


def answer(at, **values):
    values = {"subject": "Re: otra cosa", "text": "Sigue igual.", "message_id": "<2@santa-aurelia.example>"} | values
    return take(letter(**values), at=at, recipient=values.pop("to", MAILBOX))


def test_an_answer_to_a_mail_of_ours_joins_its_case(case, acknowledged, now):
    kept = answer(now, answers=acknowledged.message_id)

    assert (kept.outcome, kept.ticket, kept.message.text) == ("joined", case, "Sigue igual.")
    assert Ticket.objects.count() == 1


def test_an_answer_to_the_customers_own_first_message_joins_its_case(case, now):
    assert answer(now, answers="<1@santa-aurelia.example>").ticket == case


def test_the_signed_reply_address_joins_when_the_thread_is_lost(case, now):
    assert answer(now, to=reply_address(case)).ticket == case


def test_the_number_in_the_subject_joins_when_nothing_else_is_left(case, now):
    assert answer(now, subject=f"RE: [#{case.number}] Recibimos su caso").ticket == case


def test_the_thread_counts_before_the_address_and_the_address_before_the_subject(case, acknowledged, now):
    second = take(letter(subject="Otro", message_id="<s@x>", text="Otra cosa."), at=now).ticket
    third = take(letter(subject="Más", message_id="<t@x>", text="Una más."), at=now).ticket
    said = f"[#{third.number}]"

    assert answer(now, answers=acknowledged.message_id, to=reply_address(second), subject=said).ticket == case
    assert answer(now, to=reply_address(second), subject=said, message_id="<4@x>").ticket == second
    assert answer(now, subject=said, message_id="<5@x>").ticket == third


@pytest.mark.parametrize("sender", [RIVAL, "extraño <nadie@gmail.com>"])
def test_a_stranger_who_quotes_a_number_opens_a_case_of_their_own(case, organisation_of, now, sender):
    organisation_of("Otra", domain="otra.example")

    kept = answer(now, sender=sender, subject=f"[#{case.number}] quiero verlo")

    assert (kept.outcome, case.messages.count()) == ("opened", 1)
    assert kept.ticket != case


def test_another_organisation_never_joins_not_even_with_the_thread_and_the_signed_address(case, acknowledged, organisation_of, now):
    organisation_of("Otra", domain="otra.example")

    kept = answer(now, sender=RIVAL, answers=acknowledged.message_id, to=reply_address(case), subject=f"[#{case.number}]")

    assert (kept.outcome, case.messages.count()) == ("opened", 1)
    assert kept.ticket.organisation.name == "Otra"


def test_a_made_up_signature_joins_nothing(case, clinic, now):
    false = sign(MAILBOX, case.number, b"some other key")

    kept = answer(now, sender="extraño <nadie@gmail.com>", to=false)

    assert kept.ticket != case


def test_a_colleague_of_the_same_customer_joins(case, now):
    kept = answer(now, sender="Luis <luis@santa-aurelia.example>", subject=f"[#{case.number}]")

    assert (kept.ticket, kept.message.contact.email) == (case, "luis@santa-aurelia.example")


def test_the_same_person_from_a_private_address_joins_by_our_own_mail(case, acknowledged, now):
    kept = answer(now, sender="Diana <diana.lozano@gmail.com>", answers=acknowledged.message_id)

    assert kept.ticket == case


def test_an_answer_brings_a_waiting_case_back_to_work(case, agent, now):

    reply(case.pk, "¿Desde qué hora?", by=as_actor(agent), at=now, then=Status.WAITING_CUSTOMER)
    answer(now, subject=f"[#{case.number}]")

    case.refresh_from_db()
    assert case.status == "in_progress"


def test_an_out_of_office_answer_is_kept_and_changes_nothing(case, agent, now):

    reply(case.pk, "¿Desde qué hora?", by=as_actor(agent), at=now, then=Status.WAITING_CUSTOMER)
    kept = answer(now, subject=f"Respuesta automática: [#{case.number}]", Auto_Submitted="auto-replied")

    case.refresh_from_db()
    assert (kept.outcome, kept.ticket, case.status) == ("joined", case, "waiting_customer")
    assert Event.objects.filter(kind="ticket.automatic_reply").count() == 1


@pytest.mark.parametrize("away", [{"Auto_Submitted": "auto-replied"}, {"X_Autoreply": "yes"}, {"Precedence": "auto_reply"}])
def test_an_out_of_office_answer_that_names_no_case_is_kept_and_opens_none(clinic, now, away):
    kept = take(letter("Estoy de vacaciones", "Vuelvo el lunes.", **away), at=now)

    assert (kept.state, kept.outcome, kept.ticket) == ("processed", "unanswered", None)
    assert not Ticket.objects.exists()
    assert not Outgoing.objects.exists()
    assert Event.objects.get(kind="mail.received").facts["outcome"] == "unanswered"


def test_not_even_where_it_answers_a_mail_of_the_desk_that_was_of_no_case(agent, now):
    digest = send(Mail(key="d", to=agent.email, subject="Su resumen", text="…", about=("person", agent.pk)))

    kept = answer(now, sender=f"Marcela <{agent.email}>", answers=digest.message_id, subject="Respuesta automática: Su resumen")

    assert (kept.outcome, Ticket.objects.count()) == ("unanswered", 0)


def test_what_a_person_reports_under_such_a_subject_opens_a_case(clinic, now):
    kept = take(letter("Fuera de la oficina no puedo entrar a la VPN"), at=now)

    assert (kept.outcome, kept.ticket.subject) == ("opened", "Fuera de la oficina no puedo entrar a la VPN")


def test_an_alert_of_a_program_opens_a_case_that_is_never_acknowledged(clinic, now):
    kept = take(letter("CRITICAL: disco lleno en db1", Auto_Submitted="auto-generated", Precedence="bulk"), at=now)

    assert kept.outcome == "opened"
    assert Event.objects.get(kind="ticket.opened").facts["automatic"] is True


def test_a_person_may_say_that_what_was_put_aside_is_a_report(clinic, now):
    kept = take(letter("Estoy de vacaciones", "Y el IVR no transfiere.", Auto_Submitted="auto-replied"), at=now)

    again = process_again(kept.pk, at=now + timedelta(hours=1))

    assert (again.outcome, again.ticket.opened_at) == ("opened", now)
    assert process_again(kept.pk, at=now + timedelta(hours=2)).ticket == again.ticket
    assert Ticket.objects.count() == 1


def test_a_person_of_the_desk_who_answers_a_notice_leaves_an_internal_note(case, agent, now):
    notice = send(Mail(key="n", to=agent.email, subject=f"[#{case.number}] Es suyo", text="…", about=("ticket", case.pk)))

    kept = answer(now, sender=f"Marcela <{agent.email}>", answers=notice.message_id, text="Ya lo miro.")

    assert (kept.outcome, kept.message.kind, kept.message.person, kept.message.text) == ("noted", "note", agent, "Ya lo miro.")
    assert not Contact.objects.filter(email=agent.email).exists()


def test_a_number_that_anybody_can_write_is_not_enough_to_speak_as_a_person_of_the_desk(case, agent, now):
    kept = answer(now, sender=f"Marcela <{agent.email}>", subject=f"[#{case.number}] cámbienle la clave")

    assert (kept.outcome, kept.message.kind) == ("opened", "customer")
    assert (kept.ticket != case, case.messages.count()) == (True, 1)


def test_a_person_of_the_desk_who_answers_a_customers_own_mail_leaves_an_internal_note(case, agent, now):
    kept = answer(now, sender=f"Marcela <{agent.email}>", answers="<1@santa-aurelia.example>", subject=f"Re: [#{case.number}]")

    assert (kept.outcome, kept.ticket, kept.message.person) == ("noted", case, agent)


def test_a_person_of_the_desk_who_writes_without_a_case_is_a_customer_like_any(agent, now):
    kept = answer(now, sender=f"Marcela <{agent.email}>")

    assert (kept.outcome, kept.message.kind) == ("opened", "customer")


def test_who_left_the_desk_joins_no_case_they_once_were_told_of(case, agent, now):
    notice = send(Mail(key="n", to=agent.email, subject="Es suyo", text="…", about=("ticket", case.pk)))
    agent.is_active = False
    agent.save()

    assert answer(now, sender=f"Marcela <{agent.email}>", answers=notice.message_id).ticket != case


def test_a_bounce_of_our_mail_is_noted_in_its_case_and_opens_none(case, acknowledged, now):
    report = f"""From: Mail Delivery System <MAILER-DAEMON@mx.example>
To: {MAILBOX}
Subject: Undelivered Mail Returned to Sender
Message-ID: <b1@mx.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=B

--B
Content-Type: text/plain

It could not be delivered.
--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; {case.contact.email}
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 No such user

--B
Content-Type: text/rfc822-headers

Message-ID: {acknowledged.message_id}

--B--
""".encode()

    kept = take(report, at=now, sender="")

    acknowledged.refresh_from_db()
    assert (kept.outcome, kept.ticket, Ticket.objects.count()) == ("bounced", case, 1)
    assert kept.message.kind == Message.Kind.NOTE
    assert "diana@santa-aurelia.example" in kept.message.text
    assert "550 No such user" in kept.message.text
    assert (acknowledged.refused_at, "5.1.1" in acknowledged.problem) == (now, True)


def test_a_bounce_of_somebody_elses_mail_opens_no_case(desk, now):
    kept = take(letter(sender="MAILER-DAEMON@mx.example", subject="Undelivered", message_id="<b2@x>"), at=now, sender="")

    assert (kept.outcome, Ticket.objects.count()) == ("bounced", 0)


def test_our_own_automatic_mail_come_back_is_kept_and_nothing_else(desk, now):
    headers = {"X_Acuerdo_Desk": "another_desk", "Auto_Submitted": "auto-generated"}
    kept = take(letter(sender="otra@mesa.example", message_id="<o@x>", **headers), at=now)

    assert (kept.outcome, Ticket.objects.count()) == ("ours", 0)
