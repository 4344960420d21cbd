"""How long a desk takes: five made one after the other, then all migrated again with nothing to do.

    .venv/bin/python -m acuerdo.running.temporary .venv/bin/python bench/desks.py

Aim: a desk in under 10 s (issue 2).
"""

import os
import subprocess
import sys
from io import StringIO
from time import perf_counter, process_time

os.environ["DJANGO_SETTINGS_MODULE"] = "acuerdo.config.settings"
os.environ.setdefault("ACUERDO_SECRET_KEY", "only measured")
os.environ["DATABASE_URL"] = os.environ["DATABASE_OWNER_URL"]


def main() -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from acuerdo.setup.actions.create_desk import NewDesk, create_desk, known_manuals

    started = perf_counter()
    call_command("prepare", stdout=StringIO())
    print(f"common tables            {perf_counter() - started:6.1f} s")
    for manual in known_manuals():
        started, cpu = perf_counter(), process_time()
        create_desk(NewDesk(schema=manual, name=manual, manual=manual, host=f"{manual}.localhost"), at=timezone.now())
        print(f"desk {manual:<20}{perf_counter() - started:6.1f} s  ({process_time() - cpu:.1f} s of CPU here)")
    started = perf_counter()
    subprocess.run([sys.executable, "-m", "acuerdo.config.cli", "prepare"], check=True, stdout=subprocess.DEVNULL)
    print(f"five desks, nothing to do{perf_counter() - started:6.1f} s  (a whole process)")


if __name__ == "__main__":
    main()
