"""The queue as a worker sees it."""

from typing import Any

from procrastinate import App
from procrastinate.contrib.django import DjangoApp, app
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Job, Status
from procrastinate.manager import JobManager


class Manager(JobManager):
    """Procrastinate's, but for a job that cannot wait again because a sweep has queued the same meanwhile."""

    async def retry_job(self, job: Job, *how: Any, **named: Any) -> None:
        """Let it wait again; else the one that waits does the work, and this one must not stand in its way as `doing` for ever."""
        try:
            await super().retry_job(job, *how, **named)
        except UniqueViolation:
            await self.finish_job(job, status=Status.FAILED, delete_job=True)


def worker_app() -> App:
    """An app that takes jobs over connections of its own.

    The tasks' own app stays as it is: what a job queues is queued on Django's connection, in the job's
    transaction. With Procrastinate's `replace_connector` it would be queued, and perhaps done, before that commits.
    """
    connector: Any = app.connector
    worker: App = DjangoApp(connector=connector.get_worker_connector())
    worker.job_manager = Manager(worker.connector)
    worker.tasks, worker.periodic_registry = app.tasks, app.periodic_registry
    return worker
