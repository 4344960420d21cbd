"""Who may ask to escalate a case, and what waits for an answer."""

from acuerdo.customers.models import Contact
from acuerdo.events.models import Event
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries.agreed import agreement_for
from acuerdo.tickets.queries.log import SUBJECT


def may_ask_to_escalate(ticket: Ticket, contact: Contact) -> bool:
    """Whether the manual lets this contact ask to escalate such a case: by plan (PRO-A15), by the customer's own level (DIG-040)."""
    rules = (rule for rule in agreement_for(ticket).escalations if rule.on == "asked")
    return ticket.is_open and any(
        (not rule.asked_by or contact.level in rule.asked_by)
        and all(str(ticket.facts.get(name, "")) in values for name, values in rule.where.items())
        for rule in rules
    )


def asked_to_escalate(ticket: Ticket) -> Event | None:
    """The customer's request to escalate that nobody has answered, raised or assigned after."""
    log = Event.objects.filter(subject_kind=SUBJECT, subject_id=ticket.pk)
    asked = log.filter(kind="ticket.escalation_asked").order_by("-position").first()
    answers = ["ticket.responded", "ticket.level_raised", "ticket.resolved", "ticket.closed", "ticket.cancelled"]
    if asked is None or log.filter(kind__in=answers, position__gt=asked.position).exists():
        return None
    return asked
