"""Sweeping away the files that neither a message nor a draft holds any more."""

from datetime import datetime, timedelta

from acuerdo.files.actions.sweep import sweep
from acuerdo.files.models import StoredFile
from acuerdo.tickets.models import Draft, HeldAnswer

#: A refused form may bring a file back for a day (LASTS in forms/case.py); after two, nobody will.
IDLE = timedelta(days=2)


def sweep_files(*, at: datetime, most: int) -> int:
    """Sweep files that came longer ago than IDLE and belong to nothing; returns how many."""
    drafted = Draft.files.through.objects.values("storedfile")
    leaving = HeldAnswer.files.through.objects.values("storedfile")
    old = StoredFile.objects.filter(stored_at__lt=at - IDLE, messages=None)
    loose = old.exclude(pk__in=drafted).exclude(pk__in=leaving).order_by("stored_at")
    ids = list(loose.values_list("pk", flat=True)[:most])
    return sweep(ids) if ids else 0
