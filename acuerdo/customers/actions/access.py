"""Letting a contact into the customers' pages, and out of them."""

from datetime import datetime

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.customers.events import AccessGiven, AccessTaken
from acuerdo.customers.models import Contact
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.people.actions.end_sessions import end_sessions
from acuerdo.people.actions.invite import invite, invite_again
from acuerdo.people.models import Person, Role


class NoAccess(Refusal):
    """This contact cannot be let in: `why` is `colleague` (the address is of one of the desk's people) or `alone` (no organisation)."""

    code = "customers.no_access"


@transaction.atomic
def give_access(contact_id: int, *, by: Actor, at: datetime) -> Person:
    """Invite them, or let them in again; a mail takes them the link. Raises NoAccess."""
    contact = Contact.objects.select_for_update(of=("self",)).select_related("person").get(pk=contact_id)
    person = contact.person or Person.objects.filter(email=contact.email).first()
    if contact.organisation_id is None:
        msg = f"Contact {contact_id} is of no organisation."
        raise NoAccess(msg, why="alone")
    if person is not None and not person.is_customer:
        msg = f"{contact.email} is one of the desk's people."
        raise NoAccess(msg, why="colleague")
    if person is None:
        person, _secret = invite(email=contact.email, name=contact.name[:120], role=Role.CUSTOMER, by=by, at=at)
    else:
        invite_again(person.pk, by=by, at=at)
    if contact.person_id != person.pk:
        contact.person = person
        contact.save(update_fields=["person"])
    record(AccessGiven(subject_id=contact.pk, person=person.pk), by=by, at=at)
    return person


@transaction.atomic
def take_access(contact_id: int, *, by: Actor, at: datetime) -> None:
    """Let them in no more, from now: sessions and streams end. What they wrote and may still write by mail stays."""
    contact = Contact.objects.select_for_update(of=("self",)).select_related("person").get(pk=contact_id)
    if contact.person is None or not contact.person.is_active:
        return
    contact.person.is_active = False
    contact.person.save(update_fields=["is_active"])
    end_sessions(contact.person.pk)
    record(AccessTaken(subject_id=contact.pk, person=contact.person.pk), by=by, at=at)
