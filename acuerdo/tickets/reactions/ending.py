"""How a case ends: solution, reminder, reopening, mutual agreement, objection, review."""

from acuerdo.events.models import Event
from acuerdo.tickets.mails import desk, ending, solution
from acuerdo.tickets.reactions.case import case_of


def mail_solution(event: Event) -> None:
    """ticket.resolved: the solution goes to the customer, with approve and reject; and a task to phone them where the manual says both."""
    ticket = case_of(event)
    solution.mail_solution(event, ticket)
    solution.ask_to_call(event, ticket)


def mail_reminder(event: Event) -> None:
    """ticket.reminded: the solution still waits; the desk is told too where the manual says so (SGM-034)."""
    ticket = case_of(event)
    solution.mail_reminder(event, ticket)
    desk.tell_of_silence(event, ticket)


def tell_of_reopening(event: Event) -> None:
    """ticket.reopened: whoever has the case is told, with the customer's reason."""
    desk.tell_of_reopening(event, case_of(event))


def mail_accord(event: Event) -> None:
    """ticket.accord_proposed: the customer is asked whether they agree to close."""
    ending.mail_accord(event, case_of(event))


def tell_of_accord(event: Event) -> None:
    """ticket.accord_answered: whoever has the case is told of a no."""
    ending.tell_of_accord(event, case_of(event))


def tell_of_objection(event: Event) -> None:
    """ticket.objected: whoever has the case is told."""
    ending.tell_of_objection(event, case_of(event))


def mail_objection(event: Event) -> None:
    """ticket.objection_answered: whoever objected is told."""
    ending.mail_objection(event, case_of(event))


def owe_review(event: Event) -> None:
    """ticket.closed: a review is owed where the manual demands one."""
    ending.owe_review(event, case_of(event))
