"""Reading cases: who may see which, the log as the clocks read it, what is due."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import Count, F, Q, QuerySet

from acuerdo.agreements.models import ManualVersion
from acuerdo.agreements.queries import agreement_of, terms_under
from acuerdo.core.agreements import Agreement, Given, Point, points
from acuerdo.core.clocks import Clock, Happening, Terms, fold, from_log, lasting, name_for_clocks
from acuerdo.core.tickets import Status, is_open
from acuerdo.core.tickets.seeking import plain, read_search
from acuerdo.customers.models import Contact
from acuerdo.customers.queries import contact_of
from acuerdo.events.models import Event
from acuerdo.events.queries import canonical, log_of
from acuerdo.people.access import READ, may
from acuerdo.people.models import Person
from acuerdo.tickets.models import ArticleIdea, Findable, Ticket
from acuerdo.tickets.models import Clock as StoredClock
from acuerdo.tickets.models.findable import CONFIGURATION, Line, parts, words

SUBJECT = "ticket"
#: What an event says to the clocks besides when and what.
SAID = ("status", "facts", "reason", "clock", "date", "party", "corrects", "time", "cycle", "state", "version", "plan")
#: Later than any deadline.
NEVER = datetime.max.replace(tzinfo=UTC)


def visible_to(person: Person) -> QuerySet[Ticket]:
    """The cases a person may see: the desk's people all, a contact those of their organisation (PRO-042) or their own."""
    if may(person, READ):
        return Ticket.objects.all()
    contact = contact_of(person) if person.is_customer else None
    return of_contact(contact) if contact else Ticket.objects.none()


def of_contact(contact: Contact) -> QuerySet[Ticket]:
    """A contact's cases, and their whole organisation's."""
    own = Q(contact=contact)
    if contact.organisation_id:
        own |= Q(organisation_id=contact.organisation_id)
    return Ticket.objects.filter(own)


def open_cases_by_version() -> dict[int, int]:
    """How many open cases are pinned to each version of the manual, by its key."""
    cases = Ticket.objects.exclude(status__in=["closed", "cancelled"]).values("manual")
    return dict(cases.annotate(n=Count("pk")).values_list("manual", "n"))


def agreement_for(ticket: Ticket) -> Agreement:
    """The manual version the case is pinned to."""
    return agreement_of(ticket.manual)


def terms_of(ticket: Ticket) -> Terms:
    """What the case is owed: its manual version and its contract's own terms."""
    return terms_under(ticket.manual, ticket.overrides)


def pinned_to(ticket: Ticket) -> dict[str, str]:
    """What the log says of a case's manual and contract, so that neither can be exchanged behind it: their digests."""
    agreed = {"agreed": sha256(canonical(ticket.overrides)).hexdigest()} if ticket.overrides else {}
    return {"manual": ticket.manual.digest, **agreed}


def first_due(clocks: Iterable[StoredClock]) -> StoredClock | None:
    """Of these clocks the one that is due first; None where none has a deadline."""
    return min((clock for clock in clocks if clock.due_at), key=lambda clock: clock.due_at or NEVER, default=None)


def absorbed_in(events: Iterable[Event]) -> list[int]:
    """The cases that are part of this one now, by its own log: what it took in and did not give back."""
    held: dict[int, tuple[int, ...]] = {}
    for event in events:
        if event.kind == "ticket.absorbed":
            held[int(event.facts["case"])] = (int(event.facts["case"]), *event.facts.get("also", ()))
        elif event.kind == "ticket.released":
            held.pop(int(event.facts["case"]), None)
    return [pk for all_of in held.values() for pk in all_of]


def with_merged(cases: QuerySet[Ticket]) -> QuerySet[Ticket]:
    """These cases and those that became part of them."""
    return Ticket.objects.filter(Q(pk__in=cases.values("pk")) | Q(merged_into__in=cases.values("pk")))


def happenings(events: Iterable[Event], terms: Terms) -> tuple[Happening, ...]:
    """A case's log as the clocks read it."""
    return from_log(events, terms, other_terms)


def other_terms(facts: Mapping[str, Any]) -> Terms:
    """The terms that a person chose for a case instead of those it was opened under, by the facts of that event."""
    return terms_under(ManualVersion.objects.defer("text", "holidays").get(pk=facts["manual"]), facts.get("overrides", {}))


def folded(ticket: Ticket, now: datetime, log: Iterable[Event] | None = None) -> tuple[Clock, ...]:
    """The case's clocks, computed from its log alone, which is read unless it is given."""
    terms = terms_of(ticket)
    log = log_of(SUBJECT, ticket.pk) if log is None else log
    return fold(happenings(log, terms), terms, now.astimezone(UTC))


def as_case(ticket: Ticket, now: datetime) -> dict[str, object]:
    """The case as `acuerdo clock` reads it."""
    terms = terms_of(ticket)
    events = []
    for event in lasting(log_of(SUBJECT, ticket.pk)):
        name = name_for_clocks(event, terms)
        if name:
            said = {key: event.facts[key] for key in SAID if key in event.facts}
            events.append({"at": event.at.isoformat(), "event": name, **said})
    return {
        "manual": ticket.manual.manual,
        "version": ticket.manual.version,
        "plan": ticket.facts.get("plan"),
        "contract": ticket.overrides,
        "facts": {},
        "events": events,
        "now": now.isoformat(),
    }


def information_of(ticket: Ticket, agreement: Agreement) -> tuple[Point, ...]:
    """Where each point of the minimum information stands; asks for files only where the manual does."""
    kind = agreement.types.get(str(ticket.facts.get("type", "")))
    if kind is None or not kind.needs:
        return ()
    wants_files = any(ask.kind == "files" for ask in kind.asks.values())
    given = Given(
        text=True,
        contact=bool(ticket.contact.email),
        product=bool(ticket.facts.get("product")),
        files=wants_files and ticket.messages.filter(kind="customer", files__isnull=False).exists(),
    )
    return points(kind, ticket.facts, ticket.information, given)


#: Tags are suggested of so many of the latest cases.
LATEST = 2000


def tags_in_use() -> list[str]:
    """The tags of the latest cases, each once, in the order of the alphabet."""
    latest = Ticket.objects.order_by("-number").values_list("tags", flat=True)[:LATEST]
    return sorted({tag for tags in latest for tag in tags})


def may_ask_to_escalate(ticket: Ticket, contact: Contact) -> bool:
    """Whether the manual lets this contact ask to escalate such a case: by plan (PRO-A15), by the customer's own level (DIG-040)."""
    rules = (rule for rule in agreement_for(ticket).escalations if rule.on == "asked")
    return ticket.is_open and any(
        (not rule.asked_by or contact.level in rule.asked_by)
        and all(str(ticket.facts.get(name, "")) in values for name, values in rule.where.items())
        for rule in rules
    )


def asked_to_escalate(ticket: Ticket) -> Event | None:
    """The customer's request to escalate that nobody has answered, raised or assigned after."""
    log = Event.objects.filter(subject_kind=SUBJECT, subject_id=ticket.pk)
    asked = log.filter(kind="ticket.escalation_asked").order_by("-position").first()
    answers = ["ticket.responded", "ticket.level_raised", "ticket.resolved", "ticket.closed", "ticket.cancelled"]
    if asked is None or log.filter(kind__in=answers, position__gt=asked.position).exists():
        return None
    return asked


def needs_approval(agreement: Agreement, facts: Mapping[str, object]) -> bool:
    """Whether work waits for a committee or a quote, decided on or still to be (SGM-T2, SGM-A5, SGM-A9)."""
    item = agreement.catalogue.get(str(facts.get("item", "")))
    kind = agreement.types.get(str(facts.get("type", "")))
    return bool(item and (item.committee or item.quote != "no")) or bool(kind and (kind.committee or kind.quote))


def foreseen(agreement: Agreement, terms: Terms, facts: Mapping[str, object], *, opened_at: datetime, now: datetime) -> tuple[Clock, ...]:
    """The clocks that a case with these facts would have if it were opened then: what is promised before anything is sent."""
    at = opened_at.astimezone(UTC)
    opened = [Happening(at=at, event="opened", position=0, facts=facts)]
    ready = [] if needs_approval(agreement, facts) else [Happening(at=at, event="ready", position=1)]
    return fold([*opened, *ready], terms, now.astimezone(UTC))


#: A search looks at so many of the latest cases that have its words, and at as many that have them as parts.
LATEST_FOUND = 200
#: Weights of what stands inside, what was said, people and files, subject and tags.
WEIGHTS = [0.1, 0.3, 0.5, 1.0]


def find(typed: str, among: QuerySet[Ticket] | None = None, *, public: bool = False) -> list[int]:
    """The cases that somebody most likely means, by their keys, best first: number, words together in a name or subject, rank, latest.

    `among`: only these; `public`: as a customer may find, without internal notes and tags. Costs the same however many cases there are.
    """
    sought = read_search(typed)
    looked = Findable.objects.alias(line=Line("short") if public else F("short"))
    looked = looked if among is None else looked.filter(pk__in=among.values("pk"))
    wanted = [*([words(sought, public=public)] if sought.words else []), *([parts(sought, "line")] if sought.parts else [])]
    keys = looked.latest_with(wanted, LATEST_FOUND)
    rank = SearchRank(F("words"), SearchQuery(sought.words, config=CONFIGURATION, search_type="websearch"), weights=WEIGHTS)
    whole = plain(typed.strip(' "'))
    found = looked.filter(pk__in=keys).annotate(rank=rank, said=F("line"))
    rows = found.values_list("pk", "rank", "said", "ticket__number", "ticket__status")
    scored = sorted(
        rows, key=lambda row: (row[3] == sought.number, whole in row[2], row[1] + (OPEN_FIRST if is_open(Status(row[4])) else 0), row[0])
    )
    return [row[0] for row in reversed(scored)]


#: How much better an open case is than one that has ended, in ranks (0–1).
OPEN_FIRST = 0.2


def article_ideas() -> QuerySet[ArticleIdea]:
    """Cases that deserve an article nobody has written yet, oldest first."""
    return ArticleIdea.objects.filter(done_at=None).select_related("ticket", "person").order_by("at", "pk")
