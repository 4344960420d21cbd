"""What the queue and a case cost: CPU of the application a request, on a demonstration desk, through Django's test client.

    .venv/bin/python -m acuerdo.running.temporary .venv/bin/python bench/pages.py [how many requests]

Aim: at most 15 ms of CPU a page (design/performance.md). On a machine that others use, the fastest tenth is nearest the truth.
"""

import os
import sys
from collections.abc import Callable
from io import StringIO
from time import process_time
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "acuerdo.config.settings"
os.environ["ACUERDO_DEMO"] = "1"
os.environ.setdefault("ACUERDO_SECRET_KEY", "only measured")
os.environ["DATABASE_URL"] = os.environ["DATABASE_OWNER_URL"]
DESK = "soporte"


class Statements:
    """Counts what is sent to the database."""

    count = 0

    def __call__(self, execute: Callable[..., Any], *what: Any) -> Any:
        """Let it pass."""
        self.count += 1
        return execute(*what)


def main(count: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection, transaction
    from django.test import Client
    from django.utils import timezone

    from acuerdo.desks.queries import in_desk
    from acuerdo.people.models import Person
    from acuerdo.setup.demo.make import make_desk
    from acuerdo.setup.demo.roster import roster_of
    from acuerdo.tickets.models import Ticket

    call_command("prepare", stdout=StringIO())
    start = process_time()
    with transaction.atomic():
        make_desk(roster_of(DESK), at=timezone.now())
    made = process_time() - start
    client = Client(HTTP_HOST=f"{DESK}.localhost")
    with in_desk(DESK):
        client.force_login(Person.objects.filter(role="agent", is_active=True).order_by("pk")[0])
        case = Ticket.objects.filter(status="in_progress").order_by("number")[0].number
        print(f"the desk, {Ticket.objects.count()} cases: {made:.1f} s CPU here")
    for page in ("/console/", f"/console/casos/{case}/"):
        statements = Statements()
        with connection.execute_wrapper(statements):
            assert client.get(page).status_code == 200
        costs = []
        for _ in range(count):
            start = process_time()
            client.get(page)
            costs.append(1000 * (process_time() - start))
        costs.sort()
        print(
            f"{page}: {costs[count // 10]:.1f} ms CPU here (fastest tenth), {costs[count // 2]:.1f} (median); {statements.count} statements"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
