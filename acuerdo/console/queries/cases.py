"""Reading the queue: in its order, a page at a time, with what its rows show. Nothing here grows with closed cases."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol, Self

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, Func, IntegerField, QuerySet, Value
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan

from acuerdo.agreements.queries import agreement_named
from acuerdo.console.queries.filters import condition
from acuerdo.console.queries.lines import MORE, Line, Values, in_lines, values_of
from acuerdo.console.queries.view import DIGITS, ENDED, GROUPS, View
from acuerdo.core.agreements import Agreement
from acuerdo.desks.prepared import Given, Prepared
from acuerdo.people.access import READ, may
from acuerdo.people.models import Person
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import find, visible_to

#: Rows of a page; of what words find, the likeliest first, nobody reads as many.
PAGE, FOUND = 50, 25
#: The queue's order, and the order of what has ended: the latest first.
ORDER = ("place", "place_key", "number")
LATEST = ("-number",)


@dataclass(frozen=True)
class Page:
    """Some cases of a view, where the next ones begin, whether these are all there are, and how many were found by words."""

    cases: tuple[Line, ...]
    following: str
    is_whole: bool
    found: int | None = None


def cases_of(person: Person, view: View) -> QuerySet[Ticket]:
    """Give the cases of a view in its order: by what cannot wait, what has ended by the latest, what was searched by the likeliest."""
    cases = visible_to(person)
    if view.words:
        return found(cases, view, person)
    return narrowed(cases, view, person).order_by(*(LATEST if view.ended else ORDER))


class Reader(Protocol):
    """Whose are «mine», and which level is «my level»."""

    pk: Any
    level: Any


def narrowed(cases: QuerySet[Ticket], view: View, reader: Reader) -> QuerySet[Ticket]:
    """Keep those that the view names. A search looks at all; else only what is open, or only what has ended."""
    if view.ended:
        cases = cases.filter(status__in=ENDED)
    elif not view.words:
        cases = cases.exclude(status__in=ENDED)
    if view.whose == "mios":
        cases = cases.filter(assignee=reader.pk)
    elif view.whose == "nivel":
        cases = cases.filter(level=reader.level)
    elif view.whose == "nadie":
        cases = cases.filter(assignee=None)
    if view.group in GROUPS:
        cases = cases.filter(place=GROUPS[view.group])
    for name, values in view.chosen:
        cases = cases.filter(condition(name, values, view.seen_at))
    return cases


def found(cases: QuerySet[Ticket], view: View, person: Person) -> QuerySet[Ticket]:
    """Keep what a few words find, the likeliest first."""
    keys = keys_of(cases, view, person)
    place = Func(Value(keys, ArrayField(BigIntegerField())), "pk", function="array_position", output_field=IntegerField())
    return cases.filter(pk__in=keys).order_by(place)


def keys_of(cases: QuerySet[Ticket], view: View, person: Person) -> list[int]:
    """Find these cases by the words of a view; the likeliest first."""
    return find(view.words, narrowed(cases, view, person) if view.narrows or not may(person, READ) else None)


def page_of(person: Person, view: View, after: str = "", columns: Collection[str] = ()) -> Page:
    """Read one page of a view, beginning where another ended; `columns` may show more than a row does.

    Each case says when this person has seen it.
    """
    if view.words:
        return page_found(person, view, after, columns)
    cursor = Cursor.read(after, ended=view.ended)
    read = in_lines(page_values(person, view, cursor, columns), columns)
    goes_on = len(read) > PAGE
    following = str(Cursor.after(read[PAGE - 1], ended=view.ended)) if goes_on else ""
    return Page(tuple(read[:PAGE]), following, not after and not goes_on)


def page_found(person: Person, view: View, after: str, columns: Collection[str]) -> Page:
    """Read one page of what was found; `after` is how many come before it."""
    keys = keys_of(visible_to(person), view, person)
    begins = int(after) if after.isdecimal() and len(after) <= DIGITS else 0
    ends = begins + FOUND
    wanted = keys[begins:ends]
    read = in_lines(these(with_columns(columns))(me=person.pk, keys=wanted), columns)
    read.sort(key=lambda case: wanted.index(case.pk))
    return Page(tuple(read), str(ends) if len(keys) > ends else "", not begins and len(keys) <= FOUND, len(keys))


@lru_cache
def these(columns: tuple[str, ...]) -> Prepared[Values]:
    """The question for cases by their keys."""
    return Prepared(lambda: values_of(Ticket.objects.filter(pk__any_of=Given("keys")), columns, Given("me")))


def with_columns(columns: Collection[str]) -> tuple[str, ...]:
    """Those of them for which more is asked than a row shows."""
    return tuple(sorted(MORE.keys() & set(columns)))


def page_values(person: Person, view: View, cursor: "Cursor | None", columns: Collection[str]) -> Iterable[Values]:
    """Read one page and a case more. What is looked at all day, without chosen facts, is asked by a question written once."""
    if view.chosen or not may(person, READ):
        return values_of(from_(cases_of(person, view), cursor)[: PAGE + 1], columns, person.pk)
    question = usual(view.whose, view.group, with_columns(columns), goes_on=cursor is not None, most=PAGE + 1)
    return question(me=person.pk, level=person.level, **(cursor.named if cursor else {}))


class AnyReader:
    """Whoever asks."""

    pk, level = Given("me"), Given("level")


@lru_cache(maxsize=1024)
def usual(whose: str, group: str, columns: tuple[str, ...], *, goes_on: bool, most: int) -> Prepared[Values]:
    """The question for a page of such a view: a few hundred there are, as many as are asked are kept written."""

    def question() -> QuerySet[Ticket, Values]:
        view, reader = View(whose, group), AnyReader()
        order = LATEST if view.ended else ORDER
        cursor = Cursor.given(ended=view.ended) if goes_on else None
        cases = from_(narrowed(Ticket.objects.all(), view, reader).order_by(*order), cursor)[:most]
        if whose == "nadie" and group in GROUPS:
            # PostgreSQL takes nobody's cases in a place for few, though they may be all of it, and would join and sort every one of
            # them: 200 ms at 1,000,000 cases. So their keys are read in their order first, and the rest for these.
            cases = Ticket.objects.filter(pk__in=cases.values("pk")).order_by(*order)
        return values_of(cases, columns, reader.pk)

    return Prepared(question)


def from_(cases: QuerySet[Ticket], cursor: "Cursor | None") -> QuerySet[Ticket]:
    """Keep those that come after."""
    if cursor is None:
        return cases
    if cursor.place is None:
        return cases.filter(number__lt=cursor.number)
    return cases.filter(TupleGreaterThan(Tuple(*ORDER), cursor.values))


@dataclass(frozen=True)
class Cursor:
    """The last row of a page: the next one begins after it. Of what has ended its number says it all."""

    place: Any
    key: Any
    number: Any

    @classmethod
    def after(cls, ticket: Ticket | Line, *, ended: bool = False) -> Self:
        """Stand on a case."""
        return cls(None, None, ticket.number) if ended else cls(ticket.place, ticket.place_key, ticket.number)

    @classmethod
    def given(cls, *, ended: bool) -> Self:
        """Stand on a case that is named when the question is asked."""
        return cls(None, None, Given("number")) if ended else cls(Given("place"), Given("key"), Given("number"))

    @classmethod
    def read(cls, text: str, *, ended: bool = False) -> Self | None:
        """Read it from an address; None where it is none."""
        if ended:
            return cls(None, None, int(text)) if text.isdecimal() and len(text) <= DIGITS else None
        parts = text.split(".")
        try:
            return cls(*map(int, parts))
        except (TypeError, ValueError):
            return None

    def __str__(self) -> str:
        return str(self.number) if self.place is None else f"{self.place}.{self.key}.{self.number}"

    @property
    def values(self) -> tuple[Any, Any, Any]:
        """Give them in the queue's order."""
        return self.place, self.key, self.number

    @property
    def named(self) -> dict[str, int]:
        """Give them by name, for a question that waits for them."""
        return {"place": self.place, "key": self.key, "number": self.number}


def agreements_of(cases: Iterable[Line]) -> dict[int, Agreement]:
    """Give the manuals that these cases are pinned to, by version; read once a process, whatever their number."""
    return {pk: agreement_named(digest, pk) for pk, digest in {(case.manual_id, case.digest) for case in cases}}
