"""Reactions as jobs, and the sweep that finds those that lost theirs."""

from contextlib import suppress
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from acuerdo.events.actions.wake import REACT, wake
from acuerdo.events.models import Reaction
from acuerdo.events.reactions import reaction
from acuerdo.jobs.desks import desk_task, in_every_desk
from acuerdo.jobs.patience import SWEEP, every

#: A reaction that is undone after so long has lost its job, or its job has failed for good; it is woken again.
LOST = timedelta(seconds=2 * SWEEP)


@desk_task(REACT.name, queue="reactions")
def react(*, event_id: int, name: str) -> None:
    """Do one reaction once. A second job of the same reaction waits for the first, then finds it done."""
    with transaction.atomic():
        waiting = (
            Reaction.objects.select_for_update(of=("self",)).select_related("event").filter(event_id=event_id, name=name, done_at=None)
        )
        due = waiting.first()
        if due is None:
            return
        function = reaction(name)
        if function is not None:
            function(due.event)
        due.done_at = timezone.now()
        due.save(update_fields=["done_at"])


@app.periodic(cron=every(SWEEP))
@app.task(name="events.sweep", queue="sweeps", queueing_lock="events.sweep")
def sweep(timestamp: int) -> None:
    """Wake what lost its job, in every desk: after a crash, a restore, or a mended fault."""
    in_every_desk(wake_lost)


def wake_lost() -> int:
    """Defer again the current desk's lost reactions, oldest first; returns how many."""
    lost = Reaction.objects.filter(done_at=None, created_at__lt=timezone.now() - LOST).select_related("event")
    count = 0
    for waiting in lost.order_by("pk")[:500]:
        with suppress(AlreadyEnqueued), transaction.atomic():
            wake(waiting)
            count += 1
    return count
