"""Saying that one's notices are read."""

from datetime import datetime

from acuerdo.live.tell import tell as announce
from acuerdo.notifications.models import Notice
from acuerdo.people.models import Person


def read(person: Person, *, at: datetime, url: str = "") -> int:
    """Mark the person's unread notices, or those that lead to `url`; returns how many. Their other tabs hear of it. Again is harmless."""
    unread = Notice.objects.filter(person=person, read_at=None)
    count = (unread.filter(url=url) if url else unread).update(read_at=at)
    if count:
        announce(f"person-{person.pk}")
    return count
