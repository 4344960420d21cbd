"""Under which names a case's customers hear that it changed: their organisation's, and that of the contact who reported it.

A contact's stream hears `customer-<organisation>-*` and `contact-<contact>-*`, so a new case is heard too; a page fetches itself again
and is then asked for access as always.
"""

from collections.abc import Iterable

from acuerdo.customers.models import Contact
from acuerdo.tickets.events import TicketEvent
from acuerdo.tickets.models import Ticket

#: What no customer's page shows: they are not told that it happened.
INSIDE = frozenset(
    f"ticket.{name}"
    for name in (
        *("noted", "tagged", "fields", "followed", "time_entered", "time_changed", "time_removed", "task_added", "task_done"),
        *("article_proposed", "reviewed", "linked", "unlinked", "team_set", "clock_warned", "file_viewed"),
    )
)


def heard_by_customers(ticket: Ticket, happened: Iterable[TicketEvent]) -> list[str]:
    """The names to say, or none where all of it stays inside the desk."""
    if all(event.kind in INSIDE for event in happened):
        return []
    return [topic_of(ticket, None), *([topic_of(ticket, ticket.organisation_id)] if ticket.organisation_id else [])]


def topic_of(ticket: Ticket, organisation_id: int | None) -> str:
    """The case as its organisation hears of it, or as the contact who reported it does."""
    return f"customer-{organisation_id}-{ticket.pk}" if organisation_id else f"contact-{ticket.contact_id}-{ticket.pk}"


def topics_of_contact(contact: Contact) -> tuple[str, ...]:
    """All that a contact may hear of cases: those they reported, and their organisation's."""
    own = (f"contact-{contact.pk}-*",)
    return (*own, f"customer-{contact.organisation_id}-*") if contact.organisation_id else own


def topic_for(contact: Contact, ticket: Ticket) -> str:
    """By which name this contact hears of this case."""
    same = contact.organisation_id is not None and contact.organisation_id == ticket.organisation_id
    return topic_of(ticket, ticket.organisation_id if same else None)
