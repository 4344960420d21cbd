"""How soon those who watch a desk are told that something changed, and what each of them holds of the server's memory.

    .venv/bin/python -m acuerdo.running.temporary .venv/bin/python bench/live.py [how many watchers] [how many changes]

A real `acuerdo web`; each watcher has a session, a person and a connection of its own. A change is a transaction that names a case and the queue,
as every action does. The time runs from before its commit until the name of the case has been read from the watcher's connection: so
PostgreSQL's delivery is in it, and the reading here of all who were told before.

Aims: 60 ms for 99 of 100 among 500 watchers, each under 20 kB (issue 5).
"""

import os
import selectors
import socket
import sys
from io import StringIO
from pathlib import Path
from time import perf_counter, sleep

os.environ.setdefault("ACUERDO_PORT", "8124")
from pages import PORT, serving

HOST, PAUSE, PATIENCE = "proware.localhost", 0.1, 5.0


def main(watchers: int, changes: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from acuerdo.desks.models import Desk
    from acuerdo.desks.queries import in_desk
    from acuerdo.setup.actions.create_desk import NewDesk, create_desk

    call_command("prepare", stdout=StringIO())
    if not Desk.objects.filter(schema_name="proware").exists():
        create_desk(NewDesk(schema="proware", name="Proware", manual="proware", host=HOST), at=timezone.now())
    with in_desk("proware"):
        requests = [request_of(n) for n in range(watchers)]
    with serving() as web:
        # The first few make what every later one shares.
        first = [opened(request) for request in requests[:20]]
        before = pss(web.pid)
        streams = first + [opened(request) for request in requests[20:]]
        sleep(2)
        held = (pss(web.pid) - before) / (watchers - len(first))
        cpu = cpu_of(web.pid)
        with in_desk("proware"):
            took = [each for number in range(changes) for each in told(streams, number)]
        cpu = 1000 * (cpu_of(web.pid) - cpu) / changes
    took.sort()
    p50, p99 = took[len(took) // 2], took[len(took) * 99 // 100]
    print(f"{watchers} watchers, {changes} changes; load {os.getloadavg()[0]:.1f}")
    print(f"told after: p50 {p50:.0f} ms, p99 {p99:.0f} ms, last {took[-1]:.0f} ms; CPU of the server {cpu:.0f} ms a change")
    print(f"memory: {held:.1f} kB a watcher (PSS of the process, divided)")


def request_of(n: int) -> bytes:
    """What a watcher's browser asks for: with a session of its own, and the token that a page of its person carries."""
    from importlib import import_module

    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from acuerdo.live import tokens
    from acuerdo.people.context import topics_of
    from acuerdo.people.models import Person

    person, _ = Person.objects.get_or_create(email=f"mira{n}@proware.example", defaults={"name": f"Mira {n}", "role": "agent"})
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(person.pk), settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    token = tokens.make(desk="proware", person=person.pk, session_key=session.session_key, topics=topics_of(person))
    cookie = f"{settings.SESSION_COOKIE_NAME}={session.session_key}"
    return f"GET /live?token={token} HTTP/1.1\r\nHost: {HOST}:{PORT}\r\nCookie: {cookie}\r\nAccept: text/event-stream\r\n\r\n".encode()


def opened(request: bytes) -> socket.socket:
    """A stream that answers."""
    stream = socket.create_connection(("127.0.0.1", PORT))
    stream.sendall(request)
    heard = b""
    while b"retry" not in heard:
        heard += (more := stream.recv(4096))
        assert more, heard
    assert b" 200 " in heard, heard
    stream.settimeout(0)
    return stream


def told(streams: list[socket.socket], number: int) -> list[float]:
    """Change a case, and give for each watcher the milliseconds until it knew."""
    from django.db import transaction

    from acuerdo.live.tell import tell

    sleep(PAUSE)
    waiting = selectors.DefaultSelector()
    for stream in streams:
        drain(stream)
        waiting.register(stream, selectors.EVENT_READ)
    name, took = f"data: ticket-{number}\n".encode(), []
    with transaction.atomic():
        tell(f"ticket-{number}", "tickets")
        start = perf_counter()
    while len(took) < len(streams):
        ready = waiting.select(PATIENCE)
        assert ready, f"{len(streams) - len(took)} were not told"
        for key, _events in ready:
            stream = key.fileobj
            assert isinstance(stream, socket.socket)
            if name in stream.recv(4096):
                took.append(1000 * (perf_counter() - start))
                waiting.unregister(stream)
    waiting.close()
    return took


def drain(stream: socket.socket) -> None:
    """Read what is there already."""
    try:
        while stream.recv(4096):
            pass
    except BlockingIOError:
        return


def pss(process: int) -> int:
    """Kilobytes of memory that a process has for itself, and its part of what it shares."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def cpu_of(process: int) -> float:
    """Seconds of CPU that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500, int(sys.argv[2]) if len(sys.argv) > 2 else 50)
