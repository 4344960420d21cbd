"""Writing down that a person is away, and who stands in for them."""

from datetime import date, datetime

from django.db import transaction

from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.people.events import AbsenceKept
from acuerdo.people.models import Absence, Person


@transaction.atomic
def be_away(
    person_id: int, starts_on: date, ends_on: date, *, substitute: Person | None = None, reason: str = "", by: Actor, at: datetime
) -> Absence:
    """Write it down; both days are included. New cases of theirs go to the substitute meanwhile."""
    person = Person.objects.select_for_update().get(pk=person_id)
    absence = Absence.objects.create(person=person, starts_on=starts_on, ends_on=ends_on, substitute=substitute, reason=reason)
    kept = AbsenceKept(
        subject_id=person_id,
        starts_on=starts_on,
        ends_on=ends_on,
        substitute=substitute.pk if substitute else None,
        detail={"reason": reason} if reason else {},
    )
    record(kept, by=by, at=at)
    return absence


@transaction.atomic
def be_back(absence_id: int, *, by: Actor, at: datetime) -> None:
    """Take an absence back; once is enough."""
    absence = Absence.objects.select_for_update().filter(pk=absence_id).first()
    if absence is not None:
        kept = AbsenceKept(subject_id=absence.person_id, starts_on=absence.starts_on, ends_on=absence.ends_on, removed=True)
        Person.objects.select_for_update().get(pk=absence.person_id)
        absence.delete()
        record(kept, by=by, at=at)
