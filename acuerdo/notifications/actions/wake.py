"""Queueing what no job waits for: mails that lost theirs, and mails whose moment has come."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from acuerdo.desks.queries import current_schema
from acuerdo.jobs.patience import SWEEP
from acuerdo.notifications.actions.queue import lock_of, queue_all
from acuerdo.notifications.models import Outgoing

#: A mail that waits so long has lost its job; the sweep queues it again.
LOST = timedelta(seconds=3 * SWEEP)
#: So many mails are queued at one look; the next look finds the others.
MOST = 1000


def wake_lost() -> int:
    """Queue the current desk's waiting mails again that nobody queued, oldest first; returns how many."""
    waiting = Outgoing.objects.filter(not_before=None, sent_at=None, refused_at=None, created_at__lt=timezone.now() - LOST)
    lost = list(unqueued(waiting).order_by("created_at").values_list("pk", flat=True)[:MOST])
    queue_all(lost)
    return len(lost)


def wake_held() -> int:
    """Queue the current desk's mails whose moment has come, those that waited longest first; returns how many. They had no job till now."""
    due = Outgoing.objects.filter(not_before__lte=timezone.now(), sent_at=None, refused_at=None)
    held = list(unqueued(due).order_by("not_before", "pk").values_list("pk", flat=True)[:MOST])
    queue_all(held)
    return len(held)


def unqueued(mails: QuerySet[Outgoing]) -> QuerySet[Outgoing]:
    """Those for which no job waits."""
    lock = Concat(Value(f"{current_schema()}:{lock_of('')}"), Cast(OuterRef("pk"), TextField()))
    return mails.filter(~Exists(ProcrastinateJob.objects.filter(status="todo", queueing_lock=lock)))
