"""What the customer is told on the way: answers, what is missing, times that now hold."""

from acuerdo.events.models import Event
from acuerdo.tickets.mails import answer, desk, new_times, progressing
from acuerdo.tickets.queries import agreement_for
from acuerdo.tickets.reactions.case import case_of


def mail_answer(event: Event) -> None:
    """ticket.responded: the agent's words go to the customer; of a critical case also to whom the manual names (SOP-017)."""
    ticket = case_of(event)
    answer.mail_answer(event, ticket)
    desk.tell_of_progress(event, ticket)


def mail_wait(event: Event) -> None:
    """ticket.status: the customer is told that it is their turn, or for when the case is planned."""
    ticket = case_of(event)
    progressing.mail_wait(event, ticket)
    progressing.mail_scheduled(event, ticket)


def mail_returned(event: Event) -> None:
    """ticket.returned: the customer is told what is missing."""
    progressing.mail_returned(event, case_of(event))


def mail_new_times(event: Event) -> None:
    """ticket.classified: the customer is told the times that now hold."""
    ticket = case_of(event)
    new_times.mail_new_times(event, ticket, agreement_for(ticket))


def mail_development(event: Event) -> None:
    """ticket.stage_entered: the customer is told that the case needs development, where the manual tells it (DIG-048)."""
    progressing.mail_development(event, case_of(event))
