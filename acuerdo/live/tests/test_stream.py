"""Who hears what over the live stream, and when it ends. What a stream asks the database is committed here, and taken away after."""

import asyncio
import time
from collections import deque
from datetime import timedelta
from importlib import import_module

import pytest
from django.conf import settings
from django.core import signing
from django.db import connection
from django.test import Client
from django.utils import timezone

from acuerdo.desks.queries import in_desk
from acuerdo.live import stream as streams
from acuerdo.live import tokens
from acuerdo.live.hub import AGAIN, END, KEPT, WAITING, Hub, Listener
from acuerdo.live.tell import end_streams, tell
from acuerdo.people.context import topics_of
from acuerdo.people.models import Person
from tests import patience

DESK, OTHER = "proware_test", "digitalware_test"
#: Told at the end: who has heard it has heard all that was told before, however slow the machine is.
LAST = "last"
Session = import_module(settings.SESSION_ENGINE).SessionStore


class Ear:
    """What a stream says to a client; once it is open, the acts are done."""

    def __init__(self, acts):
        self.acts, self.said, self.heard_all = acts, [], asyncio.Event()

    async def receive(self):
        await asyncio.Event().wait()

    async def send(self, message):
        self.said += [message["status"]] if "status" in message else self.words(message["body"].decode())
        for act in self.acts if message.get("status") == 200 else ():
            await asyncio.to_thread(committed, act)

    def words(self, body):
        words = [line.removeprefix("data: ") for line in body.splitlines() if line.startswith("data")]
        if LAST in words:
            self.heard_all.set()
        return [word for word in words if word != LAST]

    async def hears(self, stream, scope):
        """All that it says, up to the last word or to its end."""
        tasks = [asyncio.create_task(stream(scope, self.receive, self.send)), asyncio.create_task(self.heard_all.wait())]
        done, going_on = await asyncio.wait(tasks, timeout=patience.USUAL, return_when=asyncio.FIRST_COMPLETED)
        for task in going_on:
            task.cancel()
        assert done, f"the stream neither ended nor said its last word: {self.said}"
        for task in done:
            task.result()
        return self.said


class Browser:
    """A signed-in person's browser; `hear` opens a stream as it does."""

    def __init__(self, person, session):
        self.person, self.session = person, session
        self.token = tokens.make(desk=DESK, person=person.pk, session_key=session.session_key, topics=(*topics_of(person), LAST))

    def hear(self, *, host="testserver", token=None, cookie=None, before=(), until=(), since=0, to_its_end=False):
        """What the stream says: its status, then its words, up to those of `until`, or `to_its_end`.

        `before` is done before it opens, `until` once it is open, by a hub that listens `since`.
        """
        ear = Ear([*until, *([] if to_its_end else [lambda: tell(LAST)])])
        return asyncio.run(self._hear(ear, host, self.token if token is None else token, cookie, before, since))

    async def _hear(self, ear, host, token, cookie, before, since):
        stream = streams.Stream()
        stream.hub = Hub()
        listening = asyncio.create_task(stream.hub.run())
        await asyncio.wait_for(stream.hub.ready.wait(), patience.USUAL)
        stream.hub.since = since
        for act in before:
            await asyncio.to_thread(committed, act)
            await asyncio.to_thread(patience.until, lambda: stream.hub.said, "the hub heard nothing")
        headers = [(b"host", f"{host}:8000".encode()), (b"cookie", f"acuerdo={cookie or self.session.session_key}".encode())]
        scope = {"type": "http", "path": "/live", "query_string": f"token={token}".encode(), "headers": headers}
        said = await ear.hears(stream, scope)
        listening.cancel()
        return said


def committed(act) -> None:
    """Do something in the desk on a connection of its own, as another process does."""
    with in_desk(DESK):
        act()
    connection.close()


def signed_in(role, email) -> Browser:
    person = Person.objects.create_user(email, name=role, role=role)
    session = Session()
    session["_auth_user_id"] = str(person.pk)
    session.create()
    return Browser(person, session)


@pytest.fixture
def browser(django_db_setup, django_db_blocker):
    """A factory of browsers, committed."""
    made = []

    def make(role="agent") -> Browser:
        with in_desk(DESK):
            made.append(signed_in(role, f"{role}{len(made)}@live.example"))
        return made[-1]

    with django_db_blocker.unblock():
        yield make
        with in_desk(DESK):
            for each in made:
                each.session.delete()
                each.person.delete()
        connection.close()


def test_the_desks_people_hear_of_every_case(browser):
    assert browser().hear(until=[lambda: tell("tickets", "ticket-7", "person-0")]) == [200, "tickets", "ticket-7"]


def test_a_customer_hears_of_no_case(browser):
    diana = browser("customer")

    assert diana.hear(until=[lambda: tell("tickets", "ticket-7", f"person-{diana.person.pk}")]) == [200, f"person-{diana.person.pk}"]


def test_what_changed_between_a_pages_drawing_and_its_stream_is_not_missed(browser):
    assert browser().hear(before=[lambda: tell("tickets", "person-0", "ticket-7")]) == [200, "tickets", "ticket-7"]


def test_a_page_drawn_before_the_server_listened_fetches_everything(browser):
    mine = browser()

    assert mine.hear(since=time.time() + 1) == [200, AGAIN]


def test_what_was_said_long_before_a_page_was_drawn_is_not_said_again():
    hub, now = Hub(), time.time()
    hub.since = now - 3600
    hub.said["a"] = deque([(now - 600, "tickets"), (now - 1, "ticket-7"), (now, "ticket-7")])

    assert hub.missed(tokens.Ticket("a", 1, "", ("tickets", "ticket-*"), at=now)) == ["ticket-7"]
    assert hub.missed(tokens.Ticket("b", 1, "", ("tickets",), at=now)) == []


def test_where_more_was_said_than_is_kept_a_page_fetches_everything():
    hub, now = Hub(), time.time()
    hub.since = now - 3600
    hub.said["a"] = deque([(now, "tickets")] * KEPT, maxlen=KEPT)

    assert hub.missed(tokens.Ticket("a", 1, "", ("tickets",), at=now)) == [AGAIN]


def test_another_desks_news_are_not_heard(browser):
    def elsewhere():
        with in_desk(OTHER):
            tell("tickets")

    assert browser().hear(until=[elsewhere]) == [200]


@pytest.mark.parametrize("host", ["other.localhost", "localhost", "nadie.example", "", "testserver.nadie.example"])
def test_a_token_opens_nothing_at_another_host(browser, host):
    assert browser().hear(host=host) == [403]


def test_a_token_opens_nothing_for_another_session(browser):
    mine, theirs = browser(), browser()

    assert mine.hear(token=theirs.token) == [403]
    assert mine.hear(cookie="x" * 32) == [403]


@pytest.mark.parametrize("token", ["", "x", "a:b:c", "%00", "%ff%fe:a", "💥"])
def test_what_is_no_token_opens_nothing(browser, token):
    assert browser().hear(token=token) == [403]


def test_a_token_of_another_kind_or_too_old_opens_nothing(browser, monkeypatch):
    mine = browser()
    said = {
        "desk": DESK,
        "person": mine.person.pk,
        "session": tokens.fingerprint(mine.session.session_key),
        "topics": ["tickets"],
        "at": time.time(),
    }

    assert mine.hear(token=signing.dumps(said, salt="acuerdo.decision")) == [403]
    monkeypatch.setattr(tokens, "LASTS", -1)
    assert mine.hear() == [403]


def test_a_session_that_is_over_opens_nothing(browser):
    mine = browser()
    mine.session.set_expiry(timezone.now() - timedelta(seconds=1))
    with in_desk(DESK):
        mine.session.save()

    assert mine.hear() == [403]


def test_a_person_who_was_switched_off_opens_nothing(browser):
    mine = browser()
    with in_desk(DESK):
        Person.objects.filter(pk=mine.person.pk).update(is_active=False)

    assert mine.hear() == [403]


def test_signing_out_ends_the_sessions_stream_and_no_other(browser):
    mine = browser()
    out = lambda: end_streams(session=tokens.fingerprint(mine.session.session_key))  # noqa: E731

    assert mine.hear(until=[out, lambda: tell("tickets")]) == [200, END]
    assert browser().hear(until=[out]) == [200]


def test_a_change_of_rights_ends_all_of_a_persons_streams(browser):
    mine = browser()

    assert mine.hear(until=[lambda: end_streams(person=mine.person.pk)]) == [200, END]


def test_a_stream_ends_when_its_token_would(browser, monkeypatch):
    monkeypatch.setattr(streams, "LASTS", 0.05)

    assert browser().hear(to_its_end=True) == [200]


def test_nothing_pushes_an_end_out_of_a_stream_that_reads_slowly():
    listener = Listener(tokens.Ticket(DESK, 1, "", ("*",)))
    for number in range(WAITING + 1):
        listener.put(f"ticket-{number}")
    assert asyncio.run(listener.heard(within=0)) == [AGAIN]
    for number in range(WAITING):
        listener.put(f"ticket-{number}")
    listener.put(END)
    for number in range(2 * WAITING):
        listener.put(f"ticket-{number}")

    assert asyncio.run(listener.heard(within=0)) == [END]
    assert asyncio.run(listener.heard(within=0)) == []


@pytest.mark.django_db
def test_a_renewed_token_has_what_its_person_may_hear_now(person_of):
    person = person_of("agent")
    client = Client()
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    old = tokens.make(desk=DESK, person=person.pk, session_key=client.session.session_key, topics=topics_of(person))
    Person.objects.filter(pk=person.pk).update(role="customer")

    renewed = client.get("/live/token", {"token": old})

    assert tokens.read(renewed.json()["token"]).topics == (f"person-{person.pk}",)
    assert Client().get("/live/token", {"token": old}).status_code == 403
    assert client.get("/live/token", {"token": old}, headers={"host": "other.localhost"}).status_code == 403
