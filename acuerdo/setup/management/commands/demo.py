"""`acuerdo demo`: the five demo desks, with their people and sixty days of history. Run by the owner; safe to run again."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from acuerdo.setup.demo.make import make_demo


class Command(BaseCommand):
    """Make the demo desks that are not there yet."""

    help = gettext_noop("Crea las mesas de demostración que falten, con personas, clientes y sesenta días de historia.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        """None; what it does is said in the reader's language."""
        parser.description = _(self.help)

    def handle(self, **_options: Any) -> None:
        """Make them, one line a desk."""
        make_demo(at=timezone.now(), tell=self.tell)

    def tell(self, desk: str, cases: int) -> None:
        """Say that a desk is there."""
        self.stdout.write(str(_("Mesa de demostración %(desk)s: %(cases)d casos")) % {"desk": desk, "cases": cases})
        self.stdout.flush()
