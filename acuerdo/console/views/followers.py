"""Who follows a case besides the one who has it."""

from dataclasses import dataclass

from acuerdo.customers.models import Contact
from acuerdo.people.models import Person
from acuerdo.tickets.models import Ticket, Watcher


@dataclass(frozen=True, slots=True)
class Followers:
    """The desk's people who follow it, the customer's in copy, and whether one does oneself."""

    people: tuple[Person, ...]
    contacts: tuple[Contact, ...]
    mine: bool


def followers(ticket: Ticket, me: Person) -> Followers:
    """Find them, in one query."""
    found = list(Watcher.objects.filter(ticket=ticket).select_related("person", "contact").order_by("since", "pk"))
    people = tuple(each.person for each in found if each.person)
    return Followers(people, tuple(each.contact for each in found if each.contact), any(person.pk == me.pk for person in people))
