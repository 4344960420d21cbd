"""Accepting a version, once a contact."""

from datetime import datetime

from django.db import transaction

from acuerdo.agreements.models import ManualVersion
from acuerdo.core.errors import Refusal
from acuerdo.customers.models import Contact
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.people.queries import day_of
from acuerdo.publishing.events import Acknowledged
from acuerdo.publishing.models import Acknowledgement
from acuerdo.publishing.queries.editions import edition


class NotToAccept(Refusal):
    """A version that is over is accepted no more, nor by somebody who is of no customer."""

    code = "publishing.not_to_accept"


@transaction.atomic
def acknowledge(version: ManualVersion, contact: Contact, *, way: str, by: Actor, at: datetime) -> Acknowledgement:
    """Keep that a contact accepts a version; again it is the same acceptance. Raises NotToAccept."""
    if contact.organisation_id is None or edition(day_of(at), version.version).standing == "past":
        msg = f"Version {version.version} is not to be accepted by contact {contact.pk}."
        raise NotToAccept(msg)
    kept, new = Acknowledgement.objects.get_or_create(
        version=version, contact=contact, defaults={"at": at, "ip": by.ip or None, "way": way}
    )
    if new:
        record(Acknowledged(subject_id=kept.pk, version=version.version, contact=contact.pk, way=way), by=by, at=at)
    return kept
