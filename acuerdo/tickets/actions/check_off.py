"""The checks of a common incident on a case: begun, made in order by whom each belongs to (SGM-039 to SGM-042)."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.core.tickets import Step, may_be_done, next_step, status_of_checks
from acuerdo.customers.models import Contact
from acuerdo.events.events import Actor
from acuerdo.tickets.actions.answer import CannotAnswer
from acuerdo.tickets.actions.change_status import enter
from acuerdo.tickets.actions.conclude import conclude
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.events import CheckDone, ChecklistBegun, ChecksAsked, TicketEvent
from acuerdo.tickets.models import Check, Checklist, Ticket
from acuerdo.tickets.queries import agreement_for

#: Why the status changes, as the events say it.
CHECKS = "checks"


class NoSuchIncident(Refusal):
    """The manual's table has no such incident, or its checks were begun on this case already."""

    code = "tickets.no_such_incident"


class NotItsTurn(Refusal):
    """Checks are made in order (SGM-040), by whom each belongs to; this one is not due, or not yours."""

    code = "tickets.not_its_turn"


@transaction.atomic
def begin_checks(ticket_id: int, incident: str, *, by: Actor, at: datetime) -> Checklist:
    """Copy the checks of an incident to the case. If the first is the customer's, the case waits for them.

    Raises NoSuchIncident, CannotAnswer.
    """
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    refuse_ended(ticket)
    found = next((each for each in agreement_for(ticket).common_incidents.incidents if each.id == incident), None)
    if found is None or ticket.checklists.filter(incident=incident).exists():
        msg = f"{incident!r} cannot be begun on case {ticket.number}."
        raise NoSuchIncident(msg, incident=incident)
    author = by.id if by.kind == "person" else None
    begun = Checklist.objects.create(
        ticket=ticket, incident=incident, label=found.label, source=found.source, begun_by_id=author, begun_at=at
    )
    owners = agreement_for(ticket).common_incidents.owners
    Check.objects.bulk_create(
        Check(checklist=begun, place=place, text=one.check, owner=owners[one.owner].label, side=owners[one.owner].side, when=one.when)
        for place, one in enumerate(found.checks)
    )
    follow(ticket, ChecklistBegun(subject_id=ticket.pk, checklist=begun.pk, label=found.label), begun, by=by, at=at)
    return begun


@transaction.atomic
def check_off(
    ticket_id: int, check_id: int, *, by: Actor, at: datetime, note: str = "", skipped: bool = False, contact: Contact | None = None
) -> Check:
    """Say that a check was made, or does not apply. `contact`: the customer did it, and only their own; the desk may note any.

    Raises NotItsTurn, CannotAnswer.
    """
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    refuse_ended(ticket)
    check = Check.objects.select_related("checklist").filter(pk=check_id, checklist__ticket=ticket).first()
    checks = list(Check.objects.filter(checklist=check.checklist).order_by("place")) if check else []
    if check is None or not may_be_done(steps(checks), check.place) or (contact is not None and not check.is_the_customers):
        msg = f"The check {check_id} is not due."
        raise NotItsTurn(msg)
    check.state = Check.State.SKIPPED if skipped else Check.State.DONE
    check.done_at, check.note, check.contact = at, " ".join(note.split())[:300], contact
    check.person_id = by.id if by.kind == "person" else None
    check.save(update_fields=["state", "done_at", "note", "contact", "person"])
    done = CheckDone(subject_id=ticket.pk, checklist=check.checklist_id, check=check.pk, text=check.text, skipped=skipped, note=check.note)
    follow(ticket, done, check.checklist, by=by, at=at)
    return check


def refuse_ended(ticket: Ticket) -> None:
    """Refuse checks of a case that has ended."""
    if not ticket.is_open:
        msg = f"Case {ticket.number} has ended."
        raise CannotAnswer(msg, status=ticket.status)


def follow(ticket: Ticket, event: TicketEvent, changed: Checklist, *, by: Actor, at: datetime) -> None:
    """Let the status follow the checks, ask the customer for theirs once they are due, and conclude."""
    happened: list[TicketEvent] = [event]
    lists = [list(each.checks.all()) for each in ticket.checklists.prefetch_related("checks")]
    happened += enter(ticket, status_of_checks(ticket.state, [steps(checks) for checks in lists]), reason=CHECKS)
    theirs = theirs_due(next((checks for checks in lists if checks and checks[0].checklist_id == changed.pk), []))
    was_asked = isinstance(event, CheckDone) and any(check.pk == event.check and check.is_the_customers for each in lists for check in each)
    if theirs and not was_asked:
        happened.append(ChecksAsked(subject_id=ticket.pk, checklist=changed.pk, checks=tuple(check.pk for check in theirs)))
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    conclude(ticket, *happened, by=by, at=at)


def theirs_due(checks: Sequence[Check]) -> list[Check]:
    """The customer's checks that are due now, one after the other: those before the desk's next."""
    place = next_step(steps(checks))
    due: list[Check] = []
    for check in checks[place:] if place is not None else ():
        if not check.is_the_customers:
            break
        due.append(check)
    return due


def steps(checks: Sequence[Check]) -> list[Step]:
    """The checks as the core's order knows them."""
    return [Step(is_over=bool(check.state), is_the_customers=check.is_the_customers) for check in checks]
