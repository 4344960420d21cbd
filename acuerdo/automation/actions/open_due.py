"""Opening the cases whose day has come: each once, whatever runs twice."""

import logging
from contextlib import suppress
from datetime import datetime

from django.db import InterfaceError, OperationalError, transaction

from acuerdo.automation.models import Occurrence, Recurring
from acuerdo.automation.queries import agreement_now, calendar_of, due_now
from acuerdo.core.agreements import Agreement
from acuerdo.core.errors import Refusal
from acuerdo.core.hours.recurrence import Due
from acuerdo.customers.queries import match_sender
from acuerdo.events.events import SYSTEM
from acuerdo.people.access import WORK, may
from acuerdo.people.queries import day_of
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.open import Report, open_case
from acuerdo.tickets.models import Ticket

log = logging.getLogger(__name__)

#: Whence such a case comes, as its page says.
CHANNEL = "recurrente"


def open_due(*, at: datetime) -> list[Ticket]:
    """Open what is due in the current desk; gives the new cases."""
    agreement = agreement_now()
    running = Recurring.objects.filter(is_active=True)
    opened: list[Ticket] = []
    for pk in running.order_by("pk").values_list("pk", flat=True):
        try:
            opened += open_those_of(pk, agreement, at=at)
        except (OperationalError, InterfaceError):
            raise
        except Exception:
            log.exception("recurring case %s could not be opened; the others are", pk)
    return opened


@transaction.atomic
def open_those_of(pk: int, agreement: Agreement, *, at: datetime) -> list[Ticket]:
    """Open what is due of one; two at once wait for each other, and the second finds nothing left."""
    recurring = Recurring.objects.select_for_update(of=("self",)).select_related("contact", "assignee").get(pk=pk)
    if not recurring.is_active:
        return []
    return [open_for(recurring, due, agreement, at=at) for due in list(due_now(recurring, calendar_of(agreement), at))]


def open_for(recurring: Recurring, due: Due, agreement: Agreement, *, at: datetime) -> Ticket:
    """Open the case of one day, as its customer's."""
    match = match_sender(recurring.contact.email, day_of(at))
    report = Report(subject=recurring.subject, text=recurring.text, channel=CHANNEL)
    ticket = open_case(report, contact=recurring.contact, match=match, by=SYSTEM, at=at)
    known = {name: value for name, value in recurring.facts.items() if value in agreement.facts.get(name, ())}
    if known:
        with suppress(Refusal):  # it is opened for all that, and somebody classifies it
            classify(ticket.pk, known, by=SYSTEM, at=at)
    if recurring.assignee is not None and may(recurring.assignee, WORK):
        with suppress(Refusal):  # the same, and somebody takes it
            assign(ticket.pk, recurring.assignee, by=SYSTEM, at=at)
    Occurrence.objects.create(recurring=recurring, due_on=due.named, ticket=ticket)
    return ticket
