"""Reading cases: who may see which, the log as the clocks read it, what is due."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from django.db.models import Q, QuerySet

from acuerdo.agreements.models import ManualVersion
from acuerdo.agreements.queries import agreement_of, terms_under
from acuerdo.core.agreements import Agreement
from acuerdo.core.clocks import Clock, Happening, Terms, fold, from_log, lasting, name_for_clocks
from acuerdo.customers.models import Contact
from acuerdo.customers.queries import contact_of
from acuerdo.events.models import Event
from acuerdo.events.queries import log_of
from acuerdo.people.access import READ, may
from acuerdo.people.models import Person
from acuerdo.tickets.models import Clock as StoredClock
from acuerdo.tickets.models import Ticket

SUBJECT = "ticket"
#: What an event says to the clocks besides when and what.
SAID = ("status", "facts", "reason", "clock", "date", "party", "corrects", "time", "cycle", "state", "version", "plan")
#: Later than any deadline.
NEVER = datetime.max.replace(tzinfo=UTC)


def visible_to(person: Person) -> QuerySet[Ticket]:
    """The cases a person may see: the desk's people all, a contact those of their organisation (PRO-042) or their own."""
    if may(person, READ):
        return Ticket.objects.all()
    contact = contact_of(person) if person.is_customer else None
    return of_contact(contact) if contact else Ticket.objects.none()


def of_contact(contact: Contact) -> QuerySet[Ticket]:
    """A contact's cases, and their whole organisation's."""
    own = Q(contact=contact)
    if contact.organisation_id:
        own |= Q(organisation_id=contact.organisation_id)
    return Ticket.objects.filter(own)


def agreement_for(ticket: Ticket) -> Agreement:
    """The manual version the case is pinned to."""
    return agreement_of(ticket.manual)


def terms_of(ticket: Ticket) -> Terms:
    """What the case is owed: its manual version and its contract's own terms."""
    return terms_under(ticket.manual, ticket.overrides)


def first_due(clocks: Iterable[StoredClock]) -> StoredClock | None:
    """Of these clocks the one that is due first; None where none has a deadline."""
    return min((clock for clock in clocks if clock.due_at), key=lambda clock: clock.due_at or NEVER, default=None)


def absorbed_in(events: Iterable[Event]) -> list[int]:
    """The cases that are part of this one now, by its own log: what it took in and did not give back."""
    held: dict[int, tuple[int, ...]] = {}
    for event in events:
        if event.kind == "ticket.absorbed":
            held[int(event.facts["case"])] = (int(event.facts["case"]), *event.facts.get("also", ()))
        elif event.kind == "ticket.released":
            held.pop(int(event.facts["case"]), None)
    return [pk for all_of in held.values() for pk in all_of]


def with_merged(cases: QuerySet[Ticket]) -> QuerySet[Ticket]:
    """These cases and those that became part of them."""
    return Ticket.objects.filter(Q(pk__in=cases.values("pk")) | Q(merged_into__in=cases.values("pk")))


def happenings(events: Iterable[Event], terms: Terms) -> tuple[Happening, ...]:
    """A case's log as the clocks read it."""
    return from_log(events, terms, other_terms)


def other_terms(facts: Mapping[str, Any]) -> Terms:
    """The terms that a person chose for a case instead of those it was opened under, by the facts of that event."""
    return terms_under(ManualVersion.objects.defer("text", "holidays").get(pk=facts["manual"]), facts.get("overrides", {}))


def folded(ticket: Ticket, now: datetime, log: Iterable[Event] | None = None) -> tuple[Clock, ...]:
    """The case's clocks, computed from its log alone, which is read unless it is given."""
    terms = terms_of(ticket)
    log = log_of(SUBJECT, ticket.pk) if log is None else log
    return fold(happenings(log, terms), terms, now.astimezone(UTC))


def as_case(ticket: Ticket, now: datetime) -> dict[str, object]:
    """The case as `acuerdo clock` reads it."""
    terms = terms_of(ticket)
    events = []
    for event in lasting(log_of(SUBJECT, ticket.pk)):
        name = name_for_clocks(event, terms)
        if name:
            said = {key: event.facts[key] for key in SAID if key in event.facts}
            events.append({"at": event.at.isoformat(), "event": name, **said})
    return {
        "manual": ticket.manual.manual,
        "version": ticket.manual.version,
        "plan": ticket.facts.get("plan"),
        "contract": ticket.overrides,
        "facts": {},
        "events": events,
        "now": now.isoformat(),
    }
