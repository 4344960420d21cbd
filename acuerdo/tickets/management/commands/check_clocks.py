"""`acuerdo check clocks`: every open case folded again and compared with what is stored (clocks.md 9)."""

from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from acuerdo.core.clocks import Clock as Folded
from acuerdo.desks.queries import all_desks, in_desk
from acuerdo.tickets.models import Clock, Ticket
from acuerdo.tickets.queries import folded


def differences(ticket: Ticket, now: datetime) -> Iterator[str]:
    """What the stored clocks of a case say otherwise than its log, one sentence each.

    A stored clock is as of its last fold: one that has only become late since then is no difference.
    """
    stored = {(row.clock, row.cycle): row for row in Clock.objects.filter(ticket=ticket)}
    for clock in folded(ticket, now):
        row = stored.pop((clock.id, clock.cycle), None)
        name = f"#{ticket.number} {clock.id}/{clock.cycle}"
        yield from (f"{name}: {said}" for said in (between(row, clock, now) if row else ["not stored"]))
    for clock_id, cycle in stored:
        yield f"#{ticket.number} {clock_id}/{cycle}: stored, and the log has none"


def between(row: Clock, clock: Folded, now: datetime) -> Iterator[str]:
    """What differs between a stored clock and the same one folded."""
    passed = row.stopped_at is None and row.due_at is not None and row.due_at <= now
    if row.state != str(clock.state) and not passed:
        yield f"stored {row.state}, is {clock.state}"
    for field in ("started_at", "stopped_at", "due_at"):
        if getattr(row, field) != getattr(clock, field):
            yield f"{field} stored {getattr(row, field)}, is {getattr(clock, field)}"
    if row.target != str(clock.promise.target) or row.calendar != clock.promise.calendar.id:
        yield f"target stored {row.target} on {row.calendar}, is {clock.promise.target} on {clock.promise.calendar.id}"
    if row.stopped_at is not None and Fraction(row.elapsed) != Fraction(clock.elapsed):
        yield f"elapsed stored {row.elapsed}, is {clock.elapsed}"


class Command(BaseCommand):
    """Print each difference; exit status 1 if there is one."""

    help = gettext_noop("Recalcula los relojes de todos los casos abiertos y muestra cada diferencia con lo guardado.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One desk or all."""
        parser.description = _(self.help)
        parser.add_argument("--desk", default="", help=_("solo esta mesa"))
        parser.add_argument("--all", action="store_true", help=_("también los casos terminados"))

    def handle(self, *, desk: str, **options: Any) -> None:
        """Check."""
        now = timezone.now()
        checked = wrong = 0
        for one in all_desks():
            if desk and one.schema_name != desk:
                continue
            with in_desk(one.schema_name):
                cases = Ticket.objects.select_related("manual").order_by("pk")
                for ticket in (cases if options["all"] else cases.exclude(status__in=["closed", "cancelled"])).iterator():
                    checked += 1
                    for line in differences(ticket, now):
                        wrong += 1
                        self.stderr.write(f"{one.schema_name}: {line}")
        self.stdout.write(str(_("Casos revisados: %(checked)d. Diferencias: %(wrong)d.")) % {"checked": checked, "wrong": wrong})
        if wrong:
            raise CommandError(str(_("Hay relojes guardados que no son los que el registro da.")))
