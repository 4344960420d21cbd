"""Who did what in a case, by name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC
from types import MappingProxyType

from acuerdo.console.views.panel import Stops
from acuerdo.console.wording import Teller
from acuerdo.core.clocks import Clock
from acuerdo.customers.models import Contact
from acuerdo.desks.prepared import Given, Prepared
from acuerdo.events.models import Event
from acuerdo.people.models import Person
from acuerdo.people.queries import names
from acuerdo.tickets.models import Message, Ticket

CONTACTS = Prepared(lambda: Contact.objects.filter(pk__any_of=Given("contacts")).values_list("pk", "name"))

#: Names by key.
Names = Mapping[int, str]
NOBODY: Names = MappingProxyType({})


def known_by(ticket: Ticket, said: Iterable[Message], me: Person) -> tuple[Names, Names]:
    """Name the people and the contacts who were read with the case: most of its log is theirs."""
    people, contacts = {me.pk: me.name}, {ticket.contact_id: ticket.contact.name}
    if ticket.assignee:
        people[ticket.assignee.pk] = ticket.assignee.name
    for message in said:
        if message.person:
            people[message.person.pk] = message.person.name
        if message.contact:
            contacts[message.contact.pk] = message.contact.name
    return people, contacts


def authors(events: Sequence[Event], people: Names = NOBODY, contacts: Names = NOBODY) -> tuple[Names, Names]:
    """Name who acted, was given the case or put in copy: the desk's people, the customer's contacts; ask for those not known yet."""
    acted = {e.actor_id for e in events if e.actor_kind == "person" and e.actor_id}
    acted |= {int(e.facts[who]) for e in events if e.kind == "ticket.assigned" for who in ("to", "instead_of") if e.facts.get(who)}
    customers = {e.actor_id for e in events if e.actor_kind == "contact" and e.actor_id}
    customers |= {int(e.facts["contact"]) for e in events if e.kind == "ticket.followed" and e.facts.get("contact")}
    unknown = customers - contacts.keys()
    asked = dict(CONTACTS(contacts=list(unknown))) if unknown else NOBODY
    return {**people, **names(acted - people.keys())}, {**contacts, **asked}


def stopping(events: Iterable[Event], clocks: Iterable[Clock]) -> Iterator[Event]:
    """Give the events of the instants at which clocks stopped."""
    ends = {clock.stopped_at for clock in clocks}
    return (event for event in events if event.at.astimezone(UTC).replace(microsecond=0) in ends)


def stops(events: Iterable[Event], teller: Teller) -> Stops:
    """Say who did what stopped a clock, by instant and event."""
    found = {}
    for event in events:
        name = str(event.facts.get("milestone", "")) if event.kind == "ticket.reached" else event.kind.removeprefix("ticket.")
        found[event.at.astimezone(UTC).replace(microsecond=0), name] = teller.stopped(event)
    return found
