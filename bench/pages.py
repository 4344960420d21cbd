"""What the console's pages cost on a desk of as many cases as wanted.

    .venv/bin/python -m acuerdo.running.temporary .venv/bin/python bench/pages.py [how many cases] [how many requests]

A desk `soporte` of such a size that is in the database already is taken as it is. Statements and function calls are counted and CPU is read through
Django's test client, for each request: of the application, of its PostgreSQL process (its helpers for parallel reading apart), of both together.
Times and bytes are of a real `acuerdo web`, asked by one and by eight clients that keep their connections.

All is read warm, as a server is that has run for a minute: of what it was asked five times on a connection PostgreSQL keeps the plan.

Aims: at most 15 ms of CPU a page, a search within 25 ms (p50) and 50 (p95), the same at 100,000 and at 1,000,000 cases (design/performance.md).
On a machine that others use, the fastest tenth is nearest the truth.
"""

import cProfile
import gzip
import http.client
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from pstats import Stats
from threading import local
from time import perf_counter, process_time, sleep
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "acuerdo.config.settings"
os.environ["ACUERDO_DEMO"] = "1"
os.environ.setdefault("ACUERDO_SECRET_KEY", "only measured")
os.environ["DATABASE_URL"] = os.environ.get("DATABASE_OWNER_URL", os.environ.get("DATABASE_URL", ""))
DESK, PORT = "soporte", int(os.environ.get("ACUERDO_PORT", "8123"))
CLIENTS = 8
#: Asked before anything is read, by each thread and connection.
WARM = 10


class Statements:
    """Counts what is sent to the database."""

    count = 0

    def __call__(self, execute: Callable[..., Any], *what: Any) -> Any:
        """Let it pass."""
        self.count += 1
        return execute(*what)


def backend_cpu() -> Callable[[], float]:
    """Give what reads the milliseconds of CPU of the PostgreSQL process that serves this connection."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        said = Path(f"/proc/{cursor.fetchone()[0]}/schedstat")
    return lambda: int(said.read_text().split()[0]) / 1_000_000


def pages_of(case: int, organisation: int) -> dict[str, str]:
    """What is asked for: the queue's, a case's, searches from the rarest word to the most common, what supervision looks at."""
    from large import word

    console = "/console/"
    return {
        "queue": console,
        "queue, mine of a type": f"{console}?de=mios&tipo=incidente",
        "queue, a customer's that ended": f"{console}?grupo=terminados&cliente={organisation}",
        "case": f"{console}casos/{case}/",
        "look at a case": f"{console}casos/{case}/vistazo/",
        "search: no case has it": f"{console}?q=ornitorrinco",
        "search: 1 case in 100": f"{console}?q={word(7)}",
        "search: a name": f"{console}?q=bermudez",
        "search: part of a code": f"{console}?q={str(case)[:3]}",
        "search: a phrase": f"{console}?q=%22buenos%20dias%22",
        "search: two words": f"{console}?q=prueba+{word(7)}",
        "search: nearly every case": f"{console}?q=example",
        "supervision": f"{console}supervision/",
        "supervision, by customer": f"{console}supervision/?por=cliente",
        "supervision, the wall": f"{console}muro/",
        "compliance of the month": f"{console}supervision/cumplimiento/",
        "compliance, by customer": f"{console}supervision/cumplimiento/?por=cliente",
        "compliance, the promises behind a number": f"{console}supervision/promesas/?resultado=breached",
    }


def main(cases: int, count: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection, transaction
    from django.test import Client
    from django.utils import timezone
    from large import grow

    import acuerdo.config.asgi  # noqa: F401  what it does for `acuerdo web` it does here
    from acuerdo.desks.models import Desk
    from acuerdo.desks.queries import in_desk
    from acuerdo.people.models import Person
    from acuerdo.setup.demo.make import make_desk
    from acuerdo.setup.demo.roster import roster_of
    from acuerdo.tickets.models import Ticket

    call_command("prepare", stdout=StringIO())
    if not Desk.objects.filter(schema_name=DESK).exists():
        with transaction.atomic():
            make_desk(roster_of(DESK), at=timezone.now())
    client = Client(HTTP_HOST=f"{DESK}.localhost")
    with in_desk(DESK), transaction.atomic():
        there = Ticket.objects.count()
        there = grow(cases) if there < cases / 2 else there
    with in_desk(DESK):
        client.force_login(Person.objects.filter(role="supervisor", is_active=True).order_by("pk")[0])
        case = Ticket.objects.filter(status="in_progress").order_by("number")[0]
        pages = pages_of(case.number, case.organisation_id or 0)
    print(f"{there} cases; {count} requests each; load {os.getloadavg()[0]:.0f}")
    print(
        "page | bytes | gzip | statements | calls | CPU here, fastest tenth / median | in PostgreSQL | both | p50 / p95, 1 client | 8 clients"
    )
    cookie = "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())
    with serving():
        for name, page in pages.items():
            statements, profile = Statements(), cProfile.Profile()
            with connection.execute_wrapper(statements):
                answer = client.get(page)
            assert answer.status_code == 200, (page, answer.status_code)
            for _ in range(WARM):
                client.get(page)
            profile.runcall(client.get, page)
            calls = Stats(profile, stream=StringIO()).total_calls  # type: ignore[attr-defined]  # there it is
            here, there, both = costs(lambda page=page: client.get(page), count)
            times(page, cookie, CLIENTS, CLIENTS * WARM)
            one, many = times(page, cookie, 1, count), times(page, cookie, CLIENTS, count)
            print(
                f"{name} | {len(answer.content)} | {len(gzip.compress(answer.content))} | {statements.count} | {calls}"
                f" | {here} | {there} | {both} | {one} | {many}",
                flush=True,
            )


def costs(ask: Callable[[], object], count: int) -> tuple[str, str, str]:
    """Read the CPU of so many requests, ms: here, in PostgreSQL and both; of each the fastest tenth and the median."""
    database, read = backend_cpu(), []
    for _ in range(count):
        before, start = database(), process_time()
        ask()
        read.append((1000 * (process_time() - start), database() - before))
    each = [sorted(one) for one in (*zip(*read, strict=True), map(sum, read))]
    here, there, both = (f"{cost[count // 10]:.1f} / {cost[count // 2]:.1f}" for cost in each)
    return here, there, both


@contextmanager
def serving() -> Iterator[subprocess.Popen[bytes]]:
    """Run `acuerdo web` once it answers, and stop it at the end."""
    environ = {**os.environ, "ACUERDO_PORT": str(PORT)}
    web = subprocess.Popen(
        [sys.executable, "-m", "acuerdo.config.cli", "web"], env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(600):
            try:
                asked(http.client.HTTPConnection("127.0.0.1", PORT), "/salud", "")
                break
            except OSError:
                sleep(0.1)
        yield web
    finally:
        web.terminate()
        web.wait()


def asked(connection: http.client.HTTPConnection, page: str, cookie: str) -> float:
    """Milliseconds until a page is there whole."""
    start = perf_counter()
    connection.request("GET", page, headers={"Host": f"{DESK}.localhost:{PORT}", "Cookie": cookie, "Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    answer.read()
    assert not cookie or answer.status == 200, (page, answer.status)
    return 1000 * (perf_counter() - start)


def times(page: str, cookie: str, clients: int, count: int) -> str:
    """How long it takes when so many ask at once: the middle one, and the one that nineteen of twenty beat."""
    own = local()

    def ask(_turn: int) -> float:
        if not hasattr(own, "connection"):
            own.connection = http.client.HTTPConnection("127.0.0.1", PORT)
            asked(own.connection, page, cookie)
        return asked(own.connection, page, cookie)

    with ThreadPoolExecutor(clients) as pool:
        took = sorted(pool.map(ask, range(count)))
    return f"{took[count // 2]:.0f} / {took[count * 19 // 20]:.0f}"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, int(sys.argv[2]) if len(sys.argv) > 2 else 100)
