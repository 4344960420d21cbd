"""`acuerdo worker`: does the jobs of every desk."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.template import engines
from django.urls import get_resolver
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from acuerdo.jobs.patience import BEAT, SILENT
from acuerdo.jobs.worker import worker_app


class Command(BaseCommand):
    """Run until told to stop; a job that is under way is finished first."""

    help = gettext_noop("Hace los trabajos pendientes de todas las mesas.")
    # The commands that serve and prepare do them; here they would only delay the first job (docs/decisions/0024).
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many at a time."""
        parser.description = _(self.help)
        parser.add_argument("--concurrency", type=int, default=4, help=_("trabajos a la vez (4)"))

    def handle(self, *, concurrency: int, **_options: Any) -> None:
        """Work. What mails are written with is loaded by this one thread, before four of them want it at once."""
        engines.all()
        _addresses = get_resolver().url_patterns
        worker_app().run_worker(
            concurrency=concurrency,
            fetch_job_polling_interval=2,
            shutdown_graceful_timeout=20,
            delete_jobs="successful",
            update_heartbeat_interval=BEAT,
            stalled_worker_timeout=SILENT,
        )
