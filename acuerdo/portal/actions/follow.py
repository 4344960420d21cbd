"""A customer's draft goes where its case went."""

from datetime import datetime

from django.db import transaction

from acuerdo.people.models import Person
from acuerdo.tickets.actions.draft import add, begun
from acuerdo.tickets.models import Draft, Ticket


@transaction.atomic
def follow(person: Person, ticket: Ticket, into: Ticket, *, at: datetime) -> None:
    """Take what the person has begun in a case along into the one that it became part of, behind what was begun there."""
    draft = begun(person, ticket, Draft.Kind.CUSTOMER)
    if draft is not None:
        add(person, into, Draft.Kind.CUSTOMER, draft.text, draft.files.all(), at=at)
        draft.delete()
