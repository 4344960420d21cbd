"""Writing a contact down."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from acuerdo.customers.events import ContactKept
from acuerdo.customers.models import Contact
from acuerdo.events.actions.keep import keep
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.people.models import Person


@transaction.atomic
def save_contact(pk: int | None, values: Mapping[str, Any], *, by: Actor, at: datetime) -> Contact:
    """Make a contact, or change one; who signs in as them is called the same."""
    contact = Contact.objects.select_for_update().get(pk=pk) if pk else Contact()
    before, after = keep(contact, values)
    if before or after:
        if contact.person_id and {"name", "email"} & set(after):
            Person.objects.filter(pk=contact.person_id).update(name=contact.name[:120], email=contact.email)
        kept = ContactKept(
            subject_id=contact.pk,
            organisation=contact.organisation_id or 0,
            fields=tuple(after),
            detail={"before": before, "after": after},
        )
        record(kept, by=by, at=at)
    return contact
