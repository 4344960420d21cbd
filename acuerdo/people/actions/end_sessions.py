"""Signing a person out everywhere: their rights changed, or somebody else may hold a session of theirs."""

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction

from acuerdo.live.tell import end_streams
from acuerdo.live.tokens import fingerprint


@transaction.atomic
def end_sessions(person_id: int, *, but: str = "") -> int:
    """End the sessions of a person and their live streams, but for one session; returns how many ended."""
    found = UserSession.objects.filter(user=person_id).exclude(session_key=but)
    keys = list(found.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    found.delete()
    if but:
        for key in keys:
            end_streams(session=fingerprint(key))
    else:
        end_streams(person=person_id)
    return len(keys)
