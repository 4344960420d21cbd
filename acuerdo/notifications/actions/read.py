"""Saying that one's notices are read."""

from datetime import datetime

from acuerdo.live.tell import tell as announce
from acuerdo.notifications.models import Notice
from acuerdo.people.models import Person


def read(person: Person, *, at: datetime) -> int:
    """Mark the person's unread notices; returns how many. Their other tabs hear of it. Again is harmless."""
    count = Notice.objects.filter(person=person, read_at=None).update(read_at=at)
    if count:
        announce(f"person-{person.pk}")
    return count
