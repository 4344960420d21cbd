"""Declaring a contingency, and ending it (DIG-006, DIG-A7)."""

from datetime import datetime

from django.db import IntegrityError, transaction

from acuerdo.core.errors import Refusal
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.people.models import Person
from acuerdo.tickets.events import ContingencyDeclared, ContingencyEnded
from acuerdo.tickets.models import Contingency


class AlreadyDeclared(Refusal):
    """One contingency goes on already."""

    code = "tickets.already_declared"


class NotInOrder(Refusal):
    """It begins after now, or ends before its beginning or after now."""

    code = "tickets.not_in_order"


class NotGoingOn(Refusal):
    """It was ended meanwhile."""

    code = "tickets.not_going_on"


@transaction.atomic
def declare(*, starts_at: datetime, reason: str, notice: str, person: Person, by: Actor, at: datetime) -> Contingency:
    """Declare that the main channel failed at `starts_at`; every customer is told. Raises AlreadyDeclared, NotInOrder."""
    if starts_at > at:
        msg = f"{starts_at} is after {at}."
        raise NotInOrder(msg)
    try:
        with transaction.atomic():
            found = Contingency.objects.create(
                starts_at=starts_at, reason=reason.strip(), notice=notice.strip(), declared_by=person, declared_at=at
            )
    except IntegrityError as error:
        msg = "A contingency goes on."
        raise AlreadyDeclared(msg) from error
    record(ContingencyDeclared(subject_id=found.pk, starts_at=starts_at, reason=found.reason), by=by, at=at)
    return found


@transaction.atomic
def end(contingency_id: int, *, ends_at: datetime, by: Actor, at: datetime) -> Contingency:
    """End it. What came in meanwhile may still be entered afterwards, with its true times. Raises NotGoingOn, NotInOrder."""
    found = Contingency.objects.select_for_update().get(pk=contingency_id)
    if found.is_over:
        msg = f"Contingency {found.pk} is over."
        raise NotGoingOn(msg)
    if not found.starts_at <= ends_at <= at:
        msg = f"{ends_at} is not between {found.starts_at} and {at}."
        raise NotInOrder(msg)
    found.ends_at, found.is_over = ends_at, True
    found.save(update_fields=["ends_at", "is_over"])
    record(ContingencyEnded(subject_id=found.pk, ends_at=ends_at), by=by, at=at)
    return found
