"""Answering the desk's own questions of a case."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from acuerdo.agreements.queries import DEPARTMENT
from acuerdo.events.events import Actor
from acuerdo.tickets.actions.conclude import conclude
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.actions.place import place
from acuerdo.tickets.events import FieldsChanged
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import agreement_for


@transaction.atomic
def fill_fields(ticket_id: int, answers: Mapping[str, str], *, asked: set[str], by: Actor, at: datetime) -> Ticket:
    """Keep these answers of those `asked`; what is left out is taken away. Answers to other questions stay.

    A case that nobody has goes to where its new department's cases go.
    """
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    others = {name: value for name, value in ticket.extra.items() if name not in asked}
    wanted = {**others, **answers}
    changed = sorted(name for name in {*ticket.extra, *wanted} if ticket.extra.get(name) != wanted.get(name))
    if not changed:
        return ticket
    detail = {"before": {name: ticket.extra.get(name) for name in changed}, "after": {name: wanted.get(name) for name in changed}}
    ticket.extra = wanted
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    placed = place(ticket, agreement_for(ticket), at=at) if DEPARTMENT in changed else []
    conclude(ticket, FieldsChanged(subject_id=ticket.pk, fields=changed, detail=detail), *placed, by=by, at=at)
    return ticket
