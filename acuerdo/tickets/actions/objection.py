"""The customer objects to a closing or to recorded times; the desk answers, and both stay on record (lifecycle.md)."""

from datetime import datetime

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.customers.models import Contact
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.actions.raise_level import ReasonMissing
from acuerdo.tickets.events import Objected, ObjectionAnswered
from acuerdo.tickets.models import Objection


class CannotObject(Refusal):
    """There is no closing to object to, or the same objection waits for its answer."""

    code = "tickets.cannot_object"


class ObjectionSettled(Refusal):
    """It was answered meanwhile."""

    code = "tickets.objection_answered"


@transaction.atomic
def object_to(ticket_id: int, about: str, text: str, *, contact: Contact, by: Actor, at: datetime) -> Objection:
    """Object, at any time, also to a case that has ended. Raises ReasonMissing, CannotObject."""
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    if not text.strip():
        msg = "An objection needs its reason."
        raise ReasonMissing(msg)
    pending = ticket.objections.filter(about=about, answered_at=None).exists()
    if pending or about not in Objection.About.values or (about == Objection.About.CLOSING and ticket.is_open):
        msg = f"Case {ticket.number} takes no objection about {about!r} now."
        raise CannotObject(msg)
    objection = Objection.objects.create(ticket=ticket, about=about, contact=contact, text=text.strip(), at=at)
    record(Objected(subject_id=ticket.pk, objection=objection.pk, about=about), by=by, at=at)
    ticket.last_activity_at, ticket.last_activity_by = at, contact.name[:120]
    ticket.save(update_fields=["last_activity_at", "last_activity_by"])
    return objection


@transaction.atomic
def answer_objection(objection_id: int, answer: str, *, upheld: bool, by: Actor, at: datetime) -> Objection:
    """Answer it: upheld or not, always with a reason. What follows (a follow-up case, a correction) is done apart.

    Raises ReasonMissing, ObjectionSettled.
    """
    ticket = hold(Objection.objects.values_list("ticket_id", flat=True).get(pk=objection_id))
    at = in_turn(at, ticket)
    objection = Objection.objects.select_related("contact").get(pk=objection_id)
    if objection.answered_at:
        msg = f"The objection {objection_id} was answered."
        raise ObjectionSettled(msg)
    if not answer.strip():
        msg = "The answer to an objection needs its reason."
        raise ReasonMissing(msg)
    objection.person_id, objection.answer, objection.upheld, objection.answered_at = by.id, answer.strip(), upheld, at
    objection.save()
    record(ObjectionAnswered(subject_id=ticket.pk, objection=objection.pk, upheld=upheld), by=by, at=at)
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    ticket.save(update_fields=["last_activity_at", "last_activity_by"])
    return objection
