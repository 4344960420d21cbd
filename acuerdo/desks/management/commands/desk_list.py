"""`acuerdo desk list`."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext_noop

from acuerdo.desks.queries import all_desks, url_of


class Command(BaseCommand):
    """One line a desk: schema, name, address."""

    help = gettext_noop("Lista las mesas: identificador, nombre y dirección.")

    def handle(self, **_options: Any) -> None:
        """Print them."""
        for desk in all_desks():
            self.stdout.write(f"{desk.schema_name}\t{desk.name}\t{url_of(desk)}")
