"""Recording who came in, who left, and who tried (INT-039)."""

from datetime import datetime

from django.db import connection, transaction

from acuerdo.desks.queries import current_schema
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.people.events import NOBODY, SignedIn, SignedOut, SignInFailed
from acuerdo.people.models import Person

#: The chain of those whom nobody knows has no row to lock; this number stands for it.
LOCK = 0x516E
#: What is kept of an address that was typed; and only of one: a password typed in its place is kept nowhere.
LONGEST = 254


@transaction.atomic
def note_sign_in(person_id: int, *, by: Actor, at: datetime) -> None:
    """A person came in."""
    Person.objects.select_for_update().only("pk").get(pk=person_id)
    record(SignedIn(subject_id=person_id), by=by, at=at)


@transaction.atomic
def note_sign_out(person_id: int, *, by: Actor, at: datetime) -> None:
    """A person left."""
    Person.objects.select_for_update().only("pk").get(pk=person_id)
    record(SignedOut(subject_id=person_id), by=by, at=at)


@transaction.atomic
def note_failure(address: str, *, by: Actor, at: datetime) -> None:
    """Somebody could not come in."""
    person = Person.objects.select_for_update().only("pk").filter(email=address.lower()).first()
    if person is None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [LOCK, current_schema()])
    detail = {"address": address[:LONGEST]} if "@" in address else {}
    record(SignInFailed(subject_id=person.pk if person else NOBODY, detail=detail), by=by, at=at)
