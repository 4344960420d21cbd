"""Answering the customer: public, by a person; it stops the clocks that a response stops."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.core.tickets import Status, may_answer
from acuerdo.events.actions.record import is_historic
from acuerdo.events.events import Actor
from acuerdo.files.models import StoredFile
from acuerdo.people.models import Person
from acuerdo.tickets.actions.change_status import enter
from acuerdo.tickets.actions.conclude import conclude
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.actions.make_findable import index_more
from acuerdo.tickets.events import Assigned, Reached, Responded
from acuerdo.tickets.models import Message, Ticket
from acuerdo.tickets.queries import agreement_for

NOTHING: Mapping[str, str] = MappingProxyType({})


class CannotAnswer(Refusal):
    """The case has ended; an answer would have no case to come back to. Open a linked one."""

    code = "tickets.cannot_answer"


class MergedAway(Refusal):
    """The case became part of another while somebody wrote. Facts: into, the number of the case that stays."""

    code = "tickets.merged_away"


class NothingSaid(Refusal):
    """There is no text. Write what the reader should read."""

    code = "tickets.nothing_said"


class NoSuchMilestone(Refusal):
    """The manual of this case names no such milestone."""

    code = "tickets.no_such_milestone"


class NeedsItsPoints(Refusal):
    """The manual reaches this milestone by a reply of several points. Facts: missing, their labels."""

    code = "tickets.reply_incomplete"


@transaction.atomic
def answer(
    ticket_id: int,
    text: str,
    *,
    by: Actor,
    at: datetime,
    then: Status = Status.IN_PROGRESS,
    milestones: Sequence[str] = (),
    files: Sequence[StoredFile] = (),
    points: Mapping[str, str] = NOTHING,
) -> Message:
    """Say something to the customer, then enter `then` (in_progress, or waiting_customer: the clocks that wait stand still).

    `milestones` are those of the manual that this answer reaches (diagnosed, formal_reply, restored); one for which the manual has a
    reply of several points needs these `points`, as `reply_formally` gives them.
    Raises NothingSaid, CannotAnswer, NoSuchMilestone, NeedsItsPoints, CannotMove.
    """
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    if not text.strip():
        msg = "An answer needs a text."
        raise NothingSaid(msg)
    check_here(ticket)
    if not may_answer(ticket.state):
        msg = f"Case {ticket.number} has ended."
        raise CannotAnswer(msg, status=ticket.status)
    check_milestones(ticket, milestones, points)
    message = speak(ticket, Message.Kind.ANSWER, text, by=by, at=at, files=files, evidence=points)
    reached = [Reached(subject_id=ticket.pk, milestone=milestone, message=message.pk) for milestone in milestones]
    taken = take_if_free(ticket, by=by)
    ticket.answered_at, ticket.wrote_after_at = at, None
    entered = enter(ticket, then, stays_resolved=then is Status.IN_PROGRESS)
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    conclude(ticket, Responded(subject_id=ticket.pk, message=message.pk), *reached, *taken, *entered, by=by, at=at)
    return message


def check_here(ticket: Ticket) -> None:
    """Refuse what is done to a case that is part of another now; raises MergedAway."""
    if ticket.merged_into is not None:
        msg = f"Case {ticket.number} became part of {ticket.merged_into.number}."
        raise MergedAway(msg, into=ticket.merged_into.number)


def check_milestones(ticket: Ticket, milestones: Sequence[str], points: Mapping[str, str]) -> None:
    """Refuse a milestone that the manual does not name, or that is more than an answer (INT-108: not without its points)."""
    agreement = agreement_for(ticket)
    known = agreement.milestones
    guided = {reply.milestone: reply.points for reply in agreement.replies.values()}
    for milestone in milestones:
        if milestone not in known:
            msg = f"{milestone!r} is not one of {', '.join(known) or 'none'}."
            raise NoSuchMilestone(msg, milestone=milestone)
        if milestone in guided and not points and not is_historic():
            msg = f"{milestone!r} needs its points."
            raise NeedsItsPoints(msg, missing=list(guided[milestone].values()))


def speak(
    ticket: Ticket,
    kind: Message.Kind,
    text: str,
    *,
    by: Actor,
    at: datetime,
    files: Sequence[StoredFile] = (),
    evidence: Mapping[str, str] = NOTHING,
) -> Message:
    """Keep what a person of the desk says."""
    message = Message.objects.create(
        ticket=ticket,
        kind=kind,
        person_id=by.id,
        text=text.strip(),
        signature=signature_of(kind, by),
        evidence=dict(evidence),
        channel="console",
        at=at,
    )
    if files:
        message.files.add(*files)
    index_more(message, files)
    return message


def signature_of(kind: Message.Kind, by: Actor) -> str:
    """What stands under it as its writer signs now; a note is not signed, and a person without a signature by name alone."""
    if kind == Message.Kind.NOTE or by.kind != "person" or by.id is None:
        return ""
    return str(Person.objects.values_list("signature", flat=True).get(pk=by.id)).strip()


def take_if_free(ticket: Ticket, *, by: Actor) -> list[Assigned]:
    """Who answers a case that nobody has, has it."""
    if ticket.assignee_id is not None or by.kind != "person" or by.id is None:
        return []
    ticket.assignee_id = by.id
    return [Assigned(subject_id=ticket.pk, to=by.id)]
