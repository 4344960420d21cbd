"""Saying that one's notices are read."""

from datetime import datetime

from acuerdo.notifications.models import Notice
from acuerdo.people.models import Person


def read(person: Person, *, at: datetime) -> int:
    """Mark the person's unread notices; returns how many. Again is harmless."""
    return Notice.objects.filter(person=person, read_at=None).update(read_at=at)
