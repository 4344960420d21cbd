"""The lists of Mi área, by keyset. What is looked at each day is asked by questions written once; what is chosen besides, by Django."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, Self

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict

from acuerdo.core.tickets import Status
from acuerdo.customers.models import Contact
from acuerdo.desks.prepared import Given, Prepared, planned
from acuerdo.satisfaction.models import Rating
from acuerdo.tickets.models import Approval, Clock, Ticket
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
#: What a line says of a case, and of what it names: its manual is known by its digest.
LINE = (
    *("number", "subject", "status", "facts", "closed_as", "place", "place_key", "opened_at", "resolved_at", "closed_at"),
    *("wrote_after_at", "answered_at", "customer_wrote_at", "last_activity_at"),
    *("manual__digest", "contact__name", "assignee__name", "merged_into__number"),
)
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
            words=query.get("buscar", "").strip()[:100],
            turn=turn if turn in TURNS and tab != "cerrados" else "",
            product=query.get("producto", "")[:60],
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


def found_of(contact: Contact, asked: Asked) -> dict[Group, Listing]:
    """What a contact's words find of all that they may see, whatever became of it: the likeliest first, by whose turn it is.

    Never by what the desk keeps to itself: notes and tags (tickets.queries.find).
    """
    cases = Ticket.objects.filter(contact=contact) if asked.tab == "mios" else of_contact(contact)
    keys = find(asked.words, narrowed(cases, asked), public=True)[:FOUND]
    there = {ticket.pk: ticket for ticket in THESE(keys=keys)} if keys else {}
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


def lines(cases: QuerySet[Ticket]) -> QuerySet[Ticket]:
    """With all that a line shows of them, and nothing else."""
    return cases.select_related("manual", "contact", "assignee", "merged_into").only(*LINE).annotate(asks=Exists(ASKED))


THESE = Prepared(lambda: lines(Ticket.objects.filter(pk__any_of=Given("keys"))))
PEOPLE_OF = Prepared(
    lambda: Contact.objects.filter(organisation=Given("organisation")).order_by("name", "pk").values_list("pk", "name", "email")[:PEOPLE]
)
RATED = Prepared(lambda: Rating.objects.filter(ticket__any_of=Given("tickets")).values_list("ticket", "at"))
#: What runs or is paused; what a line does not say of it stays where it is.
PROMISES = Prepared(
    lambda: (
        Clock.objects.filter(ticket__any_of=Given("tickets"), kind="promise", stopped_at=None)
        .defer("told", "source", "elapsed", "alarm_at", "remaining_seconds", "cycle", "started_at")
        .order_by("due_at", "pk")
    )
)


def people_of(contact: Contact) -> list[tuple[str, str]]:
    """Who of a contact's organisation may have reported a case, by name."""
    if contact.organisation_id is None:
        return []
    return [(str(pk), name or email) for pk, name, email in PEOPLE_OF(organisation=contact.organisation_id)]


def rated_of(tickets: Sequence[Ticket]) -> set[int]:
    """Of these ended cases those whose last closing somebody has rated."""
    closed = {ticket.pk: ticket.closed_at for ticket in tickets if ticket.closed_at}
    said = RATED(tickets=list(closed)) if closed else ()
    return {pk for pk, at in said if at >= closed[pk]}


def clocks_of(tickets: Sequence[Ticket]) -> list[Clock]:
    """The promises that run or are paused in these cases; of what has ended there are none."""
    going = [ticket.pk for ticket in tickets if ticket.is_open]
    return PROMISES(tickets=going) if going else []


OPEN = "NOT status IN ('closed', 'cancelled')"
COUNTS = f"""
SELECT theirs + elsewhere, own
FROM (SELECT count(*) AS theirs FROM tickets_ticket WHERE {OPEN} AND organisation_id = %(organisation)s) AS theirs,
     (SELECT count(*) AS own, count(*) FILTER (WHERE (organisation_id = %(organisation)s) IS NOT TRUE) AS elsewhere
      FROM tickets_ticket WHERE {OPEN} AND contact_id = %(contact)s) AS own
"""  # noqa: S608  only our own words


def counts(contact: Contact) -> dict[str, int]:
    """How many open cases stand under each tab; closed ones are not counted, they only grow."""
    ((todos, mios),) = planned(COUNTS, {"organisation": contact.organisation_id, "contact": contact.pk})
    return {"todos": todos, "mios": mios}


def group_of(contact: Contact, asked: Asked, group: Group, after: str = "") -> Listing:
    """The customer's or our open cases by what is due first (the desk's own order), after `place.key.number`."""
    own = asked.tab == "mios"
    goes_on = re.fullmatch(r"[0-9]{1,4}\.-?[0-9]{1,18}\.[0-9]{1,9}", after)
    if goes_on or asked.product or asked.person:
        cases = in_group(narrowed(Ticket.objects.filter(contact=contact) if own else of_contact(contact), asked), group)
        if goes_on:
            place, key, number = (int(part) for part in after.split("."))
            later = Q(place=place, place_key=key, number__gt=number) | Q(place=place, place_key__gt=key) | Q(place__gt=place)
            cases = cases.filter(later)
        tickets = list(cases[: PAGE + 1])
    else:
        belongs = contact.organisation_id is not None and not own
        tickets = usual(group, belongs=belongs, most=PAGE + 1)(contact=contact.pk, organisation=contact.organisation_id)
    return listed(tickets, lambda t: f"{t.place}.{t.place_key}.{t.number}")


def in_group(cases: QuerySet[Ticket], group: Group) -> QuerySet[Ticket]:
    """The lines of those that wait for the customer, or of the others, in the desk's own order."""
    cases = cases.exclude(status__in=ENDED)
    cases = cases.filter(YOURS) if group == "yours" else cases.exclude(YOURS)
    return lines(cases.order_by("place", "place_key", "number"))


@lru_cache
def usual(group: Group, *, belongs: bool, most: int) -> Prepared[Ticket]:
    """The question for the first cases of a group: a contact's own, or also those of the organisation to which they belong."""
    whose: Any = Q(contact=Given("contact"))
    if belongs:
        whose |= Q(organisation_id=Given("organisation"))
    return Prepared(lambda: in_group(narrowed(Ticket.objects.filter(whose), Asked()), group)[:most])


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
        cases = lines(narrowed(Ticket.objects.filter(side, before, status__in=ENDED), asked))
        both |= {ticket.number: ticket for ticket in cases.order_by("-number")[: PAGE + 1]}
    return listed([both[number] for number in sorted(both, reverse=True)], lambda ticket: str(ticket.number))


def listed(tickets: Sequence[Ticket], place_of: Callable[[Ticket], str]) -> Listing:
    """One page of a list in its order; any case more says that it goes on."""
    return Listing(tickets[:PAGE], place_of(tickets[PAGE - 1]) if len(tickets) > PAGE else "")
