"""A mail that no server takes is said in its case: the desk believes that it has answered."""

from smtplib import SMTPRecipientsRefused

import pytest
from django.core.mail.backends.locmem import EmailBackend

from acuerdo.events.models import Reaction
from acuerdo.notifications.actions.send import Mail, send
from acuerdo.notifications.jobs import hand_over
from acuerdo.tickets.models import Message
from acuerdo.tickets.reactions import note_refused
from acuerdo.tickets.tests.reacting import react_all


class Refusing(EmailBackend):
    """A mail server that knows nobody."""

    def send_messages(self, _messages):
        raise SMTPRecipientsRefused({"diana@santa-aurelia.example": (550, b"5.1.1 no such user")})


@pytest.fixture
def refuses(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"


def refused(key, about):
    hand_over(send(Mail(key=key, to="diana@santa-aurelia.example", subject="Su caso", text="Reinicie", about=about)).pk)
    react_all("tickets.note_refused")


def notes(case):
    return list(Message.objects.filter(ticket=case, kind="note").values_list("text", flat=True))


def test_a_refused_mail_leaves_a_note_in_its_case_with_the_servers_words(case, refuses):
    refused("una", ("ticket", case.pk))

    assert notes(case) == ["Un correo nuestro no llegó a diana@santa-aurelia.example: «Su caso». Su servidor dijo: 550 5.1.1 no such user"]


def test_it_is_noted_once_however_often_the_worker_begins_again(case, refuses):
    refused("una", ("ticket", case.pk))
    note_refused(Reaction.objects.get(name="tickets.note_refused").event)

    assert len(notes(case)) == 1


def test_another_refusal_is_another_note(case, refuses):
    refused("una", ("ticket", case.pk))
    refused("otra", ("ticket", case.pk))

    assert len(notes(case)) == 2


@pytest.mark.parametrize("about", [("ticket", 999_999), ("person", 1), ("", 0)])
def test_a_mail_about_no_case_of_this_desk_is_only_marked(case, refuses, about):
    refused("una", about)

    assert notes(case) == []
    assert not Reaction.objects.filter(name="tickets.note_refused", done_at=None).exists()
