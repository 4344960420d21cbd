"""`acuerdo listen`: the SMTP and LMTP door of every desk."""

import asyncio
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from acuerdo.channels.mail.listener.server import Listener, listen


class Command(BaseCommand):
    """Listen until told to stop."""

    help = gettext_noop("Recibe correo por SMTP (y LMTP si tiene puerto) para todas las mesas.")
    # They would load every page, of which this process shows none (docs/decisions/0024).
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where; by default as the settings say."""
        parser.description = _(self.help)
        parser.add_argument("--bind", default=settings.BIND, help=_("dirección en la que escucha"))
        parser.add_argument("--smtp-port", type=int, default=settings.SMTP_PORT, help=_("puerto de SMTP"))
        parser.add_argument("--lmtp-port", type=int, default=settings.LMTP_PORT, help=_("puerto de LMTP; 0: ninguno"))

    def handle(self, *, bind: str, smtp_port: int, lmtp_port: int, **_options: Any) -> None:
        """Listen; a port that is taken is said plainly."""
        listener = Listener(bind, smtp=smtp_port or None, lmtp=lmtp_port or None)
        try:
            asyncio.run(listen(listener))
        except OSError as error:
            msg = _("No se puede escuchar en %(bind)s: %(why)s") % {"bind": bind, "why": error}
            raise CommandError(msg) from error
