"""Reading the queue: in its order, a page at a time, with what its rows show. Nothing here grows with closed cases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import urlencode

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan
from django.http import QueryDict

from acuerdo.agreements.models import ManualVersion
from acuerdo.agreements.queries import agreement_of
from acuerdo.core.agreements import Agreement
from acuerdo.core.tickets import Place
from acuerdo.notifications.models import Notice
from acuerdo.people.models import Person
from acuerdo.tickets.models import Clock, Ticket
from acuerdo.tickets.queries import visible_to

PAGE = 50
#: Nobody reads on beyond this: counts stop here and say so with a plus sign.
COUNTED = 999
#: What fits a case's number.
DIGITS = 9
ENDED = ["closed", "cancelled"]
ORDER = ("place", "place_key", "number")
#: What a row shows; the rest of a case stays where it is.
ROW = (
    *("number", "subject", "status", "manual_id", "doubt", "facts", "channel", "level", "opened_at", "customer_wrote_at"),
    *("answered_at", "wrote_after_at", "last_activity_at", "last_activity_by", "place", "place_key"),
    *("organisation__name", "contact__name", "contact__email", "assignee__name"),
)
WHOSE = ("todos", "mios", "nivel", "nadie")
GROUPS: Mapping[str, Place] = {
    "escribieron": Place.WROTE_AFTER_SOLUTION,
    "sin-cliente": Place.WITHOUT_CUSTOMER,
    "vencimiento": Place.RUNNING,
    "pausa": Place.PAUSED,
    "sin-reloj": Place.WITHOUT_CLOCK,
    "validacion": Place.WITH_CUSTOMER,
}


@dataclass(frozen=True)
class View:
    """Which cases one looks at; it lives in the address."""

    whose: str = "todos"
    group: str = ""
    words: str = ""
    ended: bool = False

    @classmethod
    def of(cls, query: QueryDict) -> Self:
        """Read it from an address; what it does not know is as if it were not there."""
        whose, group = query.get("de", ""), query.get("grupo", "")
        return cls(
            whose=whose if whose in WHOSE else "todos",
            group=group if group in GROUPS else "",
            words=query.get("q", "").replace("\x00", "").strip()[:100],
            ended="terminados" in query,
        )

    def with_(self, **changes: str) -> str:
        """Give the address's query of this view with something else chosen."""
        said = {"de": self.whose, "grupo": self.group, "q": self.words, "terminados": "1" if self.ended else "", **changes}
        kept = {name: value for name, value in said.items() if value and (name, value) != ("de", "todos")}
        return f"?{urlencode(kept)}" if kept else ""

    @property
    def query(self) -> str:
        """Give the address's query of this view."""
        return self.with_()


@dataclass(frozen=True)
class Cursor:
    """The last row of a page: the next one begins after it."""

    place: int
    key: int
    number: int

    @classmethod
    def after(cls, ticket: Ticket) -> Self:
        """Stand on a case."""
        return cls(ticket.place, ticket.place_key, ticket.number)

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Read it from an address; None where it is none."""
        parts = text.split(".")
        try:
            return cls(*map(int, parts))
        except (TypeError, ValueError):
            return None

    def __str__(self) -> str:
        return f"{self.place}.{self.key}.{self.number}"

    @property
    def values(self) -> tuple[int, int, int]:
        """Give them in the queue's order."""
        return self.place, self.key, self.number


def cases_of(person: Person, view: View) -> QuerySet[Ticket]:
    """Give the cases of a view in the queue's order; those that ended only when a search asks for them."""
    cases = visible_to(person)
    if not view.ended or not view.words:
        cases = cases.exclude(status__in=ENDED)
    if view.whose == "mios":
        cases = cases.filter(assignee=person)
    elif view.whose == "nivel":
        cases = cases.filter(level=person.level)
    elif view.whose == "nadie":
        cases = cases.filter(assignee=None)
    if view.group:
        cases = cases.filter(place=GROUPS[view.group])
    return searched(cases, view.words).order_by(*ORDER)


def searched(cases: QuerySet[Ticket], words: str) -> QuerySet[Ticket]:
    """Keep what a few words find: a number, or part of subject, customer or contact."""
    if not words:
        return cases
    number = words.removeprefix("#")
    if number.isdecimal() and len(number) <= DIGITS:
        return cases.filter(number=int(number))
    return cases.filter(
        Q(subject__icontains=words)
        | Q(organisation__name__icontains=words)
        | Q(contact__name__icontains=words)
        | Q(contact__email__icontains=words)
    )


def page_of(cases: QuerySet[Ticket], after: Cursor | None) -> tuple[list[Ticket], Cursor | None]:
    """Read one page, and where the next begins."""
    if after is not None:
        cases = cases.filter(TupleGreaterThan(Tuple(*ORDER), after.values))
    found = list(cases.select_related("organisation", "contact", "assignee").only(*ROW)[: PAGE + 1])
    page = found[:PAGE]
    return page, Cursor.after(page[-1]) if len(found) > PAGE else None


def neighbours(cases: QuerySet[Ticket], ticket: Ticket) -> tuple[int | None, int | None]:
    """Give the numbers of the cases before and after one in a view."""
    here = Cursor.after(ticket).values
    before = cases.filter(TupleLessThan(Tuple(*ORDER), here)).reverse().values_list("number", flat=True).first()
    after = cases.filter(TupleGreaterThan(Tuple(*ORDER), here)).values_list("number", flat=True).first()
    return before, after


def clocks_of(tickets: Iterable[Ticket]) -> dict[int, list[Clock]]:
    """Read the stored clocks of these cases, by case, in one query."""
    found: dict[int, list[Clock]] = {ticket.pk: [] for ticket in tickets}
    for clock in Clock.objects.filter(ticket__in=found).order_by("pk"):
        found[clock.ticket_id].append(clock)
    return found


def agreements_of(tickets: Iterable[Ticket]) -> dict[int, Agreement]:
    """Give the manuals that these cases are pinned to, by version; read once a process, whatever their number."""
    wanted = {ticket.manual_id for ticket in tickets}
    versions = ManualVersion.objects.defer("text", "holidays").in_bulk(wanted)
    return {pk: agreement_of(version) for pk, version in versions.items()}


@dataclass(frozen=True)
class Counts:
    """How many wait; each stops at COUNTED."""

    queue: int
    mine: int
    nobody: int
    notices: int


def counts(person: Person) -> Counts:
    """Count what the rail shows, in one query."""
    whose = (cases_of(person, View(name)) for name in ("todos", "mios", "nadie"))
    return Counts(*capped(*whose, Notice.objects.filter(person=person, read_at=None)))


def capped(*each: QuerySet[Any]) -> list[int]:
    """Count rows of each, but no further than is worth it; all in one query."""
    limited = [rows.order_by().values("pk")[: COUNTED + 1].query.sql_with_params() for rows in each]
    counted = ", ".join(f"(SELECT count(*) FROM ({sql}) AS counted)" for sql, _values in limited)  # noqa: S608  SQL is Django's
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {counted}", [value for _sql, values in limited for value in values])
        return list(cursor.fetchone() or ())
