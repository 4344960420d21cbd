"""What stands in the way of fetching a mailbox by IMAP, at its server, here or in one message: nothing is lost, and it is told."""

import imaplib
from datetime import timedelta

import pytest
from django.db import OperationalError

from acuerdo.channels.mail.actions import fetch as fetching
from acuerdo.channels.mail.actions.fetch import fetch
from acuerdo.channels.mail.actions.imap import ImapServer
from acuerdo.channels.mail.actions.try_incoming import try_incoming
from acuerdo.channels.mail.models import Fetched, Mailbox, RawMail
from acuerdo.channels.mail.tests.imap_server import HERE, PASSWORD, SOON, USER, free_port
from acuerdo.channels.mail.tests.letters import arrives
from acuerdo.desks.queries import in_desk
from acuerdo.notifications.models import Notice
from acuerdo.tickets.models import Message, Ticket

pytestmark = pytest.mark.django_db
LATER = timedelta(minutes=1)


@pytest.mark.parametrize("how", ["says no", "breaks off"])
def test_a_message_that_its_server_does_not_give_is_not_lost_and_stops_no_other(account, connect, person_of, now, monkeypatch, how):
    admin = person_of("admin")
    for number, subject in enumerate(("Malo", "Bueno", "Otro"), 1):
        arrives(account, subject, number)
    mailbox = connect()
    whole = imaplib.IMAP4.uid

    def choosy(client, command, *what):
        answer = whole(client, command, *what)
        if command != "FETCH" or not any(word in str(answer[1]) for word in ("Malo", "Peor")):
            return answer
        if how == "says no":
            return "NO", [b"[SERVERBUG] corrupted"]
        client.shutdown()
        return whole(client, command, *what)

    with monkeypatch.context() as patch:
        patch.setattr(imaplib.IMAP4, "uid", choosy)
        fetch(mailbox.pk, at=now)
        mailbox.refresh_from_db()
        row = Fetched.objects.get(raw_mail=None)
        assert (mailbox.failures, row.attempts, row.settled_at) == (1, 1, None)
        fetch(mailbox.pk, at=now + LATER)
        assert sorted(Ticket.objects.values_list("subject", flat=True)) == ["Bueno", "Otro"]
    fetch(mailbox.pk, at=now + 2 * LATER)
    assert Ticket.objects.filter(subject="Malo").exists()

    arrives(account, "Peor", 4)
    with monkeypatch.context() as patch:
        patch.setattr(imaplib.IMAP4, "uid", choosy)
        for minute in range(3, 9):
            fetch(mailbox.pk, at=now + minute * LATER)
    mailbox.refresh_from_db()
    left = Fetched.objects.get(raw_mail=None)
    assert (mailbox.problem, left.attempts, account.subjects(account.folder, "UNSEEN")) == ("", 5, ["Peor"])
    assert Notice.objects.filter(person=admin, key=f"mailbox-{mailbox.pk}-{left.uid_validity}-{left.uid}").count() == 1


def test_where_the_target_is_missing_mail_still_comes_in_and_is_moved_later(account, connect, person_of, now):
    admin = person_of("admin")
    mailbox = connect(after="move", moved_to=f"{account.folder}-hecho")
    for number in (1, 2):
        arrives(account, f"Caso {number}", number)
    fetch(mailbox.pk, at=now)
    mailbox.refresh_from_db()
    assert (Ticket.objects.count(), mailbox.problem) == (2, "moved:no_such_folder")
    assert Notice.objects.filter(person=admin, key__startswith=f"mailbox-{mailbox.pk}").count() == 1
    account.make(f"{account.folder}-hecho")
    fetch(mailbox.pk, at=now + LATER)
    mailbox.refresh_from_db()
    assert (Ticket.objects.count(), mailbox.problem, mailbox.failures) == (2, "", 0)
    assert account.subjects(f"{account.folder}-hecho") == ["Caso 1", "Caso 2"]


def test_a_crash_after_the_commit_and_before_the_mark_repeats_nothing(account, connect, now, monkeypatch):
    arrives(account, "Una vez")
    mailbox = connect()

    def crash(*_args):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(fetching, "put_away", crash)
        fetch(mailbox.pk, at=now)
    assert (Ticket.objects.count(), account.subjects(account.folder, "SEEN")) == (1, [])
    assert Fetched.objects.get().settled_at is None
    fetch(mailbox.pk, at=now)
    assert (Ticket.objects.count(), Message.objects.count()) == (1, 1)
    assert account.subjects(account.folder, "SEEN") == ["Una vez"]


def test_where_the_database_fails_nothing_is_marked_and_all_of_it_comes_later(account, connect, now, monkeypatch):
    arrives(account, "Espera")
    mailbox = connect()

    def full(*_args, **_how):
        msg = "No space left on device"
        raise OperationalError(msg)

    with monkeypatch.context() as patch, pytest.raises(OperationalError):
        patch.setattr(fetching, "receive", full)
        fetch(mailbox.pk, at=now)
    assert (RawMail.objects.count(), account.subjects(account.folder, "SEEN")) == (0, [])
    fetch(mailbox.pk, at=now)
    assert Ticket.objects.get().subject == "Espera"


def test_a_message_that_cannot_be_stored_stays_unread_there_and_the_next_is_taken(account, connect, person_of, now, monkeypatch):
    supervisor = person_of("supervisor")
    arrives(account, "Malo")
    arrives(account, "Bueno", 2)
    mailbox = connect()
    whole = fetching.receive

    def choosy(raw, **how):
        if b"Malo" in raw:
            msg = "no se deja"
            raise ValueError(msg)
        return whole(raw, **how)

    monkeypatch.setattr(fetching, "receive", choosy)
    for minute in range(7):
        fetch(mailbox.pk, at=now + minute * LATER)
    assert list(Ticket.objects.values_list("subject", flat=True)) == ["Bueno"]
    assert account.subjects(account.folder, "UNSEEN") == ["Malo"]
    row = Fetched.objects.get(raw_mail=None)
    assert (row.attempts, row.problem, row.settled_at is None) == (5, "ValueError: no se deja", False)
    assert Notice.objects.filter(person=supervisor, key__startswith="mailbox-").count() == 1


def test_a_message_that_cannot_be_read_is_kept_and_the_next_becomes_a_case(account, connect, now):
    account.arrives(b"X-Nothing: here\r\n\r\nnadie\r\n", account.folder)
    arrives(account, "Bueno", 2)
    fetch(connect().pk, at=now)
    assert [kept.state for kept in RawMail.objects.order_by("pk")] == ["failed", "processed"]
    assert account.subjects(account.folder, "UNSEEN") == []


def test_too_large_a_message_is_not_even_fetched(account, connect, now, monkeypatch):
    monkeypatch.setattr(fetching, "LARGEST", 2_000)
    arrives(account, "Enorme", text="x" * 3_000)
    arrives(account, "Pequeño", 2)
    fetch(connect().pk, at=now)
    assert list(Ticket.objects.values_list("subject", flat=True)) == ["Pequeño"]
    assert Fetched.objects.get(raw_mail=None).settled_at == now


def test_each_thing_that_can_stand_in_the_way_is_told_from_the_others(account, monkeypatch):
    def last(folder=account.folder, moved_to="", **how):
        server = ImapServer(**{"host": HERE, "port": account.port, "user": USER, "password": PASSWORD, "security": "starttls", **how})
        found = try_incoming(server, folder, moved_to, patience=SOON)
        assert PASSWORD not in repr((server, found))
        return found[-1].name, found[-1].problem

    assert last() == ("folder", "")
    assert last(host="no.such.host.invalid") == ("dns", "no_such_host")
    assert last(port=free_port()) == ("connect", "nobody_there")
    assert last(security="tls") == ("connect", "not_tls")
    assert last(password="otra") == ("login", "refused_by_server")
    assert last(folder="No hay") == ("folder", "no_such_folder")
    assert last(moved_to="Tampoco") == ("moved", "no_such_folder")
    monkeypatch.delenv("SSL_CERT_FILE")
    assert last() == ("connect", "certificate")


def test_a_wrong_password_is_told_at_once_and_the_next_looks_come_less_often(account, connect, person_of, now):
    admin, agent = person_of("admin"), person_of("agent")
    mailbox = connect(password="no es esta")
    waits = []
    for _look in range(3):
        fetch(mailbox.pk, at=now)
        mailbox.refresh_from_db()
        waits.append((mailbox.next_at - now).total_seconds() / 60)
    assert (mailbox.problem, waits) == ("login:refused_by_server", [1, 2, 4])
    assert "no es esta" not in mailbox.detail
    assert Notice.objects.filter(person=admin).count() == 1
    assert not Notice.objects.filter(person=agent).exists()


def test_a_row_carried_to_another_desk_or_another_installation_opens_nothing(connect, other_desk, now, settings, account):
    arrives(account, "Caso")
    mailbox = connect()
    with in_desk(other_desk.schema_name):
        copy = Mailbox.objects.create(host=HERE, port=account.port, user=USER, password=mailbox.password, since=now, folder=account.folder)
        fetch(copy.pk, at=now)
        copy.refresh_from_db()
        assert (copy.problem, RawMail.objects.count()) == ("login:key_changed", 0)
    settings.SECRET_KEY = "otra clave"
    fetch(mailbox.pk, at=now)
    mailbox.refresh_from_db()
    assert mailbox.problem == "login:key_changed"
