"""Whose desk an address leads to, and which case a letter answers."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django_tenants.utils import get_public_schema_name

from acuerdo.channels.mail.models import Mailbox, RawMail
from acuerdo.core.mail import JoinCandidate, Letter, Sign, addresses, domain, join_candidates, normal, read, tag, without_tag
from acuerdo.customers.queries import Match
from acuerdo.desks.models import Address, Desk, Domain
from acuerdo.desks.queries import current_schema
from acuerdo.notifications.models import Outgoing
from acuerdo.people.access import WORK, may
from acuerdo.people.models import Person
from acuerdo.tickets.access import reply_key
from acuerdo.tickets.models import Message, Ticket
from acuerdo.tickets.queries import SUBJECT

#: So many references are looked up; a longer thread has its nearest ones first.
REFERENCES = 50
#: Of a fetched message so many addresses are looked at.
RECIPIENTS = 20
#: A message that failed so often waits for a person.
ATTEMPTS = 5


def desk_at(address: str) -> Desk | None:
    """The desk that an address leads to: its own address, with or without +tag, or any at its host name."""
    said = normal(address)
    if not said:
        return None
    mailboxes = {said, without_tag(said)}
    own = Address.objects.select_related("desk").filter(address__in=mailboxes).order_by("address").first()
    if own is not None:
        return own.desk
    host = Domain.objects.select_related("tenant").filter(domain=domain(said)).exclude(tenant__schema_name=get_public_schema_name())
    found = host.first()
    return found.tenant if found else None


@dataclass(frozen=True)
class Sender:
    """Who wrote: what the customers' book knows of them, and whether they are, or were, of the desk."""

    email: str
    match: Match
    person: Person | None

    @property
    def works_here(self) -> bool:
        """Whether a person wrote who works on this desk's cases."""
        return self.person is not None and may(self.person, WORK)

    @property
    def worked_here(self) -> bool:
        """Whether they are of the desk no more: what we once wrote to them opens no case to them."""
        return self.person is not None and not self.person.is_active and not self.person.is_customer


@dataclass(frozen=True)
class Pointed:
    """A case that a sign points to.

    `secret`: only who had a mail of ours could know it; `wrote_to` whom that mail was for; `guessed`: anybody can write such a number.
    """

    ticket: Ticket
    secret: bool
    wrote_to: str = ""
    guessed: bool = False


def case_of(letter: Letter, sender: Sender, recipient: str) -> Ticket | None:
    """The case that a letter answers, by its surest sign, if the sender plausibly belongs to it."""
    candidates = join_candidates(letter, key=reply_key(), recipients=[recipient])
    if not candidates:
        return None
    pointed = pointed_to(candidates)
    for candidate in candidates:
        found = pointed.get(candidate)
        if found is not None and belongs(sender, found):
            return found.ticket
    return None


def pointed_to(candidates: tuple[JoinCandidate, ...]) -> dict[JoinCandidate, Pointed]:
    """The cases that exist of those the candidates name, in at most three queries."""
    named = [each.message_id for each in candidates if each.sign is Sign.REFERENCE][:REFERENCES]
    ours, theirs = (our_mails(named), their_messages(named)) if named else ({}, {})
    numbers = {each.number for each in candidates if each.number}
    wanted = Ticket.objects.filter(number__in=numbers) | Ticket.objects.filter(pk__in=[pk for pk, _to in ours.values()])
    cases = {ticket.pk: ticket for ticket in wanted} if numbers or ours else {}
    by_number = {ticket.number: ticket for ticket in cases.values()}
    found: dict[JoinCandidate, Pointed] = {}
    for each in candidates:
        if each.number in by_number:
            found[each] = Pointed(by_number[each.number], secret=each.sign is Sign.ADDRESS, guessed=each.sign is Sign.SUBJECT)
        elif each.message_id in ours and ours[each.message_id][0] in cases:
            pk, to = ours[each.message_id]
            found[each] = Pointed(cases[pk], secret=True, wrote_to=to)
        elif each.message_id in theirs:
            found[each] = Pointed(theirs[each.message_id], secret=False)
    return found


def our_mails(message_ids: list[str]) -> dict[str, tuple[int, str]]:
    """Mails of ours about cases: Message-ID → case, to whom."""
    rows = Outgoing.objects.filter(message_id__in=message_ids, subject_kind=SUBJECT)
    return {message_id: (pk, to) for message_id, pk, to in rows.values_list("message_id", "subject_id", "to") if pk is not None}


def their_messages(message_ids: list[str]) -> dict[str, Ticket]:
    """Cases by the Message-IDs of what was said in them."""
    rows = Message.objects.filter(message_id__in=message_ids).select_related("ticket").order_by("-pk")
    return {row.message_id: row.ticket for row in rows}


def belongs(sender: Sender, found: Pointed) -> bool:
    """Whether the case is theirs: their own, their organisation's, or one we wrote to them about.

    A number is only written down: a stranger who quotes it opens a case of their own. Somebody of no known organisation
    who answers a mail of ours (its Message-ID and its reply address cannot be guessed) belongs; another customer never.
    Nor is a number enough to speak as a colleague: From can be forged, and what a colleague says is believed.
    """
    if sender.works_here:
        return not found.guessed
    contact, organisation = sender.match.contact, sender.match.organisation
    if contact is not None and found.ticket.contact_id == contact.pk:
        return True
    if organisation is not None:
        return found.ticket.organisation_id == organisation.pk
    if sender.worked_here:
        return False
    return found.secret or was_written_to(sender.email, found)


def was_written_to(email: str, found: Pointed) -> bool:
    """Whether we sent this address a mail about the case."""
    if found.wrote_to == email:
        return True
    return Outgoing.objects.filter(subject_kind=SUBJECT, subject_id=found.ticket.pk, to=email).exists()


#: Where the servers on the way write for whom a message was (the envelope is gone by then); then whom it says it is for.
FOR_WHOM = ("delivered-to", "x-original-to", "envelope-to", "x-forwarded-to", "to", "cc")


def recipient_of(raw: bytes, user: str) -> str:
    """For which of the desk's addresses a fetched message was: the one that names a case first; else the mailbox's own."""
    letter = read(raw)
    desk = current_schema()
    said = [each.email for name in FOR_WHOM for field, value in letter.headers if field == name for each in addresses(value)]
    ours = [email for email in dict.fromkeys(said[:RECIPIENTS]) if (found := desk_at(email)) and found.schema_name == desk]
    return next((each for each in ours if tag(each)), ours[0] if ours else (user if "@" in user else ""))


def undone(*, most: int = 100) -> list[int]:
    """The messages of this desk that wait for another attempt, oldest first."""
    waiting = RawMail.objects.exclude(state=RawMail.State.PROCESSED).filter(attempts__lt=ATTEMPTS)
    return list(waiting.order_by("received_at").values_list("pk", flat=True)[:most])


def due(at: datetime) -> list[Mailbox]:
    """The mailboxes of this desk whose moment has come to be looked into."""
    return list(Mailbox.objects.filter(Q(next_at=None) | Q(next_at__lte=at), is_active=True).order_by("pk"))
