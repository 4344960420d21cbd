"""Signing oneself out of every other browser."""

from datetime import datetime

from django.db import transaction

from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.people.actions.end_sessions import end_sessions
from acuerdo.people.events import SessionsEnded
from acuerdo.people.models import Person


@transaction.atomic
def sign_out_elsewhere(person_id: int, *, here: str, by: Actor, at: datetime) -> int:
    """End all sessions but `here`, a session's key; returns how many ended."""
    Person.objects.select_for_update().get(pk=person_id)
    ended = end_sessions(person_id, but=here)
    if ended:
        record(SessionsEnded(subject_id=person_id, count=ended), by=by, at=at)
    return ended
