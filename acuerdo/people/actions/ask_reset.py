"""Someone asked for a new password of a person's."""

from datetime import datetime

from django.db import transaction

from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.people.events import ResetAsked
from acuerdo.people.models import Person


@transaction.atomic
def ask_reset(person_id: int, *, by: Actor, at: datetime) -> None:
    """Record it: the reaction mails the link, so that the request and its mail are one transaction."""
    person = Person.objects.select_for_update().get(pk=person_id)
    record(ResetAsked(subject_id=person.pk), by=by, at=at)
