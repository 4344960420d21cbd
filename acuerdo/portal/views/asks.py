"""What a customer may ask for on a case's page besides writing, and what became of what they asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from acuerdo.customers.models import Contact
from acuerdo.events.models import Event
from acuerdo.tickets.access import accord_token
from acuerdo.tickets.models import Accord, Objection, Ticket
from acuerdo.tickets.queries import asked_to_escalate, may_ask_to_escalate


@dataclass(frozen=True, slots=True)
class Asks:
    """`may_escalate`: the manual gives them that right, and no request waits for an answer; `accord_url`: a proposal to close does."""

    may_escalate: bool
    accord_url: str
    objections: tuple[Objection, ...]


def asks_of(ticket: Ticket, contact: Contact, events: Sequence[Event]) -> Asks:
    """What the log does not name costs no query."""
    kinds = {event.kind for event in events}
    accord = (
        Accord.objects.filter(ticket=ticket, answered_at=None).first() if "ticket.accord_proposed" in kinds and ticket.is_open else None
    )
    return Asks(
        may_escalate=may_ask_to_escalate(ticket, contact) and not ("ticket.escalation_asked" in kinds and asked_to_escalate(ticket)),
        accord_url=reverse("portal:accord_by_link", args=[accord_token(accord.pk, contact.pk)]) if accord else "",
        objections=tuple(ticket.objections.select_related("person").order_by("pk")) if "ticket.objected" in kinds else (),
    )
