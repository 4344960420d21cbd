"""Checking a case's minimum information, point by point: there, missing, or waived with a reason (SOP-020, DIG-013)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from acuerdo.core.agreements import MISSING, STATES, WAIVED, needs_of
from acuerdo.core.errors import Refusal
from acuerdo.events.events import Actor
from acuerdo.tickets.actions.conclude import conclude
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.actions.raise_level import ReasonMissing
from acuerdo.tickets.actions.receive import entry
from acuerdo.tickets.events import InformationChecked
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import agreement_for


class NoSuchPoint(Refusal):
    """The manual asks no such point of this case, or knows no such state."""

    code = "tickets.no_such_point"


@transaction.atomic
def check_information(
    ticket_id: int, states: Mapping[str, str], *, said: Mapping[str, Any], reason: str, by: Actor, at: datetime
) -> Ticket:
    """Decide where points stand: point → present, missing or waived; what does not change stays. Raises NoSuchPoint, ReasonMissing."""
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    kind = agreement_for(ticket).types.get(str(ticket.facts.get("type", "")))
    known = {need.id for need in needs_of(kind, ticket.facts)}
    for point, state in states.items():
        if point not in known or state not in STATES:
            msg = f"{point}={state!r}: this case owes {', '.join(sorted(known)) or 'nothing'}."
            raise NoSuchPoint(msg, point=point)
    before = {point: str(ticket.information.get(point, {}).get("state", MISSING)) for point in states}
    changed = {point: state for point, state in states.items() if before[point] != state or said.get(point)}
    if WAIVED in changed.values() and not reason.strip():
        msg = "A point is waived with a reason."
        raise ReasonMissing(msg)
    if not changed:
        return ticket
    kept = {point: ticket.information.get(point, {}).get("said", "") for point in changed}
    entries = {
        point: entry(state, said.get(point) or kept[point], who=by.name, at=at, reason=reason.strip() if state == WAIVED else "")
        for point, state in changed.items()
    }
    ticket.information = {**ticket.information, **entries}
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    checked = InformationChecked(subject_id=ticket.pk, points=changed, before={p: before[p] for p in changed}, reason=reason.strip())
    conclude(ticket, checked, by=by, at=at)
    return ticket
