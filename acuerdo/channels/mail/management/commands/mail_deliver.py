"""`acuerdo mail deliver`: a pipe for an MTA. Its exit statuses are those of sysexits.h, as Postfix and Exim read them."""

import sys
from argparse import ArgumentParser
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, InterfaceError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from acuerdo.channels.mail.actions.deliver import deliver
from acuerdo.channels.mail.listener.limits import LARGEST
from acuerdo.core.mail import not_a_message
from acuerdo.desks.queries import NoSuchDesk
from acuerdo.desks.wording import no_such_desk

USAGE, NOT_A_MESSAGE, UNKNOWN_DESK, TRY_AGAIN = 64, 65, 67, 75


class Stop(SystemExit):
    """An end with a status and a sentence."""

    def __init__(self, status: int, sentence: str) -> None:
        """Say the sentence on standard error."""
        sys.stderr.write(f"{sentence}\n")
        super().__init__(status)


class Command(BaseCommand):
    """Store one message from standard input; exit 0 once it is committed."""

    help = gettext_noop(
        "Recibe un mensaje por la entrada estándar y lo guarda en una mesa. "
        "Termina con 0 si quedó guardado, 75 si hay que intentar más tarde, 65 si no es un mensaje, "
        "67 si no existe la mesa y 64 si los argumentos no sirven."
    )
    requires_system_checks = ()

    def create_parser(self, prog_name: str, subcommand: str, **options: Any) -> CommandParser:
        """Wrong arguments end with 64, not with argparse's 2."""
        parser = super().create_parser(prog_name, subcommand, **options)
        parser.error = wrong_usage  # type: ignore[method-assign]
        return parser

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which desk, and the envelope where it is known."""
        parser.description = _(self.help)
        parser.add_argument("--desk", required=True, metavar="ID", help=_("la mesa, p. ej. proware"))
        parser.add_argument("--from", dest="sender", metavar="A", help=_("remitente del sobre; vacío en los avisos de error"))
        parser.add_argument("--to", dest="recipient", default="", metavar="A", help=_("destinatario del sobre"))

    def handle(self, *, desk: str, sender: str | None, recipient: str, **_options: Any) -> None:
        """Read, store, end."""
        raw = sys.stdin.buffer.read(LARGEST + 1)
        if len(raw) > LARGEST:
            raise Stop(NOT_A_MESSAGE, _("El mensaje es demasiado grande: caben %(most)d MB.") % {"most": LARGEST // 1_048_576})
        if not_a_message(raw):
            raise Stop(NOT_A_MESSAGE, _("Lo que llegó no es un mensaje de correo: le falta el encabezado o está vacío."))
        try:
            deliver(raw, envelope_from=sender, recipients={desk: [recipient] if recipient else []}, at=timezone.now())
        except NoSuchDesk:
            raise Stop(UNKNOWN_DESK, no_such_desk(desk)) from None
        except (DatabaseError, InterfaceError) as trouble:
            raise Stop(TRY_AGAIN, _("La base de datos no lo recibió; inténtelo más tarde. %(why)s") % {"why": trouble}) from None


def wrong_usage(message: str) -> NoReturn:
    """Say what is wrong with the arguments."""
    raise Stop(USAGE, f"acuerdo mail deliver: {message}")
