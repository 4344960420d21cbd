"""`acuerdo check clocks`: every open case folded again and compared with what is stored (clocks.md 9)."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from acuerdo.audit.queries.clocks import wrong_clocks
from acuerdo.desks.queries import all_desks, in_desk


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
                looked = 0
                for found in wrong_clocks(now, ended=options["all"]):
                    if isinstance(found, int):
                        looked = found
                        continue
                    wrong += 1
                    self.stderr.write(f"{one.schema_name}: {found}")
                checked += looked
        self.stdout.write(str(_("Casos revisados: %(checked)d. Diferencias: %(wrong)d.")) % {"checked": checked, "wrong": wrong})
        if wrong:
            raise CommandError(str(_("Hay relojes guardados que no son los que el registro da.")))
