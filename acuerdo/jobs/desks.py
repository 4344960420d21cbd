"""A job carries the desk it was deferred in, and runs in it."""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.db import close_old_connections
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.jobs import Job

from acuerdo.desks.queries import NoSuchDesk, all_desks, current_schema, in_desk, leave_desks

log = logging.getLogger(__name__)

#: A failed job is tried again after 4, 16, 64 … seconds; what is still undone after that, a sweep finds.
PATIENT = RetryStrategy(max_attempts=6, exponential_wait=4)


class DeskTask:
    """A task of one desk, by name. `defer` inside a transaction is undone with it."""

    def __init__(self, name: str) -> None:
        """Name a task; actions that a task calls name it so, without importing it."""
        self.name = name

    def defer(self, **how: Any) -> None:
        """Queue one job of it, as `job` describes it; raises as `queue` does."""
        queue(self.job(**how))

    def job(
        self,
        *,
        lock: str | None = None,
        queueing_lock: str | None = None,
        schedule_at: datetime | None = None,
        **arguments: Any,
    ) -> Job:
        """A job for the current desk, to be queued. `lock` puts jobs of one name in a row, within the desk.

        Never a `lock` on a scheduled job: it would keep the others waiting.
        """
        desk = current_schema()
        options: dict[str, Any] = {}
        if lock:
            options["lock"] = f"{desk}:{lock}"
        if queueing_lock:
            options["queueing_lock"] = f"{desk}:{queueing_lock}"
        if schedule_at:
            options["schedule_at"] = schedule_at
        job: Job = app.configure_task(self.name, **options).make_new_job(desk=desk, **arguments)
        return job


def queue(*jobs: Job) -> None:
    """Queue jobs in one statement. Inside a transaction it is undone with it.

    Raises AlreadyEnqueued for a queueing lock that is taken: then the caller's transaction needs a savepoint around this.
    """
    app.job_manager.batch_defer_jobs(jobs=list(jobs))


def desk_task(name: str, *, queue: str = "default", retry: RetryStrategy | bool = PATIENT) -> Callable[[Callable[..., object]], DeskTask]:
    """Make a function a task that runs in the desk it was deferred in."""

    def decorate(body: Callable[..., object]) -> DeskTask:
        @wraps(body)
        def run(*, desk: str, **arguments: Any) -> None:
            close_old_connections()
            try:
                with in_desk(desk):
                    body(**arguments)
            except NoSuchDesk:
                # The desk was deleted; its work went with it.
                return
            finally:
                leave_desks()

        app.task(run, name=name, queue=queue, retry=retry)
        return DeskTask(name)

    return decorate


def in_every_desk(work: Callable[[], object]) -> None:
    """Do something in each desk; one desk's failure is logged and does not keep the others waiting."""
    close_old_connections()
    leave_desks()
    for desk in all_desks():
        try:
            with in_desk(desk.schema_name):
                work()
        except Exception:
            log.exception("%s failed in desk %s", work.__name__, desk.schema_name)
    leave_desks()
