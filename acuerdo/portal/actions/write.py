"""What a customer writes on a page, once: the same form sent twice is one message or one case."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any

from django.db import transaction

from acuerdo.customers.models import Contact
from acuerdo.customers.queries import match_sender
from acuerdo.desks.queries import current_desk, host_of
from acuerdo.events.events import Actor
from acuerdo.files.models import StoredFile
from acuerdo.people.queries import day_of
from acuerdo.tickets.actions.draft import forget
from acuerdo.tickets.actions.hear import hear
from acuerdo.tickets.actions.open import Report, open_case
from acuerdo.tickets.models import Draft, Message, Ticket

NOTHING: Mapping[str, Any] = MappingProxyType({})


@transaction.atomic
def write(
    ticket: Ticket,
    contact: Contact,
    text: str,
    *,
    once: str,
    files: Sequence[StoredFile],
    drafted: bool = False,
    shown: str = "",
    by: Actor,
    at: datetime,
) -> Ticket:
    """Write in a case; returns the case it is in, a follow-up when this one had ended. `once` is the form's key.

    `drafted`: it was begun as the page's draft, which is over with it; `shown`: the mark of it that the page showed.
    """
    key = key_of(contact, once)
    there = before(contact, key)
    if there is not None:
        return there
    if drafted:
        end_draft(ticket, contact, text, files, shown)
    report = Report(subject=ticket.subject, text=text, channel="web", message_id=key, files=files)
    return hear(ticket.pk, report, contact=contact, match=match_sender(contact.email, day_of(at)), by=by, at=at)


@transaction.atomic
def report(
    contact: Contact,
    subject: str,
    text: str,
    *,
    once: str,
    files: Sequence[StoredFile],
    proposed: Mapping[str, str],
    answers: Mapping[str, Any] = NOTHING,
    extra: Mapping[str, Any] = NOTHING,
    by: Actor,
    at: datetime,
) -> Ticket:
    """Open a case; the form's second click gives the case of the first."""
    key = key_of(contact, once)
    there = before(contact, key)
    if there is not None:
        return there
    said = Report(subject=subject, text=text, channel="web", message_id=key, files=files, proposed=proposed, answers=answers, extra=extra)
    return open_case(said, contact=contact, match=match_sender(contact.email, day_of(at)), by=by, at=at)


def was_sent(contact: Contact, once: str) -> bool:
    """Whether the form of this key was carried out: what is typed or chosen in it and comes after that is no draft."""
    return Message.objects.filter(message_id=key_of(contact, once), contact=contact).exists()


def end_draft(ticket: Ticket, contact: Contact, text: str, files: Sequence[StoredFile], shown: str) -> None:
    """What this contact had begun in a case was sent, with these files, from a page that showed the draft of that mark."""
    if contact.person is not None:
        forget(contact.person, ticket, Draft.Kind.CUSTOMER, text, sent=files, shown=shown)


def before(contact: Contact, key: str) -> Ticket | None:
    """The case that has this form's message already. The contact is held, so that two clicks come one after the other."""
    Contact.objects.select_for_update().get(pk=contact.pk)
    message = Message.objects.select_related("ticket").filter(message_id=key, contact=contact).first()
    return message.ticket if message else None


def key_of(contact: Contact, once: str) -> str:
    """The form's key as a Message-ID: unique, and harmless in the thread of a mail."""
    return f"<web.{contact.pk}.{once}@{host_of(current_desk())}>"
