"""Which cases somebody may see, and the cases that belong to others."""

from django.db.models import Count, Q, QuerySet

from acuerdo.customers.models import Contact
from acuerdo.customers.queries import contact_of
from acuerdo.desks.prepared import Given, Prepared
from acuerdo.people.access import READ, may
from acuerdo.people.models import Person
from acuerdo.tickets.models import Ticket


def visible_to(person: Person) -> QuerySet[Ticket]:
    """The cases a person may see: the desk's people all, a contact those of their organisation (PRO-042) or their own."""
    if may(person, READ):
        return Ticket.objects.all()
    contact = contact_of(person) if person.is_customer else None
    return of_contact(contact) if contact else Ticket.objects.none()


#: What nearly every case has; what few have is read by those that have it: each joined table costs more than it is looked at.
SHOWN = ("manual", "organisation", "contact", "contract", "assignee")
_OF_THE_DESK = Prepared(
    lambda: Ticket.objects.select_related(*SHOWN).defer("manual__text", "manual__holidays").filter(number=Given("number"))
)
_WITH_PRODUCT = Prepared(lambda: _OF_THE_DESK.question().select_related("product"))


def shown_to(person: Person, number: int, *, with_product: bool = False) -> Ticket | None:
    """The case of this number, with what its page shows, if it is one of those that a person of the desk may see; None for others."""
    if not may(person, READ):
        return None
    return (_WITH_PRODUCT if with_product else _OF_THE_DESK).first(number=number)


def of_contact(contact: Contact) -> QuerySet[Ticket]:
    """A contact's cases, and their whole organisation's."""
    own = Q(contact=contact)
    if contact.organisation_id:
        own |= Q(organisation_id=contact.organisation_id)
    return Ticket.objects.filter(own)


def open_cases_by_version() -> dict[int, int]:
    """How many open cases are pinned to each version of the manual, by its key."""
    cases = Ticket.objects.exclude(status__in=["closed", "cancelled"]).values("manual")
    return dict(cases.annotate(n=Count("pk")).values_list("manual", "n"))


def with_merged(cases: QuerySet[Ticket]) -> QuerySet[Ticket]:
    """These cases and those that became part of them."""
    return Ticket.objects.filter(Q(pk__in=cases.values("pk")) | Q(merged_into__in=cases.values("pk")))
