"""What a mail stored as a case costs: CPU of the application and of the database, one worker, mails with a 30 kB attachment.

    .venv/bin/python -m acuerdo.running.temporary .venv/bin/python bench/mail.py [how many]

Aim: at most 6 ms of CPU a mail, raw kept, clocks started, acknowledgement queued (design/performance.md).
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
    """Seconds of CPU that PostgreSQL's processes of this machine have used."""
    total = 0.0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)
        except OSError:
            continue
        if "(postgres" in fields[0]:
            total += sum(int(value) for value in fields[1].split()[11:13]) / TICK
    return total


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
        wall, cpu, database = perf_counter(), process_time(), database_cpu()
        for raw in mails[20:]:
            receive(raw, envelope_from="diana@clinica.example", recipient="soporte@proware.localhost", at=timezone.now())
        wall, cpu, database = perf_counter() - wall, process_time() - cpu, database_cpu() - database
    print(
        f"{count} mails: {1000 * cpu / count:.1f} ms CPU here + {1000 * database / count:.1f} ms in PostgreSQL; {count / wall:.0f} a second"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
