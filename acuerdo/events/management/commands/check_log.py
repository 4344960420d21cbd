"""`acuerdo check log`: every chain followed from its first event; the first bad entry of each is named."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from acuerdo.desks.queries import all_desks, in_desk
from acuerdo.events.models import Event
from acuerdo.events.queries import broken


class Command(BaseCommand):
    """Exit status 1 when an event was changed or is missing."""

    help = gettext_noop("Sigue la cadena del registro de cada mesa y nombra la primera entrada alterada.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One desk or all."""
        parser.description = _(self.help)
        parser.add_argument("--desk", default="", help=_("solo esta mesa"))

    def handle(self, *, desk: str, **_options: Any) -> None:
        """Check."""
        wrong = 0
        for one in all_desks():
            if desk and one.schema_name != desk:
                continue
            with in_desk(one.schema_name):
                events = Event.objects.order_by("subject_kind", "subject_id", "position").iterator(chunk_size=2000)
                for bad in broken(events):
                    wrong += 1
                    where = f"{bad.event.subject_kind} {bad.event.subject_id} [{bad.event.position}]"
                    self.stderr.write(f"{one.schema_name}: {where}: {bad.problem}")
        if wrong:
            raise CommandError(str(_("El registro fue alterado.")))
        self.stdout.write(str(_("El registro está como se escribió.")))
