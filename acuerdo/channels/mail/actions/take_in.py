"""Making something of a stored message: a case, a customer's word in one, a note, a report on a mail of ours, or nothing."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar

from acuerdo.channels.mail.actions.hear_bounce import hear_bounce
from acuerdo.channels.mail.actions.keep_copies import keep_copies
from acuerdo.channels.mail.actions.keep_note import keep_note
from acuerdo.channels.mail.models import RawMail
from acuerdo.channels.mail.queries import Sender, case_of
from acuerdo.core.errors import Refusal
from acuerdo.core.mail import DESK_HEADER, Letter, answers_by_itself, bare, is_auto_reply, is_bounce, newest_of, read, should_acknowledge
from acuerdo.customers.actions.meet import meet
from acuerdo.customers.models import Contact
from acuerdo.customers.queries import match_sender
from acuerdo.desks.prepared import Given, Prepared
from acuerdo.desks.queries import current_schema
from acuerdo.events.events import Actor
from acuerdo.files.actions.store import store
from acuerdo.files.models import StoredFile
from acuerdo.people.models import Person
from acuerdo.people.queries import day_of
from acuerdo.tickets.actions.hear import take_word
from acuerdo.tickets.actions.open import Report, take_report
from acuerdo.tickets.models import Message, Ticket

CHANNEL = "email"


class NobodyWroteIt(Refusal):
    """No address can be read from From, Sender or the envelope: there is nobody to answer."""

    code: ClassVar[str] = "mail.nobody_wrote_it"


@dataclass(frozen=True)
class Taken:
    """What became of a message."""

    outcome: RawMail.Outcome
    ticket: Ticket | None = None
    message: Message | None = None
    message_id: str = ""


def take_in(kept: RawMail, *, at: datetime, insisted: bool = False) -> Taken:
    """Process a stored message in the caller's transaction; `insisted`: as a person's, whatever wrote it. Raises NobodyWroteIt."""
    letter = read(bytes(kept.raw), return_path=kept.envelope_from)
    return replace(become(letter, kept, at=at, insisted=insisted), message_id=letter.message_id)


def become(letter: Letter, kept: RawMail, *, at: datetime, insisted: bool) -> Taken:
    """What a letter becomes. Raises NobodyWroteIt."""
    if is_our_own(letter):
        return Taken(RawMail.Outcome.OURS)
    if is_bounce(letter):
        found = hear_bounce(letter, at=at)
        # A null path alone makes no bounce: some programs send what people write that way.
        if found is not None or is_bounce(replace(letter, return_path=None)):
            return Taken(RawMail.Outcome.BOUNCED, *(found or (None, None)))
    return take_in_from(sender_of(letter, at), letter, kept, at=at, insisted=insisted)


def is_our_own(letter: Letter) -> bool:
    """Whether it is a mail of this desk come back, or of a machine at another desk: a loop, never a case."""
    desk = letter.header(DESK_HEADER.lower())
    return bool(desk) and (desk == current_schema() or letter.auto_submitted not in {"", "no"})


PERSON = Prepared(lambda: Person.objects.filter(email=Given("email"))[:1])


def sender_of(letter: Letter, at: datetime) -> Sender:
    """Who wrote it. Raises NobodyWroteIt."""
    email = letter.sender.email
    if not email:
        msg = "No sender's address can be read."
        raise NobodyWroteIt(msg)
    person = PERSON.first(email=email)
    return Sender(email, match_sender(email, day_of(at)), person)


def take_in_from(sender: Sender, letter: Letter, kept: RawMail, *, at: datetime, insisted: bool) -> Taken:
    """A word in the case it answers, else a new case; what answers by itself reports nothing, and opens none."""
    ticket = case_of(letter, sender, kept.recipient)
    if ticket is None and answers_by_itself(letter) and not insisted:
        return Taken(RawMail.Outcome.UNANSWERED)
    if sender.person is not None and sender.works_here and ticket is not None:
        if is_auto_reply(letter) and not insisted:
            return Taken(RawMail.Outcome.UNANSWERED)
        return Taken(RawMail.Outcome.NOTED, ticket, keep_note(ticket, letter, files_of(letter), by=sender.person, at=at))
    contact = contact_of(sender, letter)
    report = report_of(letter, kept.recipient)
    by = Actor("contact", contact.pk, contact.name, programme="mail")
    if ticket is None:
        opening = take_report(report, contact=contact, match=sender.match, by=by, at=kept.received_at)
        keep_copies(opening.ticket, letter, kept.recipient, by=by, at=at)
        return Taken(RawMail.Outcome.OPENED, opening.ticket, opening)
    # A message that waited here counts as written now: what was delivered meanwhile its writer has perhaps not read.
    word = take_word(ticket.pk, report, contact=contact, match=sender.match, by=by, at=at, automatic=is_auto_reply(letter))
    keep_copies(word.ticket, letter, kept.recipient, by=by, at=at)
    outcome = RawMail.Outcome.JOINED if word.ticket_id == ticket.pk else RawMail.Outcome.OPENED
    return Taken(outcome, word.ticket, word)


def contact_of(sender: Sender, letter: Letter) -> Contact:
    """The contact that wrote, made now for an address that is new; without its organisation it is given one."""
    known, organisation = sender.match.contact, sender.match.organisation
    if known is not None and (known.organisation_id or organisation is None):
        return known
    return meet(email=sender.email, name=letter.sender.name, organisation=organisation)


def report_of(letter: Letter, recipient: str) -> Report:
    """What was written, apart from what it quotes; the HTML as it came."""
    split = newest_of(letter)
    return Report(
        subject=bare(letter.subject),
        text=split.new,
        quoted=split.quoted,
        html=letter.html,
        channel=CHANNEL,
        message_id=letter.message_id,
        files=files_of(letter),
        acknowledge=should_acknowledge(letter, own=[recipient]),
    )


def files_of(letter: Letter) -> list[StoredFile]:
    """Attachments and the pictures inside the text, stored."""
    return [store(name=part.filename, content_type=part.content_type, content=part.content, content_id=part.cid) for part in letter.parts]
