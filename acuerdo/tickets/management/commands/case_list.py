"""`acuerdo case list --desk ID`."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from acuerdo.desks.queries import NoSuchDesk, in_desk
from acuerdo.desks.wording import no_such_desk
from acuerdo.tickets.models import Ticket


class Command(BaseCommand):
    """One line a case, in the queue's order."""

    help = gettext_noop("Lista los casos abiertos de una mesa, en el orden de la cola.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which desk, and whether the ended ones too."""
        parser.description = _(self.help)
        parser.add_argument("--desk", required=True, help=_("la mesa, p. ej. proware"))
        parser.add_argument("--all", action="store_true", help=_("también los terminados"))

    def handle(self, *, desk: str, **options: Any) -> None:
        """Print them."""
        try:
            with in_desk(desk):
                cases = Ticket.objects.select_related("organisation").order_by("place", "place_key", "number")
                if not options["all"]:
                    cases = cases.exclude(status__in=["closed", "cancelled"])
                for ticket in cases.iterator():
                    self.stdout.write(f"{ticket.number}\t{ticket.status}\t{ticket.organisation or '-'}\t{ticket.subject}")
        except NoSuchDesk:
            raise CommandError(no_such_desk(desk)) from None
