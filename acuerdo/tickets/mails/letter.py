"""One mail about a case to its customer: worded, rendered, threaded, answerable."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from acuerdo.customers.models import Contact
from acuerdo.desks.queries import current_desk, url_of
from acuerdo.files.models import StoredFile
from acuerdo.notifications.actions.send import Mail, send
from acuerdo.notifications.models import Outgoing
from acuerdo.people.middleware import language_follows
from acuerdo.tickets.access import reply_address
from acuerdo.tickets.mails.look import look_of
from acuerdo.tickets.mails.thread import thread_of
from acuerdo.tickets.mails.times import zone_words
from acuerdo.tickets.mails.variables import values_of
from acuerdo.tickets.mails.words import words_for
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import SUBJECT, agreement_for

#: Until when one says «Buenos días» and «Buenas tardes», hours of the desk's day.
NOON, EVENING = 12, 19


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What is written. `words`: which of the words of `WORDS`, with `values` for what only this mail can name.

    `layout`: the template's name under `tickets/mail/`, and `context`, what it shows besides the words.
    """

    key: str
    words: str
    at: datetime
    layout: str = "said"
    values: Mapping[str, str] = field(default_factory=dict)
    context: Mapping[str, object] = field(default_factory=dict)
    automatic: bool = True
    sender_name: str = ""
    files: Sequence[StoredFile] = field(default=())


def post(ticket: Ticket, letter: Letter, *, to: Contact | None = None) -> Outgoing:
    """Put it into the outbox; the same key again is the mail that is already there. Call it inside `in_language_of`.

    `to`: another of the customer's people than who reported; the key is then theirs too.
    """
    contact = to or ticket.contact
    in_reply_to, references = thread_of(ticket)
    context = {**about(ticket, letter.at, contact), **letter.context, "said": (said := said_in(ticket, letter))}
    return send(
        Mail(
            key=letter.key if to is None else f"{letter.key}:{to.pk}",
            to=contact.email,
            subject=f"[#{ticket.number}] {said['subject']}",
            text=render_to_string(f"tickets/mail/{letter.layout}.txt", context).strip() + "\n",
            html=render_to_string(f"tickets/mail/{letter.layout}.html", context),
            reply_to=reply_address(ticket),
            in_reply_to=in_reply_to,
            references=references,
            about=(SUBJECT, ticket.pk),
            automatic=letter.automatic,
            sender_name=letter.sender_name,
            attachments=[{"name": f.name, "content_type": f.content_type, "path": f.path} for f in letter.files],
        )
    )


def said_in(ticket: Ticket, letter: Letter) -> dict[str, str]:
    """The words of a letter, filled with what they name of this case."""
    values = values_of(ticket, agreement_for(ticket), current_desk().name, more=letter.values)
    return words_for(letter.words, ticket.manual.manual, translation.get_language() or "es", values)


def about(ticket: Ticket, at: datetime, contact: Contact) -> dict[str, object]:
    """What every mail about a case shows."""
    desk, agreement = current_desk(), agreement_for(ticket)
    return {
        **look_of(desk),
        "desk": desk,
        "ticket": ticket,
        "language": translation.get_language(),
        "greeting": greeting(contact, at.astimezone(agreement.zone).hour),
        "case_url": url_of(desk, reverse("portal:case", args=[ticket.number])),
        "zone_words": zone_words(agreement, at),
        "see_case": _("Ver el caso"),
    }


def greeting(contact: Contact, hour: int) -> str:
    """Good day, with the first name where it is known."""
    day = _("Buenos días") if hour < NOON else _("Buenas tardes") if hour < EVENING else _("Buenas noches")
    return f"{day}:" if "@" in contact.name else f"{day}, {contact.first_name}:"


def in_language_of(contact: Contact) -> translation.override:
    """Write in the contact's language; the manual's first one, Spanish, for those who never signed in."""
    return translation.override(language_follows(contact.person) if contact.person else "es")
