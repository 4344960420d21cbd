"""For what really commits: a door on real sockets, or a pipe, with connections of their own; and a mailbox at a real IMAP server."""

import asyncio
import tempfile
import threading
from pathlib import Path

import pytest
from django.db import connection

from acuerdo.channels.mail.actions.keep_mailbox import Wanted, keep_mailbox
from acuerdo.channels.mail.tests.imap_server import HERE, PASSWORD, SERVERS, USER, imap_server
from acuerdo.desks.queries import in_desk
from tests.patience import USUAL

DESKS = ("proware_test", "digitalware_test")


@pytest.fixture
def committed(django_db_setup, django_db_blocker):
    """Both desks, where everything is committed; what a test left is taken away after it."""
    with django_db_blocker.unblock():
        connection.set_schema_to_public()
        yield DESKS
        for schema in DESKS:
            with in_desk(schema), connection.cursor() as cursor:
                cursor.execute(
                    "TRUNCATE mail_rawmail, tickets_ticket, customers_contact, customers_organisation,"
                    " notifications_outgoing, notifications_notice, events_reaction, events_eventdetail CASCADE"
                )
                cursor.execute("DELETE FROM events_event WHERE subject_kind = 'ticket'")
                cursor.execute("UPDATE tickets_counter SET last = 0")
        connection.set_schema_to_public()
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_jobs")
        connection.close()


@pytest.fixture
def door(committed):
    """A listener on ports of its own, with SMTP and LMTP; gives their ports."""
    from acuerdo.channels.mail.listener.server import Listener

    listener = Listener("127.0.0.1", smtp=0, lmtp=0, name="mesa.example")
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    asyncio.run_coroutine_threadsafe(listener.open(), loop).result(USUAL)
    yield listener.ports
    asyncio.run_coroutine_threadsafe(listener.close(), loop).result(USUAL)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


@pytest.fixture(scope="module", params=SERVERS)
def running(request):
    """Each IMAP server that this machine has, started."""
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
