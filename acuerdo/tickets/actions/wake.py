"""Having the alarms of a desk handled in time."""

from contextlib import suppress
from datetime import datetime, timedelta

from django.db import transaction
from procrastinate.exceptions import AlreadyEnqueued

from acuerdo.jobs.desks import DeskTask
from acuerdo.tickets.models import Clock

HANDLE_ALARMS = DeskTask("tickets.handle_alarms")
#: Alarms nearer than this get a job at their very second; the minute's job finds the others in time.
SOON = timedelta(seconds=75)


def wake_at(alarm_at: datetime, *, now: datetime) -> None:
    """Have the desk's alarms handled at `alarm_at`, if that is soon; one job a second and desk."""
    if alarm_at > now + SOON:
        return
    with suppress(AlreadyEnqueued), transaction.atomic():
        HANDLE_ALARMS.defer(queueing_lock=f"alarms-{alarm_at:%H%M%S}", schedule_at=max(alarm_at, now))


def look_ahead(now: datetime) -> None:
    """See to the earliest alarm of the current desk; costs one look at an index."""
    first = Clock.objects.filter(alarm_at__isnull=False).order_by("alarm_at").values_list("alarm_at", flat=True).first()
    if first is not None:
        wake_at(first, now=now)
