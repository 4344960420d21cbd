"""`acuerdo check log`: every chain followed from its first event, every seal compared; the first bad entry is named."""

import json
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from acuerdo.audit.queries.log import wrong_log
from acuerdo.audit.queries.seals import Trouble, against
from acuerdo.desks.queries import all_desks, in_desk


class Command(BaseCommand):
    """Exit status 1 when an event or a seal was changed or is missing."""

    help = gettext_noop("Sigue la cadena del registro de cada mesa y sus sellos, y nombra la primera entrada alterada.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One desk or all; a seal that was sent away is compared with one desk."""
        parser.description = _(self.help)
        parser.add_argument("--desk", default="", help=_("solo esta mesa"))
        parser.add_argument("--seal", type=Path, metavar="FILE", help=_("además, contra este sello que salió de la máquina (con --desk)"))

    def handle(self, *, desk: str, seal: Path | None = None, **_options: Any) -> None:
        """Check."""
        if seal is not None and not desk:
            raise CommandError(str(_("Diga de qué mesa es el sello: --desk MESA.")))
        sent = read(seal) if seal else {}
        wrong = 0
        for one in all_desks():
            if desk and one.schema_name != desk:
                continue
            with in_desk(one.schema_name):
                wrong += self.tell(one.schema_name, wrong_log())
                wrong += self.tell(one.schema_name, troubles(sent)) if seal else 0
        if wrong:
            raise CommandError(str(_("El registro fue alterado.")))
        self.stdout.write(str(_("El registro está como se escribió.")))

    def tell(self, desk: str, found: Iterable[Trouble | int]) -> int:
        """Print each trouble; returns how many."""
        lines = [each for each in found if isinstance(each, Trouble)]
        for line in lines:
            self.stderr.write(f"{desk}: {line}")
        return len(lines)


def read(path: Path) -> dict[str, Any]:
    """The seal in a file; raises CommandError."""
    try:
        read: dict[str, Any] = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise CommandError(_("No se puede leer el sello «%(file)s»: %(why)s") % {"file": path, "why": error}) from error
    return read


def troubles(sent: dict[str, Any]) -> list[Trouble]:
    """What differs from it; raises CommandError for what is no seal."""
    try:
        return list(against(sent))
    except (ValueError, TypeError) as error:
        raise CommandError(_("El archivo no es un sello: %(why)s") % {"why": error}) from error
