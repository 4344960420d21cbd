"""`acuerdo check grants`: the product cannot rewrite the log of any desk."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from acuerdo.desks.actions.grant import product_role, wrong_grants
from acuerdo.desks.queries import all_desks


class Command(BaseCommand):
    """Compare what the product's role may do with what it should; exit status 1 on any difference."""

    help = gettext_noop("Comprueba, en cada mesa, que el producto no pueda cambiar su registro.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        """None; what it does is said in the reader's language."""
        parser.description = _(self.help)

    def handle(self, **_options: Any) -> None:
        """Look at every desk."""
        role = product_role()
        if not role:
            raise CommandError(str(_("No se sabe cuál es el rol del producto: dé DATABASE_URL y DATABASE_OWNER_URL distintos.")))
        wrong = [line for desk in all_desks() for line in wrong_grants(desk.schema_name, role)]
        for line in wrong:
            self.stderr.write(line)
        if wrong:
            raise CommandError(str(_("%(count)d permisos no son los que deben.")) % {"count": len(wrong)})
        self.stdout.write(str(_("Los permisos de todas las mesas son los que deben.")))
