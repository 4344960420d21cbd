"""Browsers that open a live stream as they do. What a stream asks the database is committed, on a connection of its own."""

import asyncio
from importlib import import_module

from django.conf import settings
from django.db import connection

from acuerdo.desks.queries import in_desk
from acuerdo.live import stream as streams
from acuerdo.live import tokens
from acuerdo.live.hub import Hub
from acuerdo.live.tell import tell
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
