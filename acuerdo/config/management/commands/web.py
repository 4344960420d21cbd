"""`acuerdo web`: pages and the live stream on one port."""

from argparse import ArgumentParser
from typing import Any

import uvicorn
from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop


class Command(BaseCommand):
    """Serve until told to stop."""

    help = gettext_noop("Sirve las páginas y el canal en vivo.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to listen."""
        parser.description = _(self.help)
        parser.add_argument("--port", type=int, default=settings.PORT, help=_("puerto (ACUERDO_PORT, 8000)"))
        parser.add_argument("--bind", default=settings.BIND, help=_("dirección (ACUERDO_BIND, 127.0.0.1)"))

    def handle(self, *, port: int, bind: str, **_options: Any) -> None:
        """Serve. Streams that are open when the process is told to stop are cut after a moment."""
        uvicorn.run(
            "acuerdo.config.asgi:application",
            host=bind,
            port=port,
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=3,
            timeout_keep_alive=30,
            h11_max_incomplete_event_size=64 * 1024,
            # Behind a proxy of the same machine its word is taken for the client's address.
            forwarded_allow_ips="127.0.0.1" if settings.SECURE else "",
            proxy_headers=settings.SECURE,
        )
