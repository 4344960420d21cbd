"""Approvals on a case: asked of a committee or of the customer, decided, and what follows (SGM-025 to SGM-030, DIG-060 to DIG-062)."""

from datetime import datetime

from django.db import transaction

from acuerdo.core.agreements import Agreement
from acuerdo.core.errors import Refusal
from acuerdo.core.tickets import Party, Quote, Status, can_move
from acuerdo.customers.models import Contact
from acuerdo.events.actions.record import is_historic
from acuerdo.events.events import Actor
from acuerdo.people.access import OVERSEE, may
from acuerdo.people.models import Person
from acuerdo.tickets.actions.answer import CannotAnswer, NothingSaid, speak
from acuerdo.tickets.actions.change_status import enter
from acuerdo.tickets.actions.conclude import conclude
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.actions.raise_level import ReasonMissing
from acuerdo.tickets.actions.ready import needed, ready_since
from acuerdo.tickets.events import ApprovalAsked, ApprovalDecided, Responded, StageEntered, StatusChanged, TicketEvent
from acuerdo.tickets.models import Approval, Message, Ticket
from acuerdo.tickets.queries import agreement_for

#: Why the status changes, as the events say it.
ASKED, DECIDED = "approval_asked", "approval_decided"


class AskedAlready(Refusal):
    """One of this kind is pending: it is decided, or withdrawn, before another is asked."""

    code = "tickets.asked_already"


class NotPending(Refusal):
    """This approval was decided or withdrawn."""

    code = "tickets.not_pending"


class NotYoursToDecide(Refusal):
    """What a committee decided is written down by who watches over the desk."""

    code = "tickets.not_yours_to_decide"


class QuoteNeeded(Refusal):
    """The manual demands a quote for this; it cannot be waived."""

    code = "tickets.quote_needed"


@transaction.atomic
def ask(ticket_id: int, kind: str, *, of: str, text: str, amount: str = "", by: Actor, at: datetime) -> Approval:
    """Ask a committee or the customer to approve; the case waits, on the customer's time where it is theirs to say.

    What the customer is asked stands in the conversation. Raises NothingSaid, AskedAlready, CannotAnswer.
    """
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    if not text.strip():
        msg = "An approval needs words that say what is approved."
        raise NothingSaid(msg)
    if not can_move(ticket.state, to=Status.WAITING_APPROVAL) and ticket.state is not Status.WAITING_APPROVAL:
        msg = f"Case {ticket.number} waits for no approval in {ticket.status!r}."
        raise CannotAnswer(msg, status=ticket.status)
    if ticket.approvals.filter(kind=kind, decided_at=None).exists():
        msg = f"A {kind} approval is pending."
        raise AskedAlready(msg)
    author = by.id if by.kind == "person" else None
    asked = Approval.objects.create(
        ticket=ticket, kind=kind, of=of.strip()[:160], text=text.strip(), amount=amount.strip()[:60], asked_by_id=author, asked_at=at
    )
    message = speak(ticket, Message.Kind.ANSWER, offer(asked), by=by, at=at) if asked.is_the_customers else None
    if message:
        ticket.answered_at, ticket.wrote_after_at = at, None
    said = ApprovalAsked(
        subject_id=ticket.pk,
        approval=asked.pk,
        asks=kind,
        of=asked.of,
        amount=asked.amount,
        message=message.pk if message else None,
    )
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    # A proposal is an answer of substance: it stops what a response stops (SGM-A4).
    answered = [Responded(subject_id=ticket.pk, message=message.pk, proposes=True)] if message else []
    conclude(ticket, *answered, said, *waiting(ticket, asked, agreement_for(ticket)), by=by, at=at)
    return asked


def offer(asked: Approval) -> str:
    """What the customer reads in the conversation: the words, and under them the amount."""
    return f"{asked.text}\n\n{asked.amount}" if asked.amount else asked.text


def waiting(ticket: Ticket, asked: Approval, agreement: Agreement) -> list[TicketEvent]:
    """Enter the status that waits, on the party's time that is asked, and at the manual's stage of proposals where it names just one."""
    ticket.status = Status.WAITING_APPROVAL.value
    party = Party.CUSTOMER.value if asked.is_the_customers else ""
    happened: list[TicketEvent] = [StatusChanged(subject_id=ticket.pk, status=ticket.status, reason=ASKED, party=party)]
    stages = list(agreement.statuses[ticket.status].stages)
    if asked.is_the_customers and len(stages) == 1:
        happened.append(StageEntered(subject_id=ticket.pk, stage=stages[0], before=ticket.stage))
    return happened


@transaction.atomic
def decide_approval(
    approval_id: int, decision: str, *, reason: str = "", minutes: str = "", contact: Contact | None = None, by: Actor, at: datetime
) -> Approval:
    """Write down a decision (approved, rejected, withdrawn), once. A rejection needs a reason. `contact`: the customer's, who decided.

    The case goes back to work when nothing else is pending; with the last approval that it needs work may start.
    Raises NotPending, NotYoursToDecide, ReasonMissing.
    """
    ticket = hold(Approval.objects.values_list("ticket_id", flat=True).get(pk=approval_id))
    at = in_turn(at, ticket)
    asked = Approval.objects.get(pk=approval_id)
    if not asked.is_pending or not ticket.is_open or (contact is not None and not asked.is_the_customers):
        msg = f"The approval {approval_id} waits for no decision."
        raise NotPending(msg)
    check_right(asked, decision, by)
    if decision != Approval.Decision.APPROVED and not reason.strip():
        msg = "This decision needs a reason."
        raise ReasonMissing(msg)
    settle(asked, decision, reason=reason, minutes=minutes, contact=contact, by=by, at=at)
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    conclude(ticket, decided(asked), *after(ticket, asked, at=at), by=by, at=at)
    return asked


def check_right(asked: Approval, decision: str, by: Actor) -> None:
    """Refuse an agent who decides for a committee; whoever works on the case may ask it no longer."""
    if asked.is_the_customers or decision == Approval.Decision.WITHDRAWN or by.kind != "person" or is_historic():
        return
    person = Person.objects.filter(pk=by.id or 0).first()
    if person is None or not may(person, OVERSEE):
        msg = "What a committee decided is written down by who watches over the desk."
        raise NotYoursToDecide(msg)


@transaction.atomic
def waive_quote(ticket_id: int, *, reason: str, by: Actor, at: datetime) -> Approval:
    """Decide that this case needs no quote, where the manual leaves that to the contract (SGM-A9).

    Raises QuoteNeeded, ReasonMissing, AskedAlready.
    """
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    if needed(ticket, agreement_for(ticket))[1] is Quote.YES:
        msg = "The manual demands a quote."
        raise QuoteNeeded(msg)
    if not reason.strip():
        msg = "Say why no quote is needed."
        raise ReasonMissing(msg)
    if ticket.approvals.filter(kind=Approval.Kind.QUOTE, decided_at=None).exists():
        msg = "A quote is pending."
        raise AskedAlready(msg)
    waived = Approval(ticket=ticket, kind=Approval.Kind.QUOTE, of=ticket.contact.name[:160], text=reason.strip(), asked_at=at)
    settle(waived, Approval.Decision.WAIVED, reason=reason, by=by, at=at)
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    conclude(ticket, decided(waived), *ready_since(ticket, approved=True, at=at), by=by, at=at)
    return waived


def settle(
    asked: Approval, decision: str, *, reason: str, by: Actor, at: datetime, minutes: str = "", contact: Contact | None = None
) -> None:
    """Keep who decided, what, when and why."""
    asked.decision, asked.decided_at, asked.reason, asked.minutes = decision, at, reason.strip(), minutes.strip()[:120]
    asked.decided_by_id, asked.decided_for = (by.id if by.kind == "person" else None), contact
    asked.save()


def decided(asked: Approval) -> ApprovalDecided:
    """The event of a decision."""
    return ApprovalDecided(
        subject_id=asked.ticket_id,
        approval=asked.pk,
        asks=asked.kind,
        decision=asked.decision,
        reason=asked.reason,
        minutes=asked.minutes,
        confirmed=asked.decided_for_id is not None,
    )


def after(ticket: Ticket, asked: Approval, *, at: datetime) -> list[TicketEvent]:
    """Where a decision leaves the case."""
    happened: list[TicketEvent] = []
    if asked.decision == Approval.Decision.APPROVED:
        happened += ready_since(ticket, approved=True, at=at)
    if ticket.state is Status.WAITING_APPROVAL:
        pending = ticket.approvals.filter(decided_at=None).first()
        if pending is None:
            return [*happened, *enter(ticket, Status.IN_PROGRESS, reason=DECIDED)]
        return [*happened, *waiting(ticket, pending, agreement_for(ticket))]
    return happened
