"""Making a new case of some messages of another: they keep their true times, and the new clocks count from the first."""

from collections.abc import Collection
from datetime import datetime
from typing import cast

from django.db import transaction

from acuerdo.agreements.queries import agreement_of, version_at
from acuerdo.core.errors import Refusal
from acuerdo.customers.models import Contact
from acuerdo.events.actions.record import historic
from acuerdo.events.events import Actor
from acuerdo.events.models import Event
from acuerdo.tickets.actions.conclude import conclude, conclude_opening
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.actions.link import join
from acuerdo.tickets.actions.make_findable import index_again
from acuerdo.tickets.actions.open import NO_SUBJECT, next_number
from acuerdo.tickets.actions.ready import ready_at_opening
from acuerdo.tickets.events import CustomerWrote, Noted, Opened, Responded, Split, SplitOff, TicketEvent
from acuerdo.tickets.models import Link, Message, Ticket
from acuerdo.tickets.queries import SUBJECT, pinned_to, terms_of

Kind = Message.Kind


class CannotSplit(Refusal):
    """These messages make no case. Facts: why, one of nothing, not_here, opening, solution, no_customer, before."""

    code = "tickets.cannot_split"

    def __init__(self, why: str) -> None:
        super().__init__(f"No case can be made of these messages: {why}.", why=why)


@transaction.atomic
def split(ticket_id: int, message_ids: Collection[int], subject: str, *, by: Actor, at: datetime) -> Ticket:
    """Move these messages to a new case of the same customer, and link both. Gives the new one. Raises CannotSplit."""
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    moved = chosen(ticket, message_ids)
    new = opened_with(ticket, moved, subject, by=by)
    Message.objects.filter(pk__in=[message.pk for message in moved]).update(ticket=new)
    conclude(new, SplitOff(subject_id=new.pk, case=ticket.pk, number=ticket.number), by=by, at=at)
    gone = Split(subject_id=ticket.pk, case=new.pk, number=new.number, messages=tuple(message.pk for message in moved))
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    ticket.wrote_after_at = unanswered(ticket)
    conclude(ticket, gone, by=by, at=at)
    join(new, ticket, Link.Kind.SPLIT, by=by, at=at)
    index_again([ticket.pk, new.pk])
    return new


def chosen(ticket: Ticket, message_ids: Collection[int]) -> list[Message]:
    """The messages in the order they were said, if a case can be made of them; raises CannotSplit."""
    moved = list(ticket.messages.filter(pk__in=message_ids).select_related("contact__person", "person").order_by("at", "pk"))
    faults = {
        "nothing": not message_ids,
        "not_here": len(moved) != len(set(message_ids)),
        "opening": any(message.pk == opening_of(ticket) for message in moved),
        "solution": any(message.kind == Kind.SOLUTION for message in moved),
        "no_customer": not any(message.kind == Kind.CUSTOMER for message in moved),
        "before": bool(moved) and moved[0].kind != Kind.CUSTOMER,
    }
    for why, holds in faults.items():
        if holds:
            raise CannotSplit(why)
    return moved


def unanswered(ticket: Ticket) -> datetime | None:
    """Since when a word after the solution waits in the case: what went to the other is answered there."""
    if ticket.wrote_after_at is None:
        return None
    stayed = ticket.messages.filter(kind=Kind.CUSTOMER, at__gte=ticket.wrote_after_at)
    return stayed.order_by("at").values_list("at", flat=True).first()


def opening_of(ticket: Ticket) -> int:
    """The message that opened the case: it stays."""
    opened = Event.objects.filter(subject_kind=SUBJECT, subject_id=ticket.pk, kind="ticket.opened").first()
    return int(opened.facts.get("message") or 0) if opened else 0


def opened_with(ticket: Ticket, moved: list[Message], subject: str, *, by: Actor) -> Ticket:
    """Open the new case as if its first message had opened it, and let its log tell what was said since."""
    first, contact = moved[0], cast("Contact", moved[0].contact)
    manual = version_at(first.at)
    agreement = agreement_of(manual)
    new = Ticket(
        subject=" ".join(subject.split())[:300] or " ".join(first.text.split())[:80] or NO_SUBJECT,
        manual=manual,
        organisation=ticket.organisation,
        contract=ticket.contract,
        contact=contact,
        doubt=ticket.doubt,
        overrides=ticket.overrides,
        scope=ticket.scope,
        facts=ticket.facts,
        proposed=ticket.proposed,
        channel=first.channel,
        product=ticket.product,
        level=ticket.level,
        assignee=ticket.assignee,
        opened_at=first.at,
        customer_wrote_at=first.at,
        last_activity_at=first.at,
        last_activity_by=contact.name[:120],
    )
    new.pk, new.number = next_number()
    opened = Opened(
        subject_id=new.pk,
        number=new.number,
        channel=new.channel,
        facts=new.facts,
        doubt=new.doubt,
        message=first.pk,
        pinned=pinned_to(new),
        detail={"from": contact.email},
    )
    conclude_opening(new, opened, *ready_at_opening(new, agreement, terms_of(new)), by=by, at=first.at)
    for message in moved[1:]:
        tell_again(new, message)
    return new


def tell_again(new: Ticket, message: Message) -> None:
    """Say in the new case's log what was said, by whom and when; nobody is told of it a second time."""
    said: TicketEvent
    if message.kind == Kind.CUSTOMER:
        said = CustomerWrote(subject_id=new.pk, message=message.pk, channel=message.channel)
        new.customer_wrote_at = message.at
    elif message.kind == Kind.ANSWER:
        said = Responded(subject_id=new.pk, message=message.pk)
        new.answered_at = message.at
    else:
        said = Noted(subject_id=new.pk, message=message.pk)
    who = message.person or message.contact
    author = Actor("person" if message.person else "contact", who.pk if who else None, message.author_name)
    new.last_activity_at, new.last_activity_by = message.at, author.name[:120]
    with historic():
        conclude(new, said, by=author, at=message.at)
