"""The one port of `acuerdo web`: /live goes to the stream, /salud answers at once, all else is the pages' WSGI.

The door reads a whole body before a page thread is taken, within a size and a time, so that fifty slow
clients hold fifty coroutines and no thread.
"""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from a2wsgi import WSGIMiddleware

from acuerdo.config.wsgi import application as pages
from acuerdo.live.stream import Stream

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

LARGEST_BODY = 30 * 1024 * 1024
BODY_SECONDS = 30
PAGE_THREADS = 8

stream = Stream()
wsgi: Any = WSGIMiddleware(pages, workers=PAGE_THREADS)


class TooLargeError(Exception):
    """The body is larger than this door lets in."""


async def whole_body(receive: Receive) -> bytes:
    """Read the body to its end; raises TooLargeError, TimeoutError or ConnectionError (the client left)."""
    parts: list[bytes] = []
    size = 0
    async with asyncio.timeout(BODY_SECONDS):
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise ConnectionError
            parts.append(message.get("body", b""))
            size += len(parts[-1])
            if size > LARGEST_BODY:
                raise TooLargeError
            if not message.get("more_body", False):
                return b"".join(parts)


async def plain(send: Send, status: int, text: str) -> None:
    """Answer one line of text."""
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
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
        body = await whole_body(receive)
    except TooLargeError:
        await plain(send, 413, "Lo enviado pasa de 30 MB. Envíelo en partes. / Too large: at most 30 MB.\n")
        return
    except TimeoutError:
        await plain(send, 408, "Lo enviado tardó demasiado en llegar. Inténtelo de nuevo. / Too slow: try again.\n")
        return
    except ConnectionError:
        return
    given = False

    async def once() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    await wsgi(scope, once, send)
