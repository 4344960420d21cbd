from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from django.core.files.storage import default_storage

from acuerdo.channels.mail.actions.process_again import process_again
from acuerdo.channels.mail.jobs import try_again
from acuerdo.channels.mail.models import RawMail
from acuerdo.channels.mail.queries import ATTEMPTS
from acuerdo.channels.mail.tests.letters import letter, take
from acuerdo.notifications.models import Notice
from acuerdo.tickets.models import Message, Ticket


def test_a_message_of_a_known_contact_becomes_a_case_of_their_organisation_and_plan(diana, now):
    kept = take(letter(), at=now)

    ticket = kept.ticket
    assert (kept.state, kept.outcome) == ("processed", "opened")
    assert (ticket.subject, ticket.contact, ticket.organisation.name) == ("El IVR no transfiere", diana, "Clínica Santa Aurelia")
    assert ticket.facts["plan"] == "empresarial"
    assert ticket.opened_at == now
    assert kept.message.text == "Desde ayer no transfiere."
    assert {clock.clock for clock in ticket.clocks.all()} == {"first_response", "resolution"}


def test_somebody_new_at_the_domain_of_a_customer_becomes_their_contact(clinic, now):
    kept = take(letter(sender="Luis Pardo <luis@santa-aurelia.example>"), at=now)

    assert (kept.ticket.contact.name, kept.ticket.contact.organisation) == ("Luis Pardo", clinic)


def test_a_sender_without_a_customer_is_accepted_and_marked_so(desk, now):
    kept = take(letter(sender="alguien@gmail.com"), at=now)

    assert (kept.outcome, kept.ticket.doubt, kept.ticket.organisation) == ("opened", "unknown", None)


def test_the_same_message_delivered_twice_makes_nothing_twice(diana, now):
    first = take(letter(), at=now)
    traced = b"Received: from relay by mx; Fri, 20 Nov 2026 10:00:00 -0500\r\n" + letter().replace(b"\n", b"\r\n")

    second = take(traced, at=now)

    assert second.pk == first.pk
    assert (Ticket.objects.count(), Message.objects.count(), RawMail.objects.count()) == (1, 1, 1)


def test_another_text_under_a_reused_message_id_is_a_message_of_its_own(diana, now):
    take(letter(), at=now)
    other = take(letter(text="Ahora tampoco graba."), at=now)

    assert Ticket.objects.count() == 2
    assert other.message.text == "Ahora tampoco graba."


def test_attachments_and_the_pictures_inside_are_kept(diana, now):
    png = b"\x89PNG\r\n\x1a\n" + b"0" * 20
    kept = take(letter(files=[("pantalla.png", "image/png", png), ("../../registro.txt", "text/plain", b"linea")]), at=now)

    files = {f.name: f for f in kept.message.files.all()}
    assert set(files) == {"pantalla.png", "registro.txt"}
    assert files["pantalla.png"].read() == png


def test_what_cannot_be_processed_stays_raw_and_is_told_and_can_be_processed_again(diana, now, person_of):
    supervisor = person_of("supervisor")
    content = b"el registro de hoy"
    in_the_way = Path(default_storage.location) / sha256(content).hexdigest()[:2]
    in_the_way.parent.mkdir(parents=True, exist_ok=True)
    in_the_way.write_text("a file where a folder of files should be")
    raw = letter(files=[("registro.txt", "text/plain", content)])

    kept = take(raw, at=now)

    assert kept.state == "failed"
    assert "FileExistsError" in kept.problem
    assert (Ticket.objects.count(), bytes(RawMail.objects.get(pk=kept.pk).raw)) == (0, raw)
    assert Notice.objects.filter(person=supervisor).count() == 1

    in_the_way.unlink()
    later = now + timedelta(hours=3)
    again = process_again(kept.pk, at=later)

    assert (again.state, again.problem, again.attempts) == ("processed", "", 2)
    assert again.ticket.messages.get().files.get().name == "registro.txt"
    assert again.ticket.opened_at == now, "its clocks run from when it came"
    assert process_again(kept.pk, at=later).attempts == 2, "what is done is not done again"


def test_a_message_that_nobody_wrote_is_kept_and_said_to_be_so(desk, now, person_of):
    person_of("supervisor")
    kept = take(b"Subject: sin remitente\n\nhola\n", sender="", at=now)

    assert (kept.state, kept.ticket) == ("failed", None)
    assert "NobodyWroteIt" in kept.problem


@pytest.mark.parametrize("text", ["", "   \n"])
def test_a_message_without_words_is_a_case_all_the_same(diana, now, text):
    kept = take(letter(subject="", text=text), at=now)

    assert (kept.outcome, kept.ticket.subject) == ("opened", "(sin asunto)")


def test_an_envelope_of_broken_characters_loses_no_message(diana, now):
    kept = take(letter(), at=now, sender="dia\udcffna\x00@santa-aurelia.example", recipient="soporte\udc80@testserver")

    assert (kept.outcome, kept.envelope_from, kept.recipient) == ("opened", "diana@santa-aurelia.example", "soporte@testserver")


def test_the_retry_takes_up_what_failed_and_leaves_what_failed_too_often_to_a_person(diana, now):
    kept = take(b"Subject: sin remitente\n\nhola\n", at=now, sender="")
    for attempt in range(2, ATTEMPTS + 3):
        try_again()
        kept.refresh_from_db()
        assert kept.attempts == min(attempt, ATTEMPTS)

    RawMail.objects.filter(pk=kept.pk).update(raw=letter(), attempts=1)
    try_again()

    kept.refresh_from_db()
    assert (kept.state, kept.ticket.contact) == ("processed", diana)
