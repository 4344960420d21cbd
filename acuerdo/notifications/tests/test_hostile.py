"""What no mail can be made of is kept and shown, and hurts nobody."""

import pytest
from django.core import mail
from procrastinate.contrib.django import app

from acuerdo.notifications.actions.send import Mail, send
from acuerdo.notifications.jobs import deliver
from acuerdo.notifications.models import Outgoing

pytestmark = pytest.mark.django_db


def outgoing(desk, **said) -> Outgoing:
    return send(Mail(**{"key": "una", "to": "ana@cliente.example", "subject": "Hola", "text": "Hola", **said}))


def sent(one: Outgoing) -> Outgoing:
    """Do the job's work in this test's own transaction."""
    app.tasks[deliver.name].func.__wrapped__(outgoing_id=one.pk)
    return Outgoing.objects.get(pk=one.pk)


@pytest.mark.parametrize("to", ["", "ana@a.example\nBcc: todos@b.example", "ana@a.example\r\n\r\nHola"])
def test_what_is_no_address_is_refused_once_and_for_all(desk, to):
    one = sent(outgoing(desk, to=to))

    assert (mail.outbox, one.sent_at) == ([], None)
    assert one.refused_at
    assert one.problem


def test_a_text_that_no_mail_can_carry_is_refused_once_and_for_all(desk):
    one = outgoing(desk)
    Outgoing.objects.filter(pk=one.pk).update(reply_to="ana@a.example\nBcc: todos@b.example")

    assert sent(one).refused_at


@pytest.mark.parametrize(
    "subject", ["Hola\nBcc: todos@b.example", "Hola\r\n\r\n<script>", "Hola\x0bBcc: x", "Hola\u2028Bcc: x", "😀 \u202eatrás" * 80]
)
def test_a_subject_is_one_line_whatever_is_in_it(desk, subject):
    sent(outgoing(desk, subject=subject))

    written = mail.outbox[0].message()
    assert list(written.keys()).count("Subject") == 1
    assert written["Bcc"] is None
    assert mail.outbox[0].bcc == []


def test_a_name_of_a_person_adds_no_header(desk):
    sent(outgoing(desk, sender_name='Ana"\r\nBcc: todos@b.example'))

    assert mail.outbox[0].message()["Bcc"] is None
    assert mail.outbox[0].recipients() == ["ana@cliente.example"]


def test_a_mail_that_was_sent_is_not_sent_again(desk):
    one = outgoing(desk)
    sent(one)
    sent(one)

    assert [message.extra_headers["Message-ID"] for message in mail.outbox] == [one.message_id]
