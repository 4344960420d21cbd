"""Who did what the log says: the desk's people, and the customers' contacts, each by the number that they have there."""

from collections.abc import Iterable

from django.db.models import Q

from acuerdo.customers.models import Contact
from acuerdo.events.models import Event
from acuerdo.people.queries import names

#: A contact is named by its own number, but for what somebody does with their own account: there it is the account's.
ACCOUNT = "person"


def is_account(event: Event) -> bool:
    """Whether the author's number is that of an account."""
    return event.actor_kind == "person" or event.subject_kind == ACCOUNT


def authors(events: Iterable[Event]) -> dict[int, str]:
    """The author's name by event, where there is one; a query for people and one for contacts, if any acted."""
    acted = [event for event in events if event.actor_id]
    people = names(event.actor_id for event in acted if event.actor_id and is_account(event))
    wanted = {event.actor_id for event in acted if event.actor_id and not is_account(event)}
    contacts = dict(Contact.objects.filter(pk__in=wanted).values_list("pk", "name")) if wanted else {}
    return {event.pk: (people if is_account(event) else contacts).get(event.actor_id or 0, "") for event in acted}


def by_person(person: int) -> Q:
    """What somebody did, as one of the desk, with their account, or as a customer's contact."""
    contacts = list(Contact.objects.filter(person=person).values_list("pk", flat=True))
    own = Q(actor_kind="contact", actor_id__in=contacts) & ~Q(subject_kind=ACCOUNT)
    return Q(actor_kind="person", actor_id=person) | Q(actor_kind="contact", subject_kind=ACCOUNT, actor_id=person) | own
