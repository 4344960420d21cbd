"""Putting a case right in the open: other terms, a corrected time, a corrected state; what was stays beside what is (clocks.md 5, 6)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from django.db import transaction

from acuerdo.agreements.models import ManualVersion
from acuerdo.agreements.queries import agreement_of
from acuerdo.core.clocks import STATES, Happening, IllegalLog
from acuerdo.core.errors import Refusal
from acuerdo.events.events import Actor
from acuerdo.events.queries import log_of
from acuerdo.people.access import OVERSEE, may
from acuerdo.people.models import Person
from acuerdo.tickets.actions.conclude import conclude
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.actions.raise_level import ReasonMissing
from acuerdo.tickets.events import Corrected, TermsSet, TicketEvent
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import SUBJECT, agreement_for, folded, happenings, terms_of


class NotYours(Refusal):
    """Only who watches over the desk puts times right."""

    code = "tickets.not_yours_to_correct"


class NoSuchTerms(Refusal):
    """This version of the manual has not the clocks of the case, or no such plan."""

    code = "tickets.no_such_terms"


class CannotCorrect(Refusal):
    """With that correction the log could not have happened: an event before the opening, or later than now."""

    code = "tickets.cannot_correct"


@transaction.atomic
def set_terms(ticket_id: int, version: ManualVersion, plan: str, *, reason: str, by: Actor, at: datetime) -> Ticket:
    """Evaluate a case under another version or plan; live clocks count anew by it, what has stopped stays.

    Raises NotYours, NoSuchTerms, ReasonMissing.
    """
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    check_right(by, reason)
    agreement = agreement_of(version)
    if (plan not in agreement.plans) if agreement.plans else bool(plan):
        msg = f"{version} has no plan {plan!r}."
        raise NoSuchTerms(msg, plan=plan)
    if not set(agreement_for(ticket).clocks) >= set(agreement.clocks):
        msg = f"{version} has other clocks than the case."
        raise NoSuchTerms(msg, version=str(version))
    before = {"plan": str(ticket.facts.get("plan", "")), "version": str(ticket.manual)}
    ticket.facts = {**ticket.facts, "plan": plan} if plan else ticket.facts
    said = TermsSet(
        subject_id=ticket.pk,
        manual=version.pk,
        version=str(version),
        plan=plan,
        reason=reason.strip(),
        overrides=ticket.overrides,
        before=before,
    )
    return finish(ticket, said, by=by, at=at)


@transaction.atomic
def correct_time(ticket_id: int, place: int, time: datetime, *, reason: str, by: Actor, at: datetime) -> Ticket:
    """Let an event count from another time; `place` as `correctable` gives it. Raises NotYours, CannotCorrect, ReasonMissing."""
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    check_right(by, reason)
    known = correctable(ticket)
    event = next((each for each in known if each.position == place), None)
    if event is None or time > at or (event.event != "opened" and time < known[0].at):
        msg = f"Event {place} of case {ticket.number} cannot count from {time}."
        raise CannotCorrect(msg)
    said = Corrected(
        subject_id=ticket.pk,
        corrects=place,
        what=event.event,
        time=time.astimezone(UTC).replace(microsecond=0).isoformat(),
        was=event.at.isoformat(),
        reason=reason.strip(),
    )
    return finish(ticket, said, by=by, at=at)


@transaction.atomic
def correct_state(ticket_id: int, clock: str, cycle: int, state: str, *, reason: str, by: Actor, at: datetime) -> Ticket:
    """Let a clock's cycle count as another state than the computed one. Raises NotYours, CannotCorrect, ReasonMissing."""
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    check_right(by, reason)
    found = next((each for each in folded(ticket, at) if (each.id, each.cycle) == (clock, cycle)), None)
    if found is None or state not in STATES[found.kind] or state == found.state:
        msg = f"{clock}/{cycle} of case {ticket.number} cannot be {state!r}."
        raise CannotCorrect(msg)
    said = Corrected(subject_id=ticket.pk, clock=clock, cycle=cycle, state=state, was=str(found.state), reason=reason.strip())
    return finish(ticket, said, by=by, at=at)


def finish(ticket: Ticket, said: TicketEvent, *, by: Actor, at: datetime) -> Ticket:
    """Record it; what cannot have happened is refused, and nothing is kept of it."""
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    try:
        conclude(ticket, said, by=by, at=at)
    except IllegalLog as error:
        raise CannotCorrect(str(error)) from error
    return ticket


def check_right(by: Actor, reason: str) -> None:
    """Refuse those who may not, and whoever gives no reason."""
    person = Person.objects.filter(pk=by.id).first() if by.kind == "person" and by.id else None
    if person is None or not may(person, OVERSEE):
        msg = "Times are put right by who watches over the desk."
        raise NotYours(msg)
    if not reason.strip():
        msg = "A correction needs a reason."
        raise ReasonMissing(msg)


def correctable(ticket: Ticket) -> Sequence[Happening]:
    """The events of a case that its clocks go by, at the times that count now, in the order of the log; corrections are none of them."""
    known = happenings(log_of(SUBJECT, ticket.pk), terms_of(ticket))
    moved = {each.corrects: each.time for each in known if each.corrects is not None}
    return [replace(each, at=moved.get(each.position) or each.at) for each in known if each.event != "corrected"]
