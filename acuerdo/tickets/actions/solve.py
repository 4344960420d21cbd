"""Delivering a solution, with the evidence that the manual demands."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from acuerdo.agreements.queries import fields_for
from acuerdo.core.errors import Refusal
from acuerdo.core.tickets import Status, move
from acuerdo.events.actions.record import is_historic
from acuerdo.events.events import Actor
from acuerdo.files.models import StoredFile
from acuerdo.tickets.actions.answer import NothingSaid, check_here, speak, take_if_free
from acuerdo.tickets.actions.conclude import conclude
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.actions.ready import any_needed, missing
from acuerdo.tickets.events import Resolved
from acuerdo.tickets.models import Message, Ticket
from acuerdo.tickets.queries import agreement_for


class EvidenceMissing(Refusal):
    """The manual demands evidence that is not there. Facts: missing, the labels of what is wanted."""

    code = "tickets.evidence_missing"


class NotApproved(Refusal):
    """Work waits for an approval. Facts: needs, which (committee, quote)."""

    code = "tickets.not_approved"


class FieldsMissing(Refusal):
    """The desk's own questions that must be answered before a solution are not. Facts: missing, their labels."""

    code = "tickets.fields_missing"


@transaction.atomic
def solve(
    ticket_id: int,
    text: str,
    *,
    by: Actor,
    at: datetime,
    evidence: Mapping[str, str] | None = None,
    files: Sequence[StoredFile] = (),
) -> Message:
    """Deliver a solution, or another; the customer's windows start. Raises a Refusal of this file, NothingSaid or CannotMove."""
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    check_here(ticket)
    if not text.strip():
        msg = "A solution needs a text."
        raise NothingSaid(msg)
    given = {name: said.strip() for name, said in (evidence or {}).items() if said.strip()}
    check_evidence(ticket, given, files)
    check_fields(ticket)
    check_approvals(ticket)
    ticket.status = move(ticket.state, to=Status.RESOLVED).value
    message = speak(ticket, Message.Kind.SOLUTION, text, by=by, at=at, files=files, evidence=given)
    taken = take_if_free(ticket, by=by)
    ticket.resolved_at = ticket.answered_at = at
    ticket.wrote_after_at = None
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    conclude(ticket, *taken, Resolved(subject_id=ticket.pk, message=message.pk), by=by, at=at)
    return message


def check_fields(ticket: Ticket) -> None:
    """Refuse a solution before the desk has answered its own questions that ask for it; what was brought in is as it was."""
    if is_historic():
        return
    wanted = (
        one for one in fields_for(str(ticket.facts.get("type", "")), agreement_for(ticket)) if one.required_for == one.Required.SOLUTION
    )
    missing = [one.label for one in wanted if ticket.extra.get(one.name) in (None, "")]
    if missing:
        msg = f"Not answered: {', '.join(missing)}."
        raise FieldsMissing(msg, missing=missing)


def check_approvals(ticket: Ticket) -> None:
    """Refuse a solution before what it needs is approved (SGM-030); what was delivered once may be delivered again."""
    lacks = missing(ticket) if ticket.resolved_at is None and not is_historic() and any_needed(ticket) else ()
    if lacks:
        msg = f"Not approved yet: {', '.join(lacks)}."
        raise NotApproved(msg, needs=lacks)


def check_evidence(ticket: Ticket, given: Mapping[str, str], files: Sequence[StoredFile]) -> None:
    """Refuse a solution without what the manual's closing rules ask for (SOP-024, SOP-025)."""
    wanted = agreement_for(ticket).closure.evidence
    missing = [item.label for item in wanted.values() if item.required and not (files if item.kind == "file" else given.get(item.id))]
    if missing:
        msg = f"Missing: {', '.join(missing)}."
        raise EvidenceMissing(msg, missing=missing)
