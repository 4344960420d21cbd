"""The lists of Mi área, by keyset; and what a case's page reads."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Self

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import QueryDict

from acuerdo.core.agreements import MISSING, Agreement, Ask, Need, needs_of, reasons_of
from acuerdo.core.tickets import Status
from acuerdo.customers.models import Contact
from acuerdo.desks.prepared import Given, Prepared
from acuerdo.files.models import StoredFile
from acuerdo.satisfaction.models import Rating
from acuerdo.tickets.actions.return_to_customer import RETURNED
from acuerdo.tickets.models import Approval, Clock, Draft, Message, Ticket
from acuerdo.tickets.queries import find, of_contact

PAGE = 25
#: So many of what words find are shown; who has more says more words.
FOUND = 50
#: Of an organisation's people so many are offered to choose from.
PEOPLE = 200
ENDED = ("closed", "cancelled")
#: What the customer was asked to decide and has not: the next step is theirs.
ASKED = Approval.objects.filter(ticket=OuterRef("pk"), decided_at=None).exclude(kind=Approval.Kind.COMMITTEE)
YOURS = Q(status="waiting_customer") | Q(status="resolved", wrote_after_at=None) | Q(asks_approval=True)
SHOWN = ("manual", "contact", "assignee", "merged_into")
TABS = ("todos", "mios", "cerrados")
Group = Literal["yours", "working", "closed"]
#: Whose turn may be asked for, and the group it means.
TURNS: Mapping[str, Group] = {"usted": "yours", "nosotros": "working"}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which cases somebody asks for: a tab, words, whose turn it is, a product, who reported them (a contact's key). "" is all."""

    tab: str = TABS[0]
    words: str = ""
    turn: str = ""
    product: str = ""
    person: str = ""

    @classmethod
    def of(cls, query: QueryDict) -> Self:
        """Read it from an address; what it does not know is as if it were not there."""
        tab, turn, person = query.get("ver", ""), query.get("turno", ""), query.get("persona", "")
        return cls(
            tab=tab if tab in TABS else TABS[0],
            words=query.get("buscar", "").replace("\x00", "").strip()[:100],
            turn=turn if turn in TURNS and tab != "cerrados" else "",
            product=query.get("producto", "").replace("\x00", "")[:60],
            person=person if re.fullmatch(r"[0-9]{1,9}", person) else "",
        )

    @property
    def query(self) -> dict[str, str]:
        """As `of` reads it, without what asks for nothing."""
        said = {"ver": self.tab, "buscar": self.words, "turno": self.turn, "producto": self.product, "persona": self.person}
        return {name: value for name, value in said.items() if value}

    @property
    def narrows(self) -> bool:
        """Whether it leaves anything of its tab out."""
        return bool(self.words or self.turn or self.product or self.person)


@dataclass(frozen=True)
class Listing:
    """Some cases of a list, and where it goes on (empty: it does not)."""

    tickets: Sequence[Ticket]
    after: str = ""


def narrowed(cases: QuerySet[Ticket], asked: Asked) -> QuerySet[Ticket]:
    """Keep those of a product and of who reported them."""
    if asked.product:
        cases = cases.filter(facts__contains={"product": asked.product})
    if asked.person:
        cases = cases.filter(contact=int(asked.person))
    return cases.alias(asks_approval=Exists(ASKED))


def open_of(contact: Contact, asked: Asked) -> QuerySet[Ticket]:
    """The open cases a contact may see, or only those they reported."""
    cases = Ticket.objects.filter(contact=contact) if asked.tab == "mios" else of_contact(contact)
    return narrowed(cases, asked).exclude(status__in=ENDED)


def found_of(contact: Contact, asked: Asked) -> dict[Group, Listing]:
    """What a contact's words find of all that they may see, whatever became of it: the likeliest first, by whose turn it is.

    Never by what the desk keeps to itself: notes and tags (tickets.queries.find).
    """
    cases = Ticket.objects.filter(contact=contact) if asked.tab == "mios" else of_contact(contact)
    among = narrowed(cases, asked)
    keys = find(asked.words, among, public=True)[:FOUND]
    there = {ticket.pk: ticket for ticket in read(among).filter(pk__in=keys)}
    groups: dict[Group, list[Ticket]] = {"yours": [], "working": [], "closed": []}
    for key in keys:
        if ticket := there.get(key):
            group: Group = "closed" if not ticket.is_open else "yours" if is_yours(ticket) else "working"
            groups[group].append(ticket)
    wanted = {"closed"} if asked.tab == "cerrados" else {TURNS[asked.turn]} if asked.turn else set(groups)
    return {group: Listing(tickets) for group, tickets in groups.items() if group in wanted}


def is_yours(ticket: Ticket) -> bool:
    """Whether the next step is the customer's; as YOURS asks the database."""
    waits = ticket.state is Status.WAITING_CUSTOMER or (ticket.state is Status.RESOLVED and ticket.wrote_after_at is None)
    return waits or asks_to_decide(ticket)


def asks_to_decide(ticket: Ticket) -> bool:
    """Whether a proposal waits for the customer's yes or no, as `read` found it."""
    return ticket.is_open and bool(getattr(ticket, "asks", False))


def read(cases: QuerySet[Ticket]) -> QuerySet[Ticket]:
    """With all that a line shows of them."""
    return cases.select_related(*SHOWN).annotate(asks=Exists(ASKED))


def people_of(contact: Contact) -> list[tuple[str, str]]:
    """Who of a contact's organisation may have reported a case, by name."""
    if contact.organisation_id is None:
        return []
    theirs = Contact.objects.filter(organisation=contact.organisation_id).order_by("name", "pk")
    return [(str(pk), name or email) for pk, name, email in theirs.values_list("pk", "name", "email")[:PEOPLE]]


def rated_of(tickets: Sequence[Ticket]) -> set[int]:
    """Of these ended cases those whose last closing somebody has rated."""
    closed = {ticket.pk: ticket.closed_at for ticket in tickets if ticket.closed_at}
    said = Rating.objects.filter(ticket__in=closed).values_list("ticket", "at") if closed else ()
    return {pk for pk, at in said if at >= closed[pk]}


def counts(contact: Contact) -> dict[str, int]:
    """How many open cases stand under each tab; closed ones are not counted, they only grow."""
    cases = of_contact(contact).exclude(status__in=ENDED)
    return cases.aggregate(todos=Count("pk"), mios=Count("pk", filter=Q(contact=contact)))


def group_of(cases: QuerySet[Ticket], group: Group, after: str = "") -> Listing:
    """The customer's or our open cases by what is due first (the desk's own order), after `place.key.number`."""
    cases = cases.filter(YOURS) if group == "yours" else cases.exclude(YOURS)
    if re.fullmatch(r"[0-9]{1,4}\.-?[0-9]{1,18}\.[0-9]{1,9}", after):
        place, key, number = (int(part) for part in after.split("."))
        later = Q(place=place, place_key=key, number__gt=number) | Q(place=place, place_key__gt=key) | Q(place__gt=place)
        cases = cases.filter(later)
    return listed(cases.order_by("place", "place_key", "number"), lambda t: f"{t.place}.{t.place_key}.{t.number}")


def closed_of(contact: Contact, asked: Asked, after: str = "") -> Listing:
    """The ended cases a contact may see, newest first, before the number `after`.

    Two lists, each in the order of its own index, are merged: so a page costs the same however many there are.
    """
    before = Q(number__lt=int(after)) if re.fullmatch(r"[0-9]{1,9}", after) else Q()
    sides = [Q(contact=contact)]
    if contact.organisation_id:
        sides.append(Q(organisation_id=contact.organisation_id))
    both: dict[int, Ticket] = {}
    for side in sides:
        cases = read(narrowed(Ticket.objects.filter(side, before, status__in=ENDED), asked))
        both |= {ticket.number: ticket for ticket in cases.order_by("-number")[: PAGE + 1]}
    tickets = [both[number] for number in sorted(both, reverse=True)]
    return Listing(tickets[:PAGE], str(tickets[PAGE - 1].number) if len(tickets) > PAGE else "")


def listed(cases: QuerySet[Ticket], place_of: Callable[[Ticket], str]) -> Listing:
    """One page of a list in its order."""
    tickets = list(read(cases)[: PAGE + 1])
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


def draft_in(ticket: Ticket, contact: Contact) -> Draft | None:
    """What this contact has begun to write in a case and not sent."""
    return Draft.objects.filter(person=contact.person_id, ticket=ticket, kind=Draft.Kind.CUSTOMER).order_by("-saved_at").first()


def last_solution(ticket: Ticket) -> Message | None:
    """The solution delivered last."""
    return ticket.messages.filter(kind=Message.Kind.SOLUTION).select_related("person").order_by("-pk").first()


def in_full(cases: QuerySet[Ticket]) -> QuerySet[Ticket]:
    """With all that the page of a case shows."""
    shown = read(cases).select_related(*SHOWN, "organisation", "product", "contract", "follows")
    return shown.defer("manual__text", "manual__holidays")


def case_of(cases: QuerySet[Ticket]) -> Ticket | None:
    """The one case that is left of these, with all its page shows."""
    return in_full(cases).first()


_OWN = Prepared(lambda: in_full(Ticket.objects.filter(contact=Given("contact"), number=Given("number"))))
_OF_THEIRS = Prepared(
    lambda: in_full(Ticket.objects.filter(Q(contact=Given("contact")) | Q(organisation_id=Given("organisation")), number=Given("number")))
)


def case_seen_by(contact: Contact, number: int) -> Ticket | None:
    """The case of this number, with all its page shows, if it is one that this contact may see, as `of_contact` says."""
    if contact.organisation_id:
        return _OF_THEIRS.first(contact=contact.pk, organisation=contact.organisation_id, number=number)
    return _OWN.first(contact=contact.pk, number=number)


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
