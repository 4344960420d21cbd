"""Mailboxes are looked into every minute. Messages that could not be processed are tried again: the fault was perhaps mended."""

from django.utils import timezone
from procrastinate.contrib.django import app

from acuerdo.channels.mail.actions.fetch import fetch
from acuerdo.channels.mail.actions.keep_mailbox import FETCH, look_now
from acuerdo.channels.mail.actions.process_again import process_again
from acuerdo.channels.mail.models import Mailbox
from acuerdo.channels.mail.queries import due, undone
from acuerdo.jobs.desks import desk_task, in_every_desk


@app.periodic(cron="*/10 * * * *")
@app.task(name="mail.every_ten_minutes", queue="sweeps", queueing_lock="mail.every_ten_minutes")
def every_ten_minutes(timestamp: int) -> None:
    """Try again in every desk what has not been tried too often."""
    in_every_desk(try_again)


def try_again() -> None:
    """One desk's."""
    for raw_mail_id in undone():
        process_again(raw_mail_id, at=timezone.now())


# No retries of its own: the next look comes in a minute, or later where it failed.
@desk_task(FETCH.name, queue="mailboxes", retry=False)
def fetch_mailbox(*, mailbox_id: int) -> None:
    """Take what is new; where there is more, once more after what else waits."""
    if fetch(mailbox_id, at=timezone.now()):
        look_now(Mailbox.objects.get(pk=mailbox_id))


@app.periodic(cron="* * * * *")
@app.task(name="mail.every_minute", queue="sweeps", queueing_lock="mail.every_minute")
def every_minute(timestamp: int) -> None:
    """Look into every desk's mailboxes."""
    in_every_desk(look_into_mailboxes)


def look_into_mailboxes() -> None:
    """One desk's; one look at a small table where there are none."""
    for mailbox in due(timezone.now()):
        look_now(mailbox)
