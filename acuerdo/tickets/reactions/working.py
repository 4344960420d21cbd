"""Work on a case: dates, checks, tasks, planned days, proposals and what was decided of them."""

from acuerdo.events.models import Event
from acuerdo.tickets.mails import proposals, work
from acuerdo.tickets.reactions.case import case_of


def mail_promised(event: Event) -> None:
    """ticket.promised: the customer is told the date, and why it moved."""
    work.mail_promised(event, case_of(event))


def mail_checks(event: Event) -> None:
    """ticket.checks_asked: the customer is asked to make the checks that are theirs."""
    work.mail_checks(event, case_of(event))


def tell_of_checks(event: Event) -> None:
    """ticket.status: whoever has the case is told that the customer made their checks."""
    work.tell_of_checks(event, case_of(event))


def tell_of_task(event: Event) -> None:
    """ticket.task_added: the one who is to do it is told."""
    work.tell_of_task(event, case_of(event))


def tell_of_day(event: Event) -> None:
    """ticket.woken: the day of planned work has come."""
    work.tell_of_day(event, case_of(event))


def mail_proposal(event: Event) -> None:
    """ticket.approval_asked: a proposal or a quote goes to who may approve it."""
    proposals.mail_proposal(event, case_of(event))


def mail_decision(event: Event) -> None:
    """ticket.approval_decided: the customer is told what the committee decided."""
    proposals.mail_decision(event, case_of(event))


def tell_of_decision(event: Event) -> None:
    """ticket.approval_decided: whoever has the case is told what was decided."""
    work.tell_of_decision(event, case_of(event))
