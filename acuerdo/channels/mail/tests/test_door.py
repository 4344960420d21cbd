"""The door on real sockets, with the standard library's clients."""

import smtplib
import socket
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from django.db import connection

from acuerdo.channels.mail.actions import deliver
from acuerdo.channels.mail.models import RawMail
from acuerdo.channels.mail.tests.letters import letter
from acuerdo.desks.queries import in_desk
from acuerdo.tickets.models import Ticket
from tests.patience import USUAL, until

HERE, THERE = "soporte@testserver", "soporte@other.localhost"


def smtp(door):
    return smtplib.SMTP("127.0.0.1", door["smtp"], timeout=USUAL)


def stored(schema):
    with in_desk(schema):
        return RawMail.objects.count(), Ticket.objects.count()


def another_connection():
    said = connection.settings_dict
    return psycopg.connect(host=said["HOST"], port=said["PORT"], user=said["USER"], password=said["PASSWORD"], dbname=said["NAME"])


def count_of(sessions):
    """How many sessions of this database are so."""
    with another_connection() as asking:
        ours = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'"
        return asking.execute(f"{ours} AND pid <> pg_backend_pid() AND {sessions}").fetchone()[0]


def waits_for_a_row():
    """Whether somebody waits for a row that somebody else holds."""
    return count_of("wait_event_type = 'Lock'")


def test_a_message_is_a_case_by_the_time_250_is_said(door):
    with smtp(door) as client:
        client.sendmail("diana@santa-aurelia.example", [HERE], letter())
        assert stored("proware_test") == (1, 1)


def test_250_waits_for_the_commit(door, committed):
    with another_connection() as other, ThreadPoolExecutor() as threads, smtp(door) as client:
        other.execute("SET search_path = proware_test")
        other.execute("SELECT 1 FROM tickets_counter FOR UPDATE")
        sending = threads.submit(client.sendmail, "diana@santa-aurelia.example", [HERE], letter())
        until(waits_for_a_row, "the message does not wait")
        assert not sending.done()
        other.rollback()
        assert sending.result(USUAL) == {}
    assert stored("proware_test") == (1, 1)


@pytest.mark.parametrize(
    ("address", "desk"),
    [(HERE, "proware_test"), ("SOPORTE+c5-abcdefghij@TestServer", "proware_test"), ("quien.sea@other.localhost", "digitalware_test")],
)
def test_an_address_its_tagged_forms_and_any_name_at_a_desks_host_lead_to_the_desk(door, address, desk):
    with smtp(door) as client:
        client.sendmail("diana@santa-aurelia.example", [address], letter())
    assert stored(desk) == (1, 1)


@pytest.mark.parametrize("address", ["nadie@example.org", "soporte@localhost", "sin-dominio"])
def test_an_address_of_no_desk_is_refused_with_550_and_a_sentence(door, address):
    with smtp(door) as client, pytest.raises(smtplib.SMTPRecipientsRefused) as refused:
        client.sendmail("diana@santa-aurelia.example", [address], letter())
    [(code, said)] = refused.value.recipients.values()
    assert (code, b"No desk receives mail" in said) == (550, True)


def test_one_message_for_two_desks_is_stored_in_both(door):
    with smtp(door) as client:
        client.sendmail("diana@santa-aurelia.example", [HERE, THERE], letter())
    assert (stored("proware_test"), stored("digitalware_test")) == ((1, 1), (1, 1))


def test_trouble_in_one_of_two_desks_is_451_and_nothing_is_stored_in_either(door, monkeypatch):
    monkeypatch.setattr(deliver, "PATIENCE", "100ms")
    with another_connection() as other, smtp(door) as client:
        other.execute("LOCK TABLE proware_test.mail_rawmail IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(smtplib.SMTPDataError) as later:
            client.sendmail("diana@santa-aurelia.example", [HERE, THERE], letter())
        other.rollback()
        assert later.value.smtp_code == 451
        assert (stored("proware_test"), stored("digitalware_test")) == ((0, 0), (0, 0))
        client.sendmail("diana@santa-aurelia.example", [HERE, THERE], letter())
    assert (stored("proware_test"), stored("digitalware_test")) == ((1, 1), (1, 1))


def test_the_same_message_on_ten_connections_at_once_is_one_case(door, monkeypatch):
    monkeypatch.setattr(deliver, "PATIENCE", "60s")

    def send(_):
        with smtp(door) as client:
            return client.sendmail("diana@santa-aurelia.example", [HERE], letter())

    with ThreadPoolExecutor(10) as threads:
        assert list(threads.map(send, range(10))) == [{}] * 10
    assert stored("proware_test") == (1, 1)


def test_the_door_works_on_after_its_database_connections_were_cut(door, committed):
    with smtp(door) as client:
        client.sendmail("diana@santa-aurelia.example", [HERE], letter())
        with another_connection() as other:
            other.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        connection.close()
        until(lambda: count_of("true") == 0, "a session outlived its end")  # it is only asked to end, and may be slow to hear it
        client.sendmail("diana@santa-aurelia.example", [HERE], letter(text="Otra", message_id="<2@x>"))
    assert stored("proware_test") == (2, 2)


def test_a_message_that_is_too_large_is_552_before_it_is_sent(door):
    with smtp(door) as client:
        client.ehlo()
        assert client.esmtp_features["size"] == str(30 * 1024 * 1024)
        code, _said = client.docmd("MAIL FROM:<a@b.example> SIZE=31457281")
    assert code == 552


def test_what_is_no_message_is_refused_for_good(door):
    with smtp(door) as client, pytest.raises(smtplib.SMTPDataError) as refused:
        client.sendmail("a@b.example", [HERE], b"")
    assert refused.value.smtp_code == 554


def test_a_bounce_comes_in_with_the_null_path_and_a_line_of_any_length_is_taken(door):
    raw = letter(sender="MAILER-DAEMON@mx.example").replace(b"Desde ayer", b"x" * 20_000)
    with smtp(door) as client:
        client.sendmail("", [HERE], raw)
    with in_desk("proware_test"):
        assert (RawMail.objects.get().envelope_from, Ticket.objects.count()) == ("", 0)


def test_addresses_in_utf8_are_taken(door):
    raw = letter(sender="Íñigo <inigo@santa-aurelia.example>")
    with smtp(door) as client:
        client.ehlo()
        client.sendmail("íñigo@santa-aurelia.example", [HERE], raw, mail_options=["SMTPUTF8"])
    with in_desk("proware_test"):
        assert RawMail.objects.get().envelope_from == "íñigo@santa-aurelia.example"


def test_lmtp_answers_once_for_each_recipient(door):
    with socket.create_connection(("127.0.0.1", door["lmtp"]), timeout=USUAL) as line, line.makefile("rwb") as talk:

        def said():
            while True:
                answer = talk.readline()
                if answer[3:4] != b"-":
                    return int(answer[:3])

        def say(command):
            talk.write(command + b"\r\n")
            talk.flush()
            return said()

        assert said() == 220
        assert say(b"LHLO mx.example") == 250
        assert say(b"MAIL FROM:<diana@santa-aurelia.example>") == 250
        assert say(b"RCPT TO:<" + HERE.encode() + b">") == 250
        assert say(b"RCPT TO:<nadie@example.org>") == 550
        assert say(b"RCPT TO:<" + THERE.encode() + b">") == 250
        assert say(b"DATA") == 354
        assert say(letter().replace(b"\n", b"\r\n") + b"\r\n.") == 250
        assert said() == 250
        assert say(b"QUIT") == 221
    assert (stored("proware_test"), stored("digitalware_test")) == ((1, 1), (1, 1))
