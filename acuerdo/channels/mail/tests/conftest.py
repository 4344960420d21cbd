"""For what really commits: a door on real sockets, or a pipe, with connections of their own."""

import asyncio
import threading

import pytest
from django.db import connection

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
