"""`acuerdo desk list`."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from acuerdo.desks.queries import all_desks, url_of


class Command(BaseCommand):
    """One line a desk: schema, name, address."""

    help = gettext_noop("Lista las mesas: identificador, nombre y dirección.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        """None; what it does is said in the reader's language."""
        parser.description = _(self.help)

    def handle(self, **_options: Any) -> None:
        """Print them."""
        for desk in all_desks():
            self.stdout.write(f"{desk.schema_name}\t{desk.name}\t{url_of(desk)}")
