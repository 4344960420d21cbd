"""The door of the pages: clients who are slow, large or wrong stop nobody else."""

import asyncio
from contextlib import suppress

import pytest

from acuerdo.config import asgi

SLOW = 50


def scope(path="/", method="POST", headers=()):
    return {
        "type": "http", "method": method, "path": path, "query_string": b"", "http_version": "1.1", "scheme": "http",
        "headers": [(b"host", b"testserver"), *headers], "client": ("127.0.0.1", 5), "server": ("127.0.0.1", 80), "root_path": "",
    }  # fmt: skip


class Client:
    """A client that sends these pieces and then nothing; one that does not read holds every answer up."""

    def __init__(self, *pieces, ends=True, reads=True):
        self.pieces = [*pieces]
        self.ends = ends
        self.reads = reads
        self.status = 0
        self.headers = {}
        self.body = b""

    async def receive(self):
        if not self.pieces:
            await asyncio.Event().wait()
        body = self.pieces.pop(0)
        return {"type": "http.request", "body": body, "more_body": bool(self.pieces) or not self.ends}

    async def send(self, message):
        if not self.reads:
            await asyncio.Event().wait()
        self.status = message.get("status", self.status)
        self.headers |= {name.decode(): value.decode() for name, value in message.get("headers", ())}
        self.body += message.get("body", b"")

    async def ask(self, **how):
        await asgi.application(scope(**how), self.receive, self.send)
        return self


def echo(environ, start_response):
    """A page of many pieces, that says what it was told."""
    start_response("200 OK", [("Content-Type", "text/plain")])
    yield environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
    yield f"|{environ.get('HTTP_X_FORWARDED_FOR', '')}".encode()
    yield from [b"."] * 100


@pytest.fixture(autouse=True)
def _pages(monkeypatch):
    monkeypatch.setattr(asgi.wsgi, "app", echo)


def with_others(others, **how):
    """The answer to one client while others are under way."""

    async def all_of_them():
        waiting = [asyncio.create_task(other.ask()) for other in others]
        await asyncio.sleep(0)
        try:
            async with asyncio.timeout(60):
                return await Client(b"").ask(**how)
        finally:
            for each in waiting:
                each.cancel()
                with suppress(asyncio.CancelledError):
                    await each

    return asyncio.run(all_of_them())


def test_fifty_who_send_slowly_stop_nobody():
    assert with_others([Client(b"a=", ends=False) for _ in range(SLOW)]).status == 200


def test_fifty_who_read_slowly_stop_nobody():
    assert with_others([Client(b"", reads=False) for _ in range(SLOW)]).status == 200


def test_a_body_that_stops_coming_is_given_up(monkeypatch):
    monkeypatch.setattr(asgi, "BODY_SECONDS", 0.05)

    assert asyncio.run(Client(b"a=", ends=False).ask()).status == 408
    assert asgi.bodies.held == 0


def test_a_body_too_large_is_refused_while_it_comes(monkeypatch):
    monkeypatch.setattr(asgi, "LARGEST_BODY", 10)

    assert asyncio.run(Client(b"a" * 6, b"a" * 6, ends=False).ask()).status == 413
    assert asgi.bodies.held == 0


def test_a_body_that_says_it_is_too_large_is_not_waited_for():
    assert asyncio.run(Client(ends=False).ask(headers=[(b"content-length", b"99999999999999")])).status == 413


def test_all_bodies_together_have_a_bound_too(monkeypatch):
    monkeypatch.setattr(asgi, "ALL_BODIES", 100)
    others = [Client(b"a" * 30, ends=False) for _ in range(4)]

    assert with_others(others).status == 200
    assert [other.status for other in others] == [0, 0, 0, 503]
    assert asgi.bodies.held == 0


def test_a_body_in_pieces_without_its_length_arrives_whole():
    assert asyncio.run(Client(b"idioma", b"=en").ask(headers=[(b"transfer-encoding", b"chunked")])).body.startswith(b"idioma=en|")


def test_a_length_that_lies_changes_nothing():
    assert asyncio.run(Client(b"idioma=en").ask(headers=[(b"content-length", b"3")])).body.startswith(b"idioma=en|")


def test_a_header_that_only_looks_like_a_proxys_is_dropped():
    assert asyncio.run(Client(b"").ask(headers=[(b"x_forwarded_for", b"127.0.0.1")])).body.startswith(b"|.")


@pytest.mark.parametrize("path", ["/salud", "/live"])
def test_the_doors_own_answers_are_no_sniffers_prey(path):
    assert asyncio.run(Client(b"").ask(path=path, method="GET")).headers["x-content-type-options"] == "nosniff"
