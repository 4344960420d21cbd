"""Giving a case back to its customer, with what is missing named point by point (DIG-019–DIG-021, SOP-021)."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from acuerdo.core.agreements import MISSING, Agreement, Point, heard, needs_of, reasons_of
from acuerdo.core.errors import Refusal
from acuerdo.core.tickets import Status
from acuerdo.events.events import Actor
from acuerdo.tickets.actions.answer import speak, take_if_free
from acuerdo.tickets.actions.change_status import enter
from acuerdo.tickets.actions.check_information import NoSuchPoint
from acuerdo.tickets.actions.conclude import conclude
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.actions.receive import entry
from acuerdo.tickets.events import InformationChecked, Responded, Returned
from acuerdo.tickets.models import Message, Ticket
from acuerdo.tickets.queries import agreement_for

#: The reason of the status that a returned case waits in.
RETURNED = "returned"
#: So many of the customer's latest messages are looked at for answers.
HEARD = 10


class NothingMissing(Refusal):
    """A case is given back for something: choose what is missing."""

    code = "tickets.nothing_missing"


@transaction.atomic
def return_to_customer(ticket_id: int, points: Sequence[str], *, text: str, by: Actor, at: datetime) -> Message:
    """Ask the customer for these points; the case waits for them, and clocks stand still where the manual says (DIG-A11).

    Points are those of the type and the manual's reasons to return it. Raises NothingMissing, NoSuchPoint, CannotMove.
    """
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    labels = returnable(ticket, agreement_for(ticket))
    if not points:
        msg = "Nothing was chosen."
        raise NothingMissing(msg)
    for point in points:
        if point not in labels:
            msg = f"{point!r} is not one of {', '.join(labels) or 'none'}."
            raise NoSuchPoint(msg, point=point)
    chosen = list(dict.fromkeys(points))
    message = speak(ticket, Message.Kind.ANSWER, words(text, [labels[point] for point in chosen]), by=by, at=at)
    before = {point: str(ticket.information.get(point, {}).get("state", MISSING)) for point in chosen}
    ticket.information = {**ticket.information, **{point: entry(MISSING, who=by.name, at=at, reason=RETURNED) for point in chosen}}
    taken = take_if_free(ticket, by=by)
    ticket.answered_at, ticket.wrote_after_at = at, None
    entered = enter(ticket, Status.WAITING_CUSTOMER, reason=RETURNED)
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    conclude(
        ticket,
        Responded(subject_id=ticket.pk, message=message.pk, returns=True),
        InformationChecked(subject_id=ticket.pk, points=dict.fromkeys(chosen, MISSING), before=before),
        Returned(subject_id=ticket.pk, points=chosen, message=message.pk),
        *taken,
        *entered,
        by=by,
        at=at,
    )
    return message


def returnable(ticket: Ticket, agreement: Agreement) -> dict[str, str]:
    """What a case may be given back for: the points that its type demands, in the words of the manual's reason where it has one."""
    kind = agreement.types.get(str(ticket.facts.get("type", "")))
    reasons = reasons_of(kind, ticket.facts)
    demanded = {need.id: reasons.get(need.id, need.label) for need in needs_of(kind, ticket.facts)}
    return {**demanded, **{name: label for name, label in reasons.items() if name not in demanded}}


def words(text: str, missing: Sequence[str]) -> str:
    """What stands in the conversation: the agent's words, and under them what is missing."""
    listed = "\n".join(f"- {label}" for label in missing)
    return f"{text.strip()}\n\n{listed}" if text.strip() else listed


def heard_since(ticket: Ticket, found: Sequence[Point]) -> dict[str, str]:
    """Of the points that a case was given back for, those that the customer's words since seem to answer → the line, "" where files do.

    A hint: no point is ticked by it. No query where nothing was given back, or nobody has written since.
    """
    asked = {point.need.id: datetime.fromisoformat(point.at) for point in found if point.state == MISSING and point.reason == RETURNED}
    since = min(asked.values(), default=None)
    if since is None or ticket.customer_wrote_at is None or ticket.customer_wrote_at <= since:
        return {}
    messages = ticket.messages.filter(kind=Message.Kind.CUSTOMER, at__gt=since).order_by("-at", "-pk").prefetch_related("files")[:HEARD]
    said = list(messages)
    text, files = "\n".join(message.text for message in said), any(message.files.all() for message in said)
    return {name: line for name, line in heard([point.need for point in found], text, files=files).items() if name in asked}
