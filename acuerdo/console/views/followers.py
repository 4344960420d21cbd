"""Who follows a case besides the one who has it."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from acuerdo.customers.models import Contact
from acuerdo.people.models import Person
from acuerdo.tickets.models import Ticket, Watcher

#: After these somebody may follow it: who reported a case that became part of this one follows this one.
FOLLOWED = frozenset({"ticket.followed", "ticket.absorbed"})


@dataclass(frozen=True, slots=True)
class Followers:
    """The desk's people who follow it, the customer's in copy, and whether one does oneself."""

    people: tuple[Person, ...]
    contacts: tuple[Contact, ...]
    mine: bool


def followers(ticket: Ticket, me: Person, kinds: AbstractSet[str]) -> Followers:
    """Find them, in one query; in none where the log knows of nobody."""
    if not FOLLOWED & kinds:
        return Followers((), (), mine=False)
    found = list(Watcher.objects.filter(ticket=ticket).select_related("person", "contact").order_by("since", "pk"))
    people = tuple(each.person for each in found if each.person)
    return Followers(people, tuple(each.contact for each in found if each.contact), any(person.pk == me.pk for person in people))
