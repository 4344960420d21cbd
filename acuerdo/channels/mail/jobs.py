"""Messages that could not be processed are tried again: the fault was perhaps mended, a disk is no longer full."""

from django.utils import timezone
from procrastinate.contrib.django import app

from acuerdo.channels.mail.actions.process_again import process_again
from acuerdo.channels.mail.queries import undone
from acuerdo.jobs.desks import in_every_desk


@app.periodic(cron="*/10 * * * *")
@app.task(name="mail.every_ten_minutes", queue="sweeps", queueing_lock="mail.every_ten_minutes")
def every_ten_minutes(timestamp: int) -> None:
    """Try again in every desk what has not been tried too often."""
    in_every_desk(try_again)


def try_again() -> None:
    """One desk's."""
    for raw_mail_id in undone():
        process_again(raw_mail_id, at=timezone.now())
