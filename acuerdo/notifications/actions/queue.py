"""Having mails of the outbox sent."""

from collections.abc import Sequence
from contextlib import suppress

from django.db import transaction
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.jobs import Job

from acuerdo.jobs.desks import DeskTask
from acuerdo.jobs.desks import queue as queue_jobs

DELIVER = DeskTask("notifications.deliver")


def queue(outgoing_id: int) -> None:
    """Queue one mail, to be sent now; raises AlreadyEnqueued when it still waits there."""
    queue_jobs(job_of(outgoing_id))


def queue_all(outgoing_ids: Sequence[int]) -> None:
    """Queue these mails in one statement; those that were queued meanwhile stay where they are."""
    if not outgoing_ids:
        return
    with suppress(AlreadyEnqueued), transaction.atomic():
        queue_jobs(*map(job_of, outgoing_ids))
        return
    for outgoing_id in outgoing_ids:
        with suppress(AlreadyEnqueued), transaction.atomic():
            queue(outgoing_id)


def lock_of(outgoing_id: int | str) -> str:
    """What holds a mail to one waiting job, within its desk."""
    return f"outgoing-{outgoing_id}"


def job_of(outgoing_id: int) -> Job:
    """The job that sends one mail."""
    return DELIVER.job(queueing_lock=lock_of(outgoing_id), outgoing_id=outgoing_id)
