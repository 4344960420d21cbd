"""The one port of `acuerdo web`: /live goes to the stream, /salud answers at once, all else is the pages' WSGI.

The door reads a whole body before a page thread is taken, within a size and a time, and takes a whole answer from
it before the client reads, so that fifty slow clients hold fifty coroutines and no thread.
"""

import asyncio
import gc
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from a2wsgi import WSGIMiddleware

from acuerdo.config.threads import PageThreads
from acuerdo.config.wsgi import application as pages
from acuerdo.live.stream import Stream

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

LARGEST_BODY = 30 * 1024 * 1024
#: What all bodies under way may hold of the memory together.
ALL_BODIES = 10 * LARGEST_BODY
BODY_SECONDS = 30
PAGE_THREADS = 8
#: Of the door's own answers; pages and files have theirs from Django.
HEAD = [
    (b"content-type", b"text/plain; charset=utf-8"),
    (b"x-content-type-options", b"nosniff"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"connection", b"close"),
]

stream = Stream()
# A queue without an end: a thread is free once it has said all, however slowly the client reads.
wsgi: Any = WSGIMiddleware(pages, send_queue_size=0)
wsgi.executor = PageThreads(PAGE_THREADS)
# What is loaded by now stays: the collector of cycles need not look at it again, 150,000 things (2 to 4 % of a page).
gc.collect()
gc.freeze()


class TooLargeError(Exception):
    """The body is larger than this door lets in."""


class TooBusyError(Exception):
    """Others are sending so much that there is no room for this body."""


class Bodies:
    """The bodies under way."""

    def __init__(self) -> None:
        """None yet."""
        self.held = 0

    async def whole(self, receive: Receive) -> bytes:
        """Read a body to its end; raises TooLargeError, TooBusyError, TimeoutError or ConnectionError (the client left)."""
        parts: list[bytes] = []
        size = 0
        try:
            async with asyncio.timeout(BODY_SECONDS):
                while True:
                    message = await receive()
                    if message["type"] == "http.disconnect":
                        raise ConnectionError
                    parts.append(message.get("body", b""))
                    size += len(parts[-1])
                    self.held += len(parts[-1])
                    if size > LARGEST_BODY:
                        raise TooLargeError
                    if self.held > ALL_BODIES:
                        raise TooBusyError
                    if not message.get("more_body", False):
                        return b"".join(parts)
        finally:
            self.held -= size


bodies = Bodies()


def announced(scope: Scope) -> int:
    """How large the client says that the body is, bytes; 0 when it does not say."""
    said = next((value for name, value in scope["headers"] if name == b"content-length"), b"")
    return int(said) if said.isdigit() else 0


def told(scope: Scope) -> list[tuple[bytes, bytes]]:
    """The headers for WSGI, which makes one name of X-Forwarded-For and X_Forwarded_For: only the first is a proxy's."""
    return [(name, value) for name, value in scope["headers"] if b"_" not in name and name not in {b"content-length", b"transfer-encoding"}]


async def plain(send: Send, status: int, text: str) -> None:
    """Answer one line of text."""
    await send({"type": "http.response.start", "status": status, "headers": HEAD})
    await send({"type": "http.response.body", "body": text.encode()})


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """Send a request to its part of the product."""
    if scope["type"] == "lifespan":
        await stream.lifespan(receive, send)
    elif scope["type"] != "http":
        return
    elif scope["path"] == "/salud":
        await plain(send, 200, "bien\n")
    elif scope["path"] == "/live":
        await stream(scope, receive, send)
    else:
        await page(scope, receive, send)


async def page(scope: Scope, receive: Receive, send: Send) -> None:
    """Read the body, then give the request to a page thread."""
    try:
        if announced(scope) > LARGEST_BODY:
            raise TooLargeError  # noqa: TRY301  answered like one that turns out to be
        body = await bodies.whole(receive)
    except TooLargeError:
        await plain(send, 413, "Lo enviado pasa de 30 MB. Envíelo en partes. / Too large: at most 30 MB.\n")
        return
    except TooBusyError:
        await plain(send, 503, "Estamos recibiendo demasiado a la vez. Inténtelo en un momento. / Busy: try again in a moment.\n")
        return
    except TimeoutError:
        await plain(send, 408, "Lo enviado tardó demasiado en llegar. Inténtelo de nuevo. / Too slow: try again.\n")
        return
    except ConnectionError:
        return
    scope["headers"] = [*told(scope), (b"content-length", str(len(body)).encode())]
    given = False

    async def once() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    await wsgi(scope, once, send)
