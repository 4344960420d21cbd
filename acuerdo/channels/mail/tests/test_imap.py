"""A mailbox fetched by IMAP from a real server over TLS: each message once, from where and into what the desk asks for."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from acuerdo.channels.mail.actions import fetch as fetching
from acuerdo.channels.mail.actions.fetch import fetch
from acuerdo.channels.mail.actions.keep_mailbox import MailboxThere, Wanted, keep_mailbox, remove_mailbox
from acuerdo.channels.mail.models import Fetched, Mailbox, RawMail
from acuerdo.channels.mail.tests.imap_server import PASSWORD
from acuerdo.channels.mail.tests.letters import arrives
from acuerdo.events.events import SYSTEM
from acuerdo.events.models import Event, EventDetail
from acuerdo.tickets.models import Message, Ticket

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


def test_a_message_becomes_a_case_and_is_marked_as_read(account, connect, clinic, now):
    arrives(account, "El IVR no transfiere")
    assert account.subjects(account.folder, "SEEN") == []
    fetch(connect().pk, at=now)
    case = Ticket.objects.get()
    assert (case.subject, case.organisation) == ("El IVR no transfiere", clinic)
    assert account.subjects(account.folder, "SEEN") == ["El IVR no transfiere"]
    assert Fetched.objects.get().settled_at == now


def test_the_next_looks_take_it_no_more_and_take_what_is_new(account, connect, now):
    mailbox = connect()
    for number, subject in enumerate(("Uno", "Dos", "Tres"), 1):
        arrives(account, subject, number)
        for _again in range(2):
            fetch(mailbox.pk, at=now)
    assert sorted(Ticket.objects.values_list("subject", flat=True)) == ["Dos", "Tres", "Uno"]
    assert RawMail.objects.count() == Fetched.objects.count() == 3


def test_what_was_there_before_stays_there_unless_it_is_asked_for(account, connect, now):
    arrives(account, "De ayer")
    mailbox = connect(takes_old=False, at=timezone.now() + 2 * SECOND)
    fetch(mailbox.pk, at=now)
    arrives(account, "De hoy", 2)
    fetch(mailbox.pk, at=now)
    assert list(Ticket.objects.values_list("subject", flat=True)) == ["De hoy"]
    assert account.subjects(account.folder, "UNSEEN") == ["De ayer"]


def test_what_came_while_the_first_look_did_not_succeed_is_taken_by_the_first_that_does(account, connect, now):
    mailbox = connect(takes_old=False, at=timezone.now() - SECOND, password="no es esta")
    fetch(mailbox.pk, at=now)
    arrives(account, "Entre tanto")
    keep_mailbox(mailbox.pk, Wanted({}, PASSWORD), by=SYSTEM, at=now)
    fetch(mailbox.pk, at=now)
    assert Ticket.objects.get().subject == "Entre tanto"


def test_what_was_there_before_can_be_asked_for_later_and_nothing_is_taken_twice(account, connect, now):
    arrives(account, "De ayer")
    mailbox = connect(takes_old=False, at=timezone.now() + 2 * SECOND)
    fetch(mailbox.pk, at=now)
    arrives(account, "De hoy", 2)
    fetch(mailbox.pk, at=now)
    keep_mailbox(mailbox.pk, Wanted({"takes_old": True}), by=SYSTEM, at=now)
    fetch(mailbox.pk, at=now)
    assert sorted(Ticket.objects.values_list("subject", flat=True)) == ["De ayer", "De hoy"]
    assert RawMail.objects.count() == Fetched.objects.count() == 2


def test_it_can_be_moved_and_only_it(account, connect, now):
    target = f"{account.folder} ya atendido, año 1"
    account.make(target)
    arrives(account, "Se mueve")
    mailbox = connect(after="move", moved_to=target)
    fetch(mailbox.pk, at=now)
    assert (account.subjects(account.folder), account.subjects(target)) == ([], ["Se mueve"])


def test_a_folder_with_other_numbers_is_looked_through_again_and_joins_nothing_twice(account, connect, now):
    for number in (1, 2):
        arrives(account, f"Caso {number}", number)
    mailbox = connect()
    fetch(mailbox.pk, at=now)
    account.rebuild(account.folder)
    arrives(account, "Caso 3", 3)
    fetch(mailbox.pk, at=now)
    assert (Ticket.objects.count(), Message.objects.count(), RawMail.objects.count()) == (3, 3, 3)
    assert account.subjects(account.folder, "UNSEEN") == []


def test_an_answer_joins_its_case_by_the_address_it_was_delivered_to(account, connect, now):
    mailbox = connect()
    arrives(account, "Consulta")
    fetch(mailbox.pk, at=now)
    arrives(
        account,
        "Re: Consulta",
        2,
        answers="<1@santa-aurelia.example>",
        to="Otra Cosa <lista@ajena.example>",
        Delivered_To="soporte@testserver",
    )
    fetch(mailbox.pk, at=now)
    assert (Ticket.objects.count(), Message.objects.count()) == (1, 2)
    assert RawMail.objects.latest("pk").recipient == "soporte@testserver"


def test_many_messages_are_taken_in_rounds(account, connect, now, monkeypatch):
    monkeypatch.setattr(fetching, "ROUND", 2)
    for number in range(5):
        arrives(account, f"Asunto {number}", number)
    mailbox = connect()
    assert [fetch(mailbox.pk, at=now) for _round in range(3)] == [True, True, False]
    assert Ticket.objects.count() == 5


def test_its_password_is_in_no_row_and_no_event_in_the_clear(connect, by, now):
    mailbox = connect()
    remove_mailbox(mailbox.pk, by=by, at=now)
    told = repr([list(Event.objects.values()), list(EventDetail.objects.values())])
    assert PASSWORD not in mailbox.password + told
    assert [event.kind for event in Event.objects.filter(subject_kind="mailbox").order_by("pk")] == ["mailbox.kept", "mailbox.removed"]


def test_the_same_folder_is_connected_once_and_another_place_begins_anew(connect, by, now):
    mailbox = connect()
    with pytest.raises(MailboxThere):
        connect()
    Mailbox.objects.filter(pk=mailbox.pk).update(uid_validity=5, next_uid=900)
    moved = keep_mailbox(mailbox.pk, Wanted({"folder": "INBOX"}), by=by, at=timezone.now())
    assert (moved.uid_validity, moved.next_uid) == (None, 0)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'mail.fetch' AND args->>'mailbox_id' = %s", [str(mailbox.pk)]
        )
        assert cursor.fetchone()[0] == 1
