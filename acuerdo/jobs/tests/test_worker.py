"""What a worker leaves, and what its jobs queue."""

import pytest
from asgiref.sync import async_to_sync
from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued

from acuerdo.jobs.desks import DeskTask
from acuerdo.jobs.patience import BEAT, SILENT, every
from acuerdo.jobs.worker import Manager, worker_app

WORK = DeskTask("events.react")


def queue() -> None:
    WORK.defer(lock="ticket-1", queueing_lock="7-tickets.acknowledge", event_id=7, name="tickets.acknowledge")


class EachApart(DjangoConnector):
    """Like a worker's: a query that fails undoes only itself."""

    def execute_query(self, query, **arguments):
        with transaction.atomic():
            super().execute_query(query, **arguments)


def begun() -> int:
    """A job that a worker took."""
    queue()
    job = ProcrastinateJob.objects.get()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE id = %s", [job.pk])
    return job.pk


def stalled() -> None:
    """What the queue does about jobs of dead workers."""
    manager = Manager(EachApart())
    for job in async_to_sync(manager.get_stalled_jobs)():
        async_to_sync(manager.retry_job)(job)


def test_what_a_dead_worker_was_doing_waits_again(desk):
    job = begun()
    stalled()
    assert list(ProcrastinateJob.objects.values_list("pk", "status", "lock")) == [(job, "todo", f"{desk.schema_name}:ticket-1")]


def test_when_a_sweep_queued_the_same_meanwhile_one_of_them_remains_and_can_be_done(desk):
    job = begun()
    queue()
    stalled()
    left = ProcrastinateJob.objects.get()
    assert (left.status, left.pk == job) == ("todo", False)


def test_while_a_worker_runs_what_a_job_queues_still_goes_with_its_transaction(desk):
    worker = worker_app()
    assert worker.tasks is app.tasks
    assert isinstance(app.connector, DjangoConnector)
    assert not isinstance(worker.connector, DjangoConnector)
    with pytest.raises(RuntimeError), transaction.atomic():
        queue()
        raise RuntimeError
    assert not ProcrastinateJob.objects.exists()


def test_the_same_work_waits_only_once(desk):
    queue()
    with pytest.raises(AlreadyEnqueued), transaction.atomic():
        queue()
    assert ProcrastinateJob.objects.count() == 1


def test_a_dead_worker_is_noticed_after_three_missing_beats_and_looked_for_four_times_a_minute():
    assert (BEAT, SILENT, every(SILENT // 2), every(60)) == (10, 30, "* * * * * */15", "* * * * *")
