from smtplib import SMTPRecipientsRefused

import pytest
from django.core.mail.backends.locmem import EmailBackend

from acuerdo.events.models import Event
from acuerdo.notifications.actions.send import Mail, send
from acuerdo.notifications.actions.send_again import send_again
from acuerdo.notifications.jobs import hand_over


@pytest.fixture
def mail(desk):
    return send(Mail(key="una", to="diana@santa-aurelia.example", subject="Su caso", text="Hola", about=("ticket", 7)))


class Refusing(EmailBackend):
    """A mail server that knows nobody."""

    def send_messages(self, _messages):
        raise SMTPRecipientsRefused({"diana@santa-aurelia.example": (550, b"no such user")})


def events_of(mail):
    return list(Event.objects.filter(subject_kind="mail", subject_id=mail.pk).order_by("position"))


def test_a_mail_that_left_is_an_event_of_its_own_chain_with_its_message_id(mail):
    hand_over(mail.pk)
    hand_over(mail.pk)

    (sent,) = events_of(mail)
    assert (sent.kind, sent.facts) == ("mail.sent", {"message_id": mail.message_id, "about": "ticket 7"})
    assert sent.detail.content == {"to": "diana@santa-aurelia.example"}
    assert not Event.objects.filter(subject_kind="ticket", subject_id=7).exists()


def test_a_refused_mail_is_an_event_and_so_is_its_leaving_at_last(mail, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    hand_over(mail.pk)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    send_again(mail.pk)
    hand_over(mail.pk)

    refused, sent = events_of(mail)
    assert (refused.kind, sent.kind, sent.previous_hash) == ("mail.refused", "mail.sent", refused.hash)
    assert "no such user" in refused.detail.content["problem"]


def test_what_is_recorded_of_a_mail_costs_two_statements(mail, django_assert_num_queries):
    # A savepoint; the mail held, the server it leaves by, then the mail saved; the end of its chain, its event; the savepoint.
    with django_assert_num_queries(7):
        hand_over(mail.pk)
