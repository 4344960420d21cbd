"""How many alarms a worker handles in a second: promises that break, each with its words to the desk queued.

    .venv/bin/python -m acuerdo.running.temporary .venv/bin/python bench/alarms.py [how many cases]

Aim: at least 300 alarms a second (design/performance.md).
"""

import os
import sys
from datetime import date, timedelta
from io import StringIO
from time import perf_counter, process_time

os.environ["DJANGO_SETTINGS_MODULE"] = "acuerdo.config.settings"
os.environ.setdefault("ACUERDO_SECRET_KEY", "only measured")
os.environ["DATABASE_URL"] = os.environ["DATABASE_OWNER_URL"]


def main(cases: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from acuerdo.customers.models import Contact, Contract, Organisation
    from acuerdo.customers.queries import Match
    from acuerdo.desks.queries import in_desk
    from acuerdo.events.events import Actor
    from acuerdo.setup.actions.create_desk import NewDesk, create_desk
    from acuerdo.tickets.actions.open import Report, open_case
    from acuerdo.tickets.actions.sound_alarm import sound_alarms
    from acuerdo.tickets.models import Clock

    call_command("prepare", stdout=StringIO())
    now = timezone.now()
    create_desk(NewDesk(schema="proware", name="Proware", manual="proware", host="proware.localhost"), at=now)
    with in_desk("proware"):
        clinic = Organisation.objects.create(name="Clínica")
        contract = Contract.objects.create(organisation=clinic, plan="empresarial", starts_on=date(2026, 1, 1))
        diana = Contact.objects.create(organisation=clinic, name="Diana Lozano", email="diana@clinica.example")
        for n in range(cases):
            report = Report(subject=f"El IVR no transfiere {n}", text="Desde ayer.", channel="email")
            open_case(report, contact=diana, match=Match(diana, clinic, contract, ""), by=Actor("contact", diana.pk, diana.name), at=now)
        at = now + timedelta(days=30)
        due = Clock.objects.filter(alarm_at__lte=at).count()
        wall, cpu = perf_counter(), process_time()
        sound_alarms(at=at, most=due)
        wall, cpu = perf_counter() - wall, process_time() - cpu
    print(f"{due} alarms of {cases} cases: {due / wall:.0f} a second; {1000 * cpu / due:.1f} ms CPU here an alarm")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
