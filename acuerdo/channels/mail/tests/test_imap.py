"""A mailbox fetched by IMAP from a real server over TLS: each message once, stored before it is marked, whatever fails between."""

import imaplib
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from acuerdo.channels.mail.actions import fetch as fetching
from acuerdo.channels.mail.actions.fetch import fetch
from acuerdo.channels.mail.actions.imap import ImapServer
from acuerdo.channels.mail.actions.keep_mailbox import MailboxThere, Wanted, keep_mailbox, remove_mailbox
from acuerdo.channels.mail.actions.try_incoming import try_incoming
from acuerdo.channels.mail.models import Fetched, Mailbox, RawMail
from acuerdo.channels.mail.tests.imap_server import HERE, PASSWORD, SERVERS, SOON, USER, free_port, imap_server
from acuerdo.channels.mail.tests.letters import letter
from acuerdo.desks.queries import in_desk
from acuerdo.events.events import SYSTEM
from acuerdo.events.models import Event, EventDetail
from acuerdo.notifications.models import Notice
from acuerdo.tickets.models import Message, Ticket

pytestmark = pytest.mark.django_db
LATER, SECOND = timedelta(minutes=1), timedelta(seconds=1)


@pytest.fixture(scope="module", params=SERVERS)
def running(request):
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # Dovecot reads the mailbox as nobody
        with imap_server(request.param, Path(folder)) as account:
            yield account


@pytest.fixture
def account(running, monkeypatch, request):
    """The server, whose certificate this machine trusts, with a folder of the test's own."""
    monkeypatch.setenv("SSL_CERT_FILE", running.cert)
    running.folder = f"Mesa{abs(hash(request.node.name))}"
    running.make(running.folder)
    return running


@pytest.fixture
def connect(account, desk, by, now):
    """Connect the folder; gives the mailbox."""

    def make(at=now, password=PASSWORD, **values):
        said = {"host": HERE, "port": account.port, "security": "starttls", "user": USER, "folder": account.folder, "takes_old": True}
        return keep_mailbox(None, Wanted({**said, **values}, password), by=by, at=at)

    return make


def arrives(account, subject, number=1, **how):
    account.arrives(letter(subject, message_id=f"<{number}@santa-aurelia.example>", **how), account.folder)


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


def test_it_can_be_moved_and_only_it(account, connect, now):
    target = f"{account.folder} ya atendido, año 1"
    account.make(target)
    arrives(account, "Se mueve")
    mailbox = connect(after="move", moved_to=target)
    fetch(mailbox.pk, at=now)
    assert (account.subjects(account.folder), account.subjects(target)) == ([], ["Se mueve"])


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


def test_its_password_is_in_no_row_and_no_event_in_the_clear(connect, by, now):
    mailbox = connect()
    remove_mailbox(mailbox.pk, by=by, at=now)
    told = repr([list(Event.objects.values()), list(EventDetail.objects.values())])
    assert PASSWORD not in mailbox.password + told
    assert [event.kind for event in Event.objects.filter(subject_kind="mailbox").order_by("pk")] == ["mailbox.kept", "mailbox.removed"]


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
