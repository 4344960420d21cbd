"""What a mail stored as a case costs: CPU of the application and of the database, one worker, mails with a 30 kB attachment.

    .venv/bin/python -m acuerdo.running.temporary .venv/bin/python bench/mail.py [how many]

Aim: at most 6 ms of CPU a mail, raw kept, clocks started, acknowledgement queued (design/performance.md).
On a machine that others use, the fastest tenth is nearest the truth.
"""

import os
import sys
from base64 import encodebytes
from io import StringIO
from pathlib import Path
from random import Random
from time import perf_counter, process_time

os.environ["DJANGO_SETTINGS_MODULE"] = "acuerdo.config.settings"
os.environ.setdefault("ACUERDO_SECRET_KEY", "only measured")
os.environ["DATABASE_URL"] = os.environ["DATABASE_OWNER_URL"]
TICK = os.sysconf("SC_CLK_TCK")


def database_cpu() -> float:
    """Seconds of CPU that our server's processes have used; others may run servers of their own beside it."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        server = fields_of(Path(f"/proc/{cursor.fetchone()[0]}/stat"))[1]
    ours = [fields for fields in map(fields_of, Path("/proc").glob("[0-9]*/stat")) if fields[1:2] == [server]]
    return sum(int(fields[11]) + int(fields[12]) for fields in ours) / TICK


def fields_of(stat: Path) -> list[str]:
    """What the kernel says of a process, from its state on: its parent is the second; nothing of one that has ended."""
    try:
        return stat.read_text().rsplit(")", 1)[1].split()
    except OSError:
        return []


def message(n: int, attachment: str) -> bytes:
    return (
        f"From: Diana Lozano <diana{n % 50}@clinica.example>\r\nTo: soporte@proware.localhost\r\n"
        f"Subject: El IVR no transfiere {n}\r\nMessage-ID: <bench.{n}@clinica.example>\r\nDate: Fri, 20 Nov 2026 10:00:00 -0500\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nBuenos días. Desde ayer no transfiere.\r\n"
        "--b\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"
        f'Content-Disposition: attachment; filename="registro-{n}.bin"\r\n\r\n{attachment}\r\n--b--\r\n'
    ).encode()


def main(count: int) -> None:
    import django

    django.setup()
    from datetime import date

    from django.core.management import call_command
    from django.utils import timezone

    from acuerdo.channels.mail.actions.receive import receive
    from acuerdo.customers.models import Contract, MailDomain, Organisation
    from acuerdo.desks.queries import in_desk
    from acuerdo.setup.actions.create_desk import NewDesk, create_desk

    call_command("prepare", stdout=StringIO())
    create_desk(NewDesk(schema="proware", name="Proware", manual="proware", host="proware.localhost"), at=timezone.now())
    with in_desk("proware"):
        clinic = Organisation.objects.create(name="Clínica")
        MailDomain.objects.create(organisation=clinic, domain="clinica.example")
        Contract.objects.create(organisation=clinic, plan="empresarial", starts_on=date(2026, 1, 1))
        random = Random(1)
        mails = [message(n, encodebytes(random.randbytes(30_000)).decode()) for n in range(count + 20)]
        for raw in mails[:20]:
            receive(raw, envelope_from="diana@clinica.example", recipient="soporte@proware.localhost", at=timezone.now())
        costs = []
        wall, database = perf_counter(), database_cpu()
        for raw in mails[20:]:
            start = process_time()
            receive(raw, envelope_from="diana@clinica.example", recipient="soporte@proware.localhost", at=timezone.now())
            costs.append(1000 * (process_time() - start))
        wall, database = perf_counter() - wall, 1000 * (database_cpu() - database)
    costs.sort()
    print(
        f"{count} mails: {costs[count // 10]:.1f} ms CPU here (fastest tenth), {costs[count // 2]:.1f} (median)"
        f" + {database / count:.1f} ms in PostgreSQL; {count / wall:.0f} a second"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
