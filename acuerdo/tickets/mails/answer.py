"""An answer of a person of the desk: their words, under which the customer's own stand shortly quoted.

An answer that reaches a milestone of the manual goes in the words that the manual names for it: a diagnosis, a formal reply (INT-108,
INT-112); one on a case that asks for constant notices is its progress (SOP-017). It is one mail in any case.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from acuerdo.core.agreements import said_on
from acuerdo.core.tickets import Status
from acuerdo.events.models import Event
from acuerdo.tickets.mails.letter import Letter, in_language_of, post
from acuerdo.tickets.mails.table import rows
from acuerdo.tickets.models import Message, Ticket
from acuerdo.tickets.queries import SUBJECT, agreement_for
from acuerdo.ui.moments import clock_time, long

#: What is quoted of the customer's last message, lines and characters a line.
LINES, LENGTH = 8, 200


@dataclass(frozen=True)
class Quote:
    """What the customer had said, and the line that introduces it as mail programs do (and cut it again)."""

    introduced: str
    lines: tuple[str, ...]


def mail_answer(event: Event, ticket: Ticket) -> None:
    """Mail what the agent wrote. A person wrote it: no automatic mail, so out-of-office answers may come back."""
    if event.facts.get("returns") or event.facts.get("proposes"):
        return  # what is missing, or proposed, has a mail of its own
    # Wherever it stands by now: a part of the case may have become another meanwhile.
    message = Message.objects.select_related("person").get(pk=event.facts["message"])
    with in_language_of(ticket.contact):
        context = {
            "paragraphs": paragraphs(message.text),
            "author": message.signed,
            "quote": quote_before(message, ticket),
            "your_turn": your_turn(ticket),
            "rows": points(message, ticket, words := words_of(message, ticket)),
            "attached": list(message.files.all()),
        }
        post(
            ticket,
            Letter(
                key=f"answer-{event.pk}",
                words=words,
                layout="answer",
                context=context,
                at=event.at,
                automatic=False,
                sender_name=message.author_name,
                files=list(message.files.all()),
            ),
        )


def words_of(message: Message, ticket: Ticket) -> str:
    """In which words an answer goes: those of the milestone it reached, of progress, or an answer's."""
    reached = Event.objects.filter(subject_kind=SUBJECT, subject_id=ticket.pk, kind="ticket.reached", facts__message=message.pk)
    for milestone in reached.order_by("-position").values_list("facts__milestone", flat=True):
        for row in rows(ticket, str(milestone)):
            return row.template
    return next((row.template for row in rows(ticket, "progress")), "answer")


def points(message: Message, ticket: Ticket, words: str) -> list[tuple[str, str]]:
    """What such a mail lists: a formal reply's points as they were written, and of a diagnosis the classification (INT-112, INT-121)."""
    agreement = agreement_for(ticket)
    said = said_on(agreement.replies.values(), message.evidence)
    written = [(label.rstrip("."), text) for label, text in said.values() if text]
    if words != "diagnosis":
        return written
    decided = [(_("Tipo"), agreement.label("type", str(ticket.facts.get("type", ""))))]
    decided += [(field.label, agreement.label(name, str(ticket.facts.get(name, "")))) for name, field in agreement.fields.items()]
    return [*written, *((label, value) for label, value in decided if value and value != "None")]


def paragraphs(text: str) -> list[str]:
    """A text parted at its empty lines."""
    return [part.strip() for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()]


def your_turn(ticket: Ticket) -> str:
    """What the manual says to a customer whose answer is waited for."""
    if ticket.state is not Status.WAITING_CUSTOMER:
        return ""
    named = agreement_for(ticket).statuses.get(ticket.status)
    return (named.sentence if named else "") or _("Necesitamos una respuesta suya para continuar.")


def quote_before(message: Message, ticket: Ticket) -> Quote | None:
    """The beginning of what the customer said last before this message."""
    heard = Message.objects.filter(ticket=ticket, kind=Message.Kind.CUSTOMER, at__lte=message.at).select_related("contact", "person")
    said = heard.order_by("-at", "-pk").first()
    if said is None or not said.text.strip():
        return None
    zone = agreement_for(ticket).zone
    day = long(said.at, message.at, zone).rpartition(",")[0]
    facts = {"day": day, "time": clock_time(said.at, zone), "who": said.author_name}
    all_lines = [line[:LENGTH] for line in said.text.strip().split("\n")]
    lines = all_lines[:LINES] + (["[…]"] if len(all_lines) > LINES else [])
    return Quote(_("El %(day)s a las %(time)s, %(who)s escribió:") % facts, tuple(lines))
