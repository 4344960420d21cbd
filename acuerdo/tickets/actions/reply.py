"""Formal replies: a diagnosis or an answer of several points, not sent while one of them is missing (INT-108, INT-109, INT-112)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from acuerdo.core.agreements import Agreement, Reply
from acuerdo.core.errors import Refusal
from acuerdo.core.tickets import Status
from acuerdo.events.events import Actor
from acuerdo.files.models import StoredFile
from acuerdo.tickets.actions.answer import NeedsItsPoints, answer
from acuerdo.tickets.actions.promise import promise
from acuerdo.tickets.models import Message, Ticket
from acuerdo.tickets.queries import agreement_for


class NoSuchReply(Refusal):
    """The manual has no such reply for what this case is."""

    code = "tickets.no_such_reply"


@dataclass(frozen=True, kw_only=True)
class Points:
    """What is said on each point of a reply, by the manual's name; `days` are the dates of those that promise one."""

    reply: str
    said: Mapping[str, str]
    days: Mapping[str, date]


@transaction.atomic
def reply_formally(
    ticket_id: int,
    points: Sequence[Points],
    *,
    opening: str = "",
    then: Status = Status.IN_PROGRESS,
    files: Sequence[StoredFile] = (),
    by: Actor,
    at: datetime,
) -> Message:
    """Send one reply or several at once (INT-A3: a diagnosis with the five points stops both clocks), complete or not at all.

    The dates they name are promised. Raises NoSuchReply, NeedsItsPoints and what `answer` and `promise` raise.
    """
    ticket = Ticket.objects.select_related("manual").get(pk=ticket_id)
    agreement = agreement_for(ticket)
    for each in points:
        check(agreement, ticket, each)
    replies = [agreement.replies[each.reply] for each in points]
    text = opening.strip() or replies[0].label
    evidence = {point: said for each in points for point, said in words(agreement, each)}
    milestones = list(dict.fromkeys(reply.milestone for reply in replies if reply.milestone))
    message = answer(ticket_id, text, by=by, at=at, then=then, milestones=milestones, files=files, points=evidence)
    for each in points:
        for point, clock in agreement.replies[each.reply].promises.items():
            promise(ticket_id, clock, each.days[point], reason=agreement.replies[each.reply].label, by=by, at=at, message=message.pk)
    return message


def check(agreement: Agreement, ticket: Ticket, given: Points) -> None:
    """Refuse a reply that is not for such a case, or that lacks a point."""
    reply = agreement.replies.get(given.reply)
    if reply is None or not suits(reply, ticket):
        msg = f"{given.reply!r} is no reply for case {ticket.number}."
        raise NoSuchReply(msg, reply=given.reply)
    missing = [
        label for point, label in reply.points.items() if not (given.days.get(point) if point in reply.promises else given.said.get(point))
    ]
    if missing:
        msg = f"Missing: {', '.join(missing)}."
        raise NeedsItsPoints(msg, missing=missing)


def words(agreement: Agreement, given: Points) -> Iterator[tuple[str, str]]:
    """Each point with what is said on it; a date as the day it is."""
    reply = agreement.replies[given.reply]
    for point in reply.points:
        yield point, f"{given.days[point]:%d/%m/%Y}" if point in reply.promises else given.said[point].strip()


def suits(reply: Reply, ticket: Ticket) -> bool:
    """Whether a reply is for what the case is."""
    return all(str(ticket.facts.get(name, "")) in values for name, values in reply.where.items())


def guided(agreement: Agreement, ticket: Ticket) -> list[Reply]:
    """The replies that the manual has for what this case is, in its order."""
    return [reply for reply in agreement.replies.values() if suits(reply, ticket)]
