"""Who was in copy of a customer's mail follows its case: their colleagues have copies, the desk's own people are told.

Strangers are never added, nor written to: what is said in a case is its customer's.
"""

from collections.abc import Iterable
from datetime import datetime

from acuerdo.core.mail import Letter, answers_nobody, domain, is_automatic, without_tag
from acuerdo.customers.actions.meet import meet
from acuerdo.customers.models import Contact, MailDomain
from acuerdo.desks.models import Address
from acuerdo.events.events import Actor
from acuerdo.people.access import WORK, may
from acuerdo.people.models import Person
from acuerdo.tickets.actions.follow import follow, is_of
from acuerdo.tickets.models import Ticket

#: So many people of one mail are looked at: what goes to more is a circular, and nobody's case.
MOST = 20


def keep_copies(ticket: Ticket, letter: Letter, recipient: str, *, by: Actor, at: datetime) -> None:
    """Let those in copy follow the case; a mail without copies costs nothing, and one that no person wrote adds nobody."""
    named = in_copy(letter, recipient)
    if not named or len(named) > MOST or is_automatic(letter):
        return
    people = {person.email: person for person in Person.objects.filter(email__in=named, is_active=True).order_by("pk")}
    colleagues = {email: person for email, person in people.items() if may(person, WORK)}
    others = {email: name for email, name in named.items() if email not in colleagues}
    following: list[Person | Contact] = [*colleagues.values(), *contacts_of(ticket, others)]
    for who in following:
        follow(ticket.pk, who, by=by, at=at)


def in_copy(letter: Letter, recipient: str) -> dict[str, str]:
    """Addresses in To and Cc besides the desk's and the writer's, with their names; in the order written."""
    known = {without_tag(recipient.lower()), letter.sender.email, ""}
    written = {each.email: each.name for each in (*letter.to, *letter.cc) if not answers_nobody(each.email)}
    return {email: name for email, name in written.items() if without_tag(email) not in known}


def contacts_of(ticket: Ticket, named: dict[str, str]) -> list[Contact]:
    """Those of the case's own organisation: contacts it has, and by its mail domains others, whom the desk meets now."""
    if ticket.organisation_id is None or not named:
        return []
    contacts = {each.email: each for each in Contact.objects.filter(email__in=named)}
    new = {email: name for email, name in named.items() if email not in contacts}
    for email in colleagues_among(ticket, new):
        contacts[email] = meet(email=email, name=new[email], organisation=ticket.organisation)
    return [contacts[email] for email in named if email in contacts and is_of(contacts[email], ticket)]


def colleagues_among(ticket: Ticket, emails: Iterable[str]) -> list[str]:
    """Addresses of the organisation's domains that are no mailbox of a desk of ours."""
    emails = list(emails)
    domains = {domain(email) for email in emails}
    theirs = set(MailDomain.objects.filter(organisation=ticket.organisation_id, domain__in=domains).values_list("domain", flat=True))
    found = [email for email in emails if domain(email) in theirs]
    if not found:
        return []
    ours = set(Address.objects.filter(address__in=[without_tag(email) for email in found]).values_list("address", flat=True))
    return [email for email in found if without_tag(email) not in ours]
