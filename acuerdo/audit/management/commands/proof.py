"""`acuerdo proof CASE`: the archive by which anybody checks a case's clocks without us (agreement.md, Proof)."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from acuerdo.audit.actions.prove import prove
from acuerdo.desks.queries import NoSuchDesk, in_desk
from acuerdo.desks.wording import no_such_desk
from acuerdo.events.events import Actor
from acuerdo.tickets.models import Ticket


class Command(BaseCommand):
    """Write it to a file; one that is there is not written over."""

    help = gettext_noop("Escribe la prueba de un caso: su registro, su manual y sus relojes, con un programa que los comprueba sin red.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which case, and where to."""
        parser.description = _(self.help)
        parser.add_argument("case", type=int, metavar="CASE", help=_("el número del caso"))
        parser.add_argument("--desk", required=True, help=_("la mesa, p. ej. proware"))
        parser.add_argument("--out", type=Path, metavar="FILE", help=_("el archivo; si no se dice, prueba-CASO.zip"))
        parser.add_argument("--customer", action="store_true", help=_("la copia para el cliente: lo interno va sin su texto"))

    def handle(self, *, case: int, desk: str, out: Path | None = None, customer: bool = False, **_options: Any) -> None:
        """Write it."""
        path = out or Path(f"prueba-{case}.zip")
        try:
            with in_desk(desk), path.open("xb") as file:
                ticket = Ticket.objects.select_related("manual").get(number=case)
                file.write(prove(ticket, by=Actor("system", programme="acuerdo proof"), at=timezone.now(), customer=customer))
        except FileExistsError:
            raise CommandError(_("«%(file)s» ya existe; diga otro con --out.") % {"file": path}) from None
        except NoSuchDesk:
            raise CommandError(no_such_desk(desk)) from None
        except Ticket.DoesNotExist:
            path.unlink()
            raise CommandError(_("La mesa «%(desk)s» no tiene un caso %(case)s.") % {"desk": desk, "case": case}) from None
        self.stdout.write(str(_("Prueba escrita en %(file)s. Para comprobarla: descomprímala y ejecute python check.py")) % {"file": path})
