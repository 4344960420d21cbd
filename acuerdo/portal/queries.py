"""The lists of Mi área, by keyset; and what a case's page reads."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from django.db.models import Count, Prefetch, Q, QuerySet

from acuerdo.core.agreements import MISSING, Agreement, Ask, Need, needs_of, reasons_of
from acuerdo.customers.models import Contact
from acuerdo.files.models import StoredFile
from acuerdo.tickets.actions.return_to_customer import RETURNED
from acuerdo.tickets.models import Clock, Message, Ticket
from acuerdo.tickets.queries import of_contact

PAGE = 25
ENDED = ("closed", "cancelled")
YOURS = Q(status="waiting_customer") | Q(status="resolved", wrote_after_at=None)
SHOWN = ("manual", "contact", "assignee", "merged_into")
Group = Literal["yours", "working"]


@dataclass(frozen=True)
class Listing:
    """Some cases of a list, and where it goes on (empty: it does not)."""

    tickets: Sequence[Ticket]
    after: str = ""


def open_of(contact: Contact, *, mine: bool, words: str = "") -> QuerySet[Ticket]:
    """The open cases a contact may see, or only those they reported, with these words in them."""
    cases = Ticket.objects.filter(contact=contact) if mine else of_contact(contact)
    return found(cases.exclude(status__in=ENDED), words)


def found(cases: QuerySet[Ticket], words: str) -> QuerySet[Ticket]:
    """Those whose number, subject or reporter has these words."""
    words = words.strip()
    if not words:
        return cases
    match = Q(subject__icontains=words) | Q(contact__name__icontains=words)
    number = words.removeprefix("#")
    if re.fullmatch(r"[0-9]{1,9}", number):
        match |= Q(number=int(number))
    return cases.filter(match)


def counts(contact: Contact) -> dict[str, int]:
    """How many open cases stand under each tab; closed ones are not counted, they only grow."""
    return open_of(contact, mine=False).aggregate(todos=Count("pk"), mios=Count("pk", filter=Q(contact=contact)))


def group_of(cases: QuerySet[Ticket], group: Group, after: str = "") -> Listing:
    """The customer's or our open cases by what is due first (the desk's own order), after `place.key.number`."""
    cases = cases.filter(YOURS) if group == "yours" else cases.exclude(YOURS)
    if re.fullmatch(r"[0-9]{1,4}\.-?[0-9]{1,18}\.[0-9]{1,9}", after):
        place, key, number = (int(part) for part in after.split("."))
        later = Q(place=place, place_key=key, number__gt=number) | Q(place=place, place_key__gt=key) | Q(place__gt=place)
        cases = cases.filter(later)
    return listed(cases.order_by("place", "place_key", "number"), lambda t: f"{t.place}.{t.place_key}.{t.number}")


def closed_of(contact: Contact, words: str = "", after: str = "") -> Listing:
    """The ended cases a contact may see, newest first, before the number `after`.

    Two lists, each in the order of its own index, are merged: so a page costs the same however many there are.
    """
    before = Q(number__lt=int(after)) if re.fullmatch(r"[0-9]{1,9}", after) else Q()
    sides = [Q(contact=contact)]
    if contact.organisation_id:
        sides.append(Q(organisation_id=contact.organisation_id))
    both: dict[int, Ticket] = {}
    for side in sides:
        cases = found(Ticket.objects.filter(side, before, status__in=ENDED), words).select_related(*SHOWN)
        both |= {ticket.number: ticket for ticket in cases.order_by("-number")[: PAGE + 1]}
    tickets = [both[number] for number in sorted(both, reverse=True)]
    return Listing(tickets[:PAGE], str(tickets[PAGE - 1].number) if len(tickets) > PAGE else "")


def listed(cases: QuerySet[Ticket], place_of: Callable[[Ticket], str]) -> Listing:
    """One page of a list in its order."""
    tickets = list(cases.select_related(*SHOWN)[: PAGE + 1])
    return Listing(tickets[:PAGE], place_of(tickets[PAGE - 1]) if len(tickets) > PAGE else "")


def clocks_of(tickets: Sequence[Ticket]) -> QuerySet[Clock]:
    """The promises of these cases."""
    return Clock.objects.filter(ticket__in=[ticket.pk for ticket in tickets], kind="promise").order_by("due_at", "pk")


def public_messages(ticket: Ticket) -> QuerySet[Message]:
    """What customer and desk said to each other, also in the cases that became part of it: never an internal note."""
    both = Ticket.objects.filter(Q(pk=ticket.pk) | Q(merged_into=ticket))
    return Message.objects.filter(ticket__in=both).exclude(kind=Message.Kind.NOTE)


def conversation(ticket: Ticket) -> list[Message]:
    """The public messages with their authors and files."""
    files = Prefetch("files", queryset=StoredFile.objects.order_by("pk"))
    return list(public_messages(ticket).select_related("person", "contact").prefetch_related(files))


def last_solution(ticket: Ticket) -> Message | None:
    """The solution delivered last."""
    return ticket.messages.filter(kind=Message.Kind.SOLUTION).select_related("person").order_by("-pk").first()


def case_of(cases: QuerySet[Ticket]) -> Ticket | None:
    """The one case that is left of these, with all its page shows."""
    return cases.select_related(*SHOWN, "merged_into", "organisation", "product", "contract", "follows").first()


def missing_in(ticket: Ticket, agreement: Agreement) -> tuple[Need, ...]:
    """The points that a returned case waits for: those found missing, in the manual's order, then the manual's other reasons (VPN)."""
    if ticket.status != "waiting_customer":
        return ()
    waited = [name for name, entry in ticket.information.items() if entry.get("state") == MISSING and entry.get("reason") == RETURNED]
    kind = agreement.types.get(str(ticket.facts.get("type", "")))
    demanded = {need.id: need for need in needs_of(kind, ticket.facts)}
    others = {name: Need(name, label, Ask("text")) for name, label in reasons_of(kind, ticket.facts).items()}
    known = {**others, **demanded}
    return tuple(known[name] for name in waited if name in known)


def answered_in(said: Collection[str], ticket: Ticket, agreement: Agreement) -> tuple[Need, ...]:
    """The points that a form brought although the case waits for none any more: sent twice, or overtaken by the desk."""
    kind = agreement.types.get(str(ticket.facts.get("type", "")))
    return tuple(need for need in needs_of(kind, ticket.facts) if any(name.startswith(f"p-{need.id}") for name in said))
