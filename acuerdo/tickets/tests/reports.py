"""A report of somebody at the hospital, and where each point of its minimum information stands."""

from django.utils import timezone

from acuerdo.customers.models import Contact
from acuerdo.customers.queries import match_sender
from acuerdo.events.events import Actor
from acuerdo.tickets.actions.open import Report, open_case
from acuerdo.tickets.queries import agreement_for, information_of

DIG_FACTS = {"type": "incidente", "impact": "media", "urgency": "media"}


def reported(name, **values):
    """The case that a contact whose name begins so reports now."""
    contact = Contact.objects.select_related("organisation").get(name__startswith=name)
    now = timezone.now()
    said = {
        "subject": "El copago aparece en cero",
        "text": "Al facturar, el copago queda en cero.",
        "channel": "sac",
        "proposed": DIG_FACTS,
    }
    report = Report(**{**said, **values})
    return open_case(
        report, contact=contact, match=match_sender(contact.email, now.date()), by=Actor("contact", contact.pk, contact.name), at=now
    )


def states(ticket):
    """The state of each point that is owed."""
    return {point.need.id: point.state for point in information_of(ticket, agreement_for(ticket))}
