"""`acuerdo mail again`: process kept messages again, or list those that wait."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from acuerdo.channels.mail.actions.process_again import process_again
from acuerdo.channels.mail.models import RawMail
from acuerdo.desks.queries import all_desks, in_desk
from acuerdo.desks.wording import no_such_desk


class Command(BaseCommand):
    """One line a message: desk, number, state, what became of it."""

    help = gettext_noop("Procesa de nuevo los correos que no se pudieron procesar; con --list solo los muestra.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which."""
        parser.description = _(self.help)
        parser.add_argument("--desk", default="", metavar="ID", help=_("solo esta mesa"))
        parser.add_argument("--list", action="store_true", dest="only_list", help=_("solo mostrarlos"))

    def handle(self, *, desk: str, only_list: bool, **_options: Any) -> None:
        """Every desk, or one."""
        if desk and desk not in {each.schema_name for each in all_desks()}:
            raise CommandError(no_such_desk(desk))
        for schema in [desk] if desk else [each.schema_name for each in all_desks()]:
            with in_desk(schema):
                for kept in RawMail.objects.defer("raw").exclude(state=RawMail.State.PROCESSED).order_by("received_at"):
                    shown = kept if only_list else process_again(kept.pk, at=timezone.now())
                    self.stdout.write(f"{schema}\t{shown.pk}\t{shown.received_at:%Y-%m-%d %H:%M}\t{shown}\t{shown.problem}")
