"""What comes of a report: it is acknowledged, doubts and standing are told; what every customer or a caller is told."""

from acuerdo.events.models import Event
from acuerdo.tickets.mails import acknowledgement, desk, desk_wide, rules, standing
from acuerdo.tickets.reactions.case import case_of


def acknowledge(event: Event) -> None:
    """ticket.opened: tell the customer the number, what was understood, and by when each promise falls."""
    acknowledgement.acknowledge(event, case_of(event))


def tell_of_doubt(event: Event) -> None:
    """ticket.opened: a case whose contract is in doubt needs a person who decides; others the manual itself names."""
    ticket = case_of(event)
    if event.facts.get("doubt"):
        desk.tell_of_doubt(event, ticket)
    rules.follow_rules(event, ticket, "opened")


def tell_of_standing(event: Event) -> None:
    """ticket.reported_unauthorised: who reported is told, and whoever may is asked to confirm (DIG-005)."""
    standing.tell_of_standing(event, case_of(event))


def tell_of_message(event: Event) -> None:
    """ticket.customer_wrote: whoever has the case is told."""
    desk.tell_of_message(event, case_of(event))


def tell_of_contingency(event: Event) -> None:
    """contingency.declared: every customer is told how to reach the desk meanwhile (DIG-006)."""
    desk_wide.tell_of_contingency(event)


def ask_for_mail(event: Event) -> None:
    """contact.mail_asked: a caller is asked for the mail that opens their case (PRO-A10)."""
    desk_wide.ask_for_mail(event)
