"""Looking for recurring cases whose day has come."""

from django.utils import timezone
from procrastinate.contrib.django import app

from acuerdo.automation.actions.open_due import open_due
from acuerdo.jobs.desks import in_every_desk


@app.periodic(cron="*/5 * * * *")
@app.task(name="automation.every_five_minutes", queue="sweeps", queueing_lock="automation.every_five_minutes")
def every_five_minutes(timestamp: int) -> None:
    """In every desk."""
    in_every_desk(open_those_due)


def open_those_due() -> None:
    """One desk's."""
    open_due(at=timezone.now())
