"""One LISTEN a process, and who of its streams hears what."""

import asyncio
import contextlib
import json
import logging
import time
from collections import deque
from dataclasses import dataclass, field

import psycopg
import psycopg.sql
from django.contrib.auth import get_user_model
from django.db import connections

from acuerdo.live.tell import CHANNEL
from acuerdo.live.tokens import Ticket

log = logging.getLogger(__name__)
#: Names waiting for one stream; one that reads so slowly is told to refetch everything instead.
WAITING = 200
#: Names kept of each desk for a page that was drawn before its stream opened.
KEPT = 500
#: A page is read from the database before its token is made, by so much at the most, seconds.
DRAWN_IN = 10.0
AGAIN = "again"
END = "end"


@dataclass(eq=False)
class Listener:
    """One open stream: the words that wait for it, and what wakes it."""

    ticket: Ticket
    words: list[str] = field(default_factory=list)
    ended: bool = False
    sleeps: asyncio.Future[None] | None = None

    def put(self, word: str) -> None:
        """Hand over a topic's name; too many of them become one `again`. After the end nothing is said."""
        if self.ended:
            return
        self.ended = word == END
        if len(self.words) >= WAITING or self.ended:
            self.words.clear()
            word = END if self.ended else AGAIN
        self.words.append(word)
        self.wake()

    def wake(self) -> None:
        """Let the stream look again."""
        if self.sleeps is not None and not self.sleeps.done():
            self.sleeps.set_result(None)

    async def heard(self, within: float) -> list[str]:
        """Give what has been said, waiting for it so many seconds; nothing after silence. All at once: hundreds are woken by one change."""
        if not self.words:
            loop = asyncio.get_running_loop()
            self.sleeps = loop.create_future()
            alarm = loop.call_later(within, self.wake)
            try:
                await self.sleeps
            finally:
                alarm.cancel()
        words, self.words = self.words, []
        return words


class Hub:
    """Listens once and hands on to the streams of this process."""

    def __init__(self) -> None:
        """Nobody listens yet."""
        self.listeners: dict[str, set[Listener]] = {}
        self.ready = asyncio.Event()
        self.since = time.time()
        self.said: dict[str, deque[tuple[float, str]]] = {}

    def add(self, listener: Listener) -> None:
        """A stream has opened: it hears from now on, and what was said since its page was drawn."""
        self.listeners.setdefault(listener.ticket.desk, set()).add(listener)
        for word in self.missed(listener.ticket):
            listener.put(word)

    def missed(self, ticket: Ticket) -> list[str]:
        """The topics named between a page's drawing and its stream; `again` where that can no longer be known."""
        drawn, said = ticket.at - DRAWN_IN, self.said.get(ticket.desk, deque())
        known_since = said[0][0] if len(said) == KEPT else self.since
        if drawn < known_since:
            return [AGAIN]
        newest_first = dict.fromkeys(topic for at, topic in reversed(said) if at >= drawn and ticket.hears(topic))
        return list(reversed(newest_first))

    def remove(self, listener: Listener) -> None:
        """A stream has ended."""
        self.listeners.get(listener.ticket.desk, set()).discard(listener)

    async def connect(self) -> psycopg.AsyncConnection[tuple[object, ...]]:
        """A connection of the hub's own, outside any transaction."""
        parameters = connections["default"].get_connection_params()
        wanted = {k: parameters[k] for k in ("host", "port", "user", "password", "dbname") if parameters.get(k)}
        return await psycopg.AsyncConnection.connect(**wanted, autocommit=True)

    async def run(self) -> None:
        """Listen for as long as the process lives; after a loss of the database every stream refetches."""
        while True:
            try:
                async with await self.connect() as connection:
                    await connection.execute(f"LISTEN {CHANNEL}")
                    self.since = time.time()
                    self.said.clear()
                    self.ready.set()
                    self.everybody(AGAIN)
                    async for notice in connection.notifies():
                        self.hand_on(notice.payload)
            except (psycopg.Error, OSError) as problem:
                log.warning("live: the database is away (%s)", problem)
            self.ready.clear()
            await asyncio.sleep(1)

    def hand_on(self, payload: str) -> None:
        """Give one notification to those who may hear it."""
        said = json.loads(payload)
        listeners = self.listeners.get(said["desk"], set())
        if "end" in said:
            for listener in listeners:
                if said["end"] in {f"person:{listener.ticket.person}", f"session:{listener.ticket.session}"}:
                    listener.put(END)
            return
        kept = self.said.setdefault(said["desk"], deque(maxlen=KEPT))
        for topic in said["topics"]:
            kept.append((time.time(), topic))
            for listener in listeners:
                if listener.ticket.hears(topic):
                    listener.put(topic)

    def everybody(self, word: str) -> None:
        """Tell every stream."""
        for listeners in self.listeners.values():
            for listener in listeners:
                listener.put(word)

    async def may_listen(self, ticket: Ticket, session_key: str, host: str) -> bool:
        """Whether the host is the desk's, the session is there and the person is still active; asked when a stream opens."""
        query = psycopg.sql.SQL(
            "SELECT 1 FROM {session} s, {person} p, public.desks_domain d JOIN public.desks_desk k ON k.id = d.tenant_id"
            " WHERE s.session_key = %s AND s.expire_date > now() AND p.id = %s AND p.is_active AND d.domain = %s AND k.schema_name = %s"
        ).format(
            session=psycopg.sql.Identifier(ticket.desk, "django_session"),
            person=psycopg.sql.Identifier(ticket.desk, get_user_model()._meta.db_table),  # noqa: SLF001  public by Django's word
        )
        with contextlib.suppress(psycopg.Error, OSError):
            async with await self.connect() as connection:
                cursor = await connection.execute(query, [session_key, ticket.person, host, ticket.desk])
                return await cursor.fetchone() is not None
        return False
