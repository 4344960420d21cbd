"""What this room does when something happened to a case: mails to its customer, words to the desk's people.

Each takes an event row, runs in the row's desk and transaction, and may run twice: keys are made of the event.
"""

from acuerdo.events.models import Event
from acuerdo.tickets.mails import acknowledgement, answer, clocks, desk, new_times, solution
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import agreement_for


def case_of(event: Event) -> Ticket:
    """The case an event happened to, with what its mails show."""
    shown = ("manual", "contact__person", "organisation", "assignee", "product", "follows")
    return Ticket.objects.select_related(*shown).get(pk=event.subject_id)


def acknowledge(event: Event) -> None:
    """ticket.opened: tell the customer the number, what was understood, and by when each promise falls."""
    acknowledgement.acknowledge(event, case_of(event))


def tell_of_doubt(event: Event) -> None:
    """ticket.opened: a case whose contract is in doubt needs a person who decides; others the manual itself names."""
    ticket = case_of(event)
    if event.facts.get("doubt"):
        desk.tell_of_doubt(event, ticket)
    desk.tell_by_rules(event, ticket, "opened")


def mail_answer(event: Event) -> None:
    """ticket.responded: the agent's words go to the customer."""
    answer.mail_answer(event, case_of(event))


def tell_of_message(event: Event) -> None:
    """ticket.customer_wrote: whoever has the case is told."""
    desk.tell_of_message(event, case_of(event))


def tell_assignee(event: Event) -> None:
    """ticket.assigned: the one who was given it is told, unless they took it themselves; and whom the manual names."""
    ticket = case_of(event)
    desk.tell_assignee(event, ticket)
    if event.facts.get("to"):
        desk.tell_by_rules(event, ticket, "assigned")


def tell_level(event: Event) -> None:
    """ticket.level_raised: the level's people are told, and whom the manual names for a raise by hand."""
    desk.tell_level(event, case_of(event))


def mail_solution(event: Event) -> None:
    """ticket.resolved: the solution goes to the customer, with approve and reject."""
    solution.mail_solution(event, case_of(event))


def mail_reminder(event: Event) -> None:
    """ticket.reminded: the solution still waits."""
    solution.mail_reminder(event, case_of(event))


def mail_new_times(event: Event) -> None:
    """ticket.classified: the customer is told the times that now hold."""
    ticket = case_of(event)
    new_times.mail_new_times(event, ticket, agreement_for(ticket))


def tell_of_reopening(event: Event) -> None:
    """ticket.reopened: whoever has the case is told, with the customer's reason."""
    desk.tell_of_reopening(event, case_of(event))


def tell_of_clock(event: Event) -> None:
    """ticket.clock_warned: a promise is about to break, or broke."""
    clocks.tell_of_clock(event, case_of(event))


def escalate(event: Event) -> None:
    """ticket.clock_warned: raise the case where the manual says so."""
    clocks.escalate(event, case_of(event))
