"""The live stream: a small ASGI application without Django in the loop.

`GET /live?token=…` answers server-sent events: `event: changed`, `data: <topic>`; `event: again` after a gap
(refetch everything), `event: end` when the session ended, `event: here` in silence. The page asks for a new token and comes back.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, MutableMapping
from functools import lru_cache
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import parse_qs

from django.conf import settings
from django.core import signing

from acuerdo.live.hub import AGAIN, END, Hub, Listener
from acuerdo.live.tokens import LASTS, Ticket, fingerprint, read

#: Silence is broken this often, seconds: a page that hears nothing for longer (ui/assets/js/stream.js) knows that its connection is dead.
HEARTBEAT = 15
SILENCE = b"event: here\ndata: here\n\n"
HEAD = [
    (b"content-type", b"text/event-stream"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]


def header(scope: Scope, name: bytes) -> str:
    """A request header, or nothing."""
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")


def session_of(scope: Scope) -> str:
    """The session key in the request's cookie."""
    jar: SimpleCookie = SimpleCookie()
    with contextlib.suppress(Exception):
        jar.load(header(scope, b"cookie"))
    cookie = jar.get(settings.SESSION_COOKIE_NAME)
    return cookie.value if cookie else ""


@lru_cache(maxsize=256)
def event(word: str) -> bytes:
    """One server-sent event, made once for all who hear it."""
    if word in {AGAIN, END}:
        return f"event: {word}\ndata: {word}\n\n".encode()
    return f"event: changed\ndata: {word}\n\n".encode()


class Stream:
    """The ASGI application."""

    def __init__(self) -> None:
        """The hub is made when the process's loop runs."""
        self.hub: Hub | None = None
        self.task: asyncio.Task[None] | None = None

    async def lifespan(self, receive: Receive, send: Send) -> None:
        """Start listening with the process, stop with it."""
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                self.hub = Hub()
                self.task = asyncio.create_task(self.hub.run())
                await send({"type": "lifespan.startup.complete"})
            elif message["type"] == "lifespan.shutdown":
                if self.hub:
                    self.hub.everybody(AGAIN)
                if self.task:
                    self.task.cancel()
                await send({"type": "lifespan.shutdown.complete"})
                return

    async def ticket(self, scope: Scope) -> Ticket | None:
        """What this request may hear, or None: token, host and session must agree."""
        query = parse_qs(scope["query_string"].decode("latin-1"))
        session = session_of(scope)
        try:
            ticket = read(query.get("token", [""])[0])
        except signing.BadSignature:
            return None
        host = header(scope, b"host").rsplit(":", 1)[0].lower()
        if not session or fingerprint(session) != ticket.session or self.hub is None:
            return None
        return ticket if await self.hub.may_listen(ticket, session, host) else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one stream until the client leaves, the session ends or the token is old."""
        ticket = await self.ticket(scope)
        if ticket is None or self.hub is None:
            head = [(b"content-type", b"text/plain"), (b"x-content-type-options", b"nosniff")]
            await send({"type": "http.response.start", "status": 403, "headers": head})
            await send({"type": "http.response.body", "body": b"no\n"})
            return
        listener = Listener(ticket)
        self.hub.add(listener)
        leaving = asyncio.create_task(self.left(receive))
        try:
            await send({"type": "http.response.start", "status": 200, "headers": HEAD})
            await send({"type": "http.response.body", "body": b"retry: 2000\n\n", "more_body": True})
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LASTS):
                    await self.speak(listener, leaving, send)
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            leaving.cancel()
            self.hub.remove(listener)

    async def speak(self, listener: Listener, leaving: "asyncio.Task[None]", send: Send) -> None:
        """Send what comes, and a heartbeat in silence, until told to end."""
        leaving.add_done_callback(lambda _left: listener.wake())
        while not leaving.done():
            words = await listener.heard(HEARTBEAT)
            if not leaving.done():
                await send({"type": "http.response.body", "body": b"".join(map(event, words)) or SILENCE, "more_body": True})
            if END in words:
                return

    @staticmethod
    async def left(receive: Receive) -> None:
        """Return once the client has gone."""
        while (await receive())["type"] != "http.disconnect":
            pass
