"""What a customer is told while the case goes on: something is needed of them, it went up a level, it is being developed."""

from collections.abc import Mapping

from acuerdo.core.agreements import Notification
from acuerdo.core.tickets import Status
from acuerdo.events.models import Event
from acuerdo.tickets.mails.answer import paragraphs
from acuerdo.tickets.mails.letter import Letter
from acuerdo.tickets.mails.table import REPORTER, rows, write
from acuerdo.tickets.models import Message, Ticket
from acuerdo.tickets.queries import SUBJECT, agreement_for

#: Words for what a manual's table does not name; the customer must know all the same that it is their turn.
REQUEST, RETURNED = "request", "returned"
#: So near in the log lie the events of one save.
SAVED_WITH = 4
#: The stages in which, by the five manuals, software is written.
DEVELOPMENT = frozenset({"desarrollo", "fabrica"})


def mail_wait(event: Event, ticket: Ticket) -> None:
    """Say that the customer's answer is needed, and why, unless an answer of the same save has said it (SOP-021, SOP-023, DIG-019)."""
    if event.facts.get("status") != Status.WAITING_CUSTOMER or said_already(event):
        return
    reason = str(event.facts.get("reason", ""))
    returned = returned_for(ticket, reason)
    on, words = ("returned", RETURNED) if returned else ("waiting", REQUEST)
    row = next(iter(rows(ticket, on)), None)
    template = row.template if row else words
    write(ticket, row, Letter(key=f"wait-{event.pk}", words=template, at=event.at, context={"paragraphs": paragraphs(returned or reason)}))


def said_already(event: Event) -> bool:
    """Whether the same save answered the customer, in a mail of its own."""
    saves = Event.objects.filter(subject_kind=SUBJECT, subject_id=event.subject_id, at=event.at)
    near = saves.filter(position__gte=event.position - SAVED_WITH, position__lte=event.position + SAVED_WITH)
    return near.filter(kind__in=["ticket.responded", "ticket.returned", "ticket.approval_asked", "ticket.checks_asked"]).exists()


def returned_for(ticket: Ticket, reason: str) -> str:
    """The manual's words for a reason to return such a case; empty for any other."""
    kind = agreement_for(ticket).types.get(str(ticket.facts.get("type", "")))
    known: Mapping[str, str] = kind.returns if kind else {}
    return known.get(reason, reason if reason in known.values() else "")


def mail_raise(event: Event, ticket: Ticket) -> None:
    """Say that the case was escalated, where the manual tells the customer (SOP-023)."""
    for row in rows(ticket, "escalated"):
        if REPORTER in row.tell:
            write(ticket, row, Letter(key=f"escalated-{event.pk}", words=row.template, at=event.at))


def mail_development(event: Event, ticket: Ticket) -> None:
    """Say that a fault of the software needs development, where the manual tells it, once a case (DIG-048)."""
    for row in rows(ticket, "to development") if event.facts.get("stage") in DEVELOPMENT else ():
        text = str(event.facts.get("reason", ""))
        write(
            ticket, row, Letter(key=f"development-{ticket.pk}", words=row.template, at=event.at, context={"paragraphs": paragraphs(text)})
        )


def mail_scheduled(event: Event, ticket: Ticket) -> None:
    """Say for when it is planned, where the manual tells it (DIG-066)."""
    row: Notification | None = next(iter(rows(ticket, "scheduled")), None)
    if row and event.facts.get("status") == Status.SCHEDULED:
        text = str(event.facts.get("reason", ""))
        write(ticket, row, Letter(key=f"scheduled-{event.pk}", words=row.template, at=event.at, context={"paragraphs": paragraphs(text)}))


def mail_returned(event: Event, ticket: Ticket) -> None:
    """Give the case back with the points that are missing, in the words of the manual (DIG-019–DIG-021, SOP-021)."""
    message = Message.objects.filter(pk=event.facts.get("message"), ticket=ticket).select_related("person").first()
    row = next(iter(rows(ticket, "returned")), None)
    context = {"paragraphs": paragraphs(message.text if message else ""), "author": message.signed if message else ""}
    write(ticket, row, Letter(key=f"returned-{event.pk}", words=row.template if row else RETURNED, at=event.at, context=context))
