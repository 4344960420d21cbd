"""The customer's answer to a solution, with the face they chose: both or neither."""

from datetime import datetime

from django.db import transaction

from acuerdo.customers.models import Contact
from acuerdo.events.events import Actor
from acuerdo.satisfaction.actions.rate import rate
from acuerdo.satisfaction.queries import last_closing, survey_of
from acuerdo.tickets.actions.decide import approve, reject
from acuerdo.tickets.models import Ticket


@transaction.atomic
def decide(ticket_id: int, solution_id: int, *, serves: bool, reason: str, face: str, contact: Contact, by: Actor, at: datetime) -> Ticket:
    """Approve or reject. Raises AlreadyDecided, ReasonMissing. A face the manual does not have is left out."""
    if not serves:
        return reject(ticket_id, solution_id, reason, contact=contact, by=by, at=at)
    ticket = approve(ticket_id, solution_id, by=by, at=at)
    survey, closing = survey_of(ticket), last_closing(ticket)
    if survey and face in survey.faces and closing:
        rate(ticket.pk, closing, face, by=by, at=at)
    return ticket
