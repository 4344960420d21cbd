"""Inviting a person: they are made without a password and choose one through a signed link."""

from datetime import datetime

from django.core import signing
from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.people.events import Accepted, Invited
from acuerdo.people.models import Person

SALT = "acuerdo.invitation"
#: An invitation is good for two weeks, seconds.
LASTS = 14 * 24 * 3600


class InvitationOver(Refusal):
    """The invitation was accepted meanwhile."""

    code = "people.invitation_over"


@transaction.atomic
def invite(*, email: str, name: str, role: str, title: str = "", level: str = "", by: Actor, at: datetime) -> tuple[Person, str]:
    """Make the person; returns them and the secret of their invitation (`/invitacion/<secret>/`)."""
    person = Person.objects.create_user(email, name=name, role=role, title=title, level=level)
    record(Invited(subject_id=person.pk, role=role, detail={"email": person.email}), by=by, at=at)
    return person, secret_for(person)


@transaction.atomic
def invite_again(person_id: int, *, by: Actor, at: datetime) -> Person:
    """Invite a person once more, who may have been switched off: who has a password signs in with it, who has none gets a link."""
    person = Person.objects.select_for_update().get(pk=person_id)
    if not person.is_active:
        person.is_active = True
        person.save(update_fields=["is_active"])
    record(Invited(subject_id=person.pk, role=person.role, again=True, detail={"email": person.email}), by=by, at=at)
    return person


def secret_for(person: Person) -> str:
    """The invitation's secret; it dies when a password is chosen, because it covers the old one."""
    return signing.dumps({"id": person.pk, "old": person.password[-16:]}, salt=SALT, compress=True)


def invited_by(secret: str) -> Person | None:
    """Whose invitation this is; None when false, used or too old."""
    try:
        said = signing.loads(secret, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return None
    person = Person.objects.filter(pk=said["id"], is_active=True).first()
    return person if person and person.password[-16:] == said["old"] else None


@transaction.atomic
def accept(person: Person, *, password: str, at: datetime) -> None:
    """Choose a password; the invitation is then used up. Raises InvitationOver for the second of two who accept at once."""
    locked = Person.objects.select_for_update().get(pk=person.pk)
    if locked.password != person.password or not locked.is_active:
        msg = f"The invitation of person {person.pk} was accepted before."
        raise InvitationOver(msg)
    locked.set_password(password)
    locked.save(update_fields=["password"])
    by = Actor(kind="contact" if locked.is_customer else "person", id=locked.pk, programme="people:invitation")
    record(Accepted(subject_id=locked.pk), by=by, at=at)
