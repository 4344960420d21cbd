"""`acuerdo check clocks`: every open case folded again and compared with what is stored, its place in the queue too (clocks.md 9)."""

from argparse import ArgumentParser
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from acuerdo.audit.queries.clocks import wrong_clocks
from acuerdo.desks.queries import all_desks, in_desk
from acuerdo.tickets.actions.fold_again import fold_again
from acuerdo.tickets.models import Ticket


class Command(BaseCommand):
    """Print each difference; exit status 1 if there is one and it is not mended."""

    help = gettext_noop("Recalcula los relojes de todos los casos abiertos y muestra cada diferencia con lo guardado.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One desk or all."""
        parser.description = _(self.help)
        parser.add_argument("--desk", default="", help=_("solo esta mesa"))
        parser.add_argument("--mend", action="store_true", help=_("guarda en cada caso con diferencias lo que su registro da"))
        parser.add_argument("--all", action="store_true", help=_("también los casos terminados"))

    def handle(self, *, desk: str, **options: Any) -> None:
        """Check."""
        now = timezone.now()
        checked = wrong = mended = 0
        for one in all_desks():
            if desk and one.schema_name != desk:
                continue
            with in_desk(one.schema_name):
                looked, cases = 0, set[int]()
                for found in wrong_clocks(now, ended=options["all"]):
                    if isinstance(found, int):
                        looked = found
                        continue
                    wrong += 1
                    cases.add(int(found.where.split()[0].lstrip("#")))
                    self.stderr.write(f"{one.schema_name}: {found}")
                checked += looked
                mended += self.mend(cases, now) if options["mend"] else 0
        self.stdout.write(str(_("Casos revisados: %(checked)d. Diferencias: %(wrong)d.")) % {"checked": checked, "wrong": wrong})
        if options["mend"]:
            self.stdout.write(str(_("Casos guardados de nuevo: %(mended)d.")) % {"mended": mended})
        elif wrong:
            raise CommandError(str(_("Hay relojes guardados que no son los que el registro da.")))

    def mend(self, cases: Iterable[int], now: datetime) -> int:
        """Store these cases' clocks and places anew; returns how many."""
        found = list(Ticket.objects.filter(number__in=cases).order_by("pk").values_list("pk", flat=True))
        for pk in found:
            fold_again(pk, at=now)
        return len(found)
