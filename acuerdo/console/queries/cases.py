"""Reading the queue: in its order, a page at a time, with what its rows show. Nothing here grows with closed cases."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, Func, IntegerField, QuerySet, Value
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan

from acuerdo.agreements.queries import agreement_named
from acuerdo.console.queries.filters import condition
from acuerdo.console.queries.lines import Line, lines_of
from acuerdo.console.queries.view import DIGITS, ENDED, GROUPS, View
from acuerdo.core.agreements import Agreement
from acuerdo.people.models import Person
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import find, visible_to

PAGE = 50
#: The queue's order, and the order of what has ended: the latest first.
ORDER = ("place", "place_key", "number")
LATEST = ("-number",)


@dataclass(frozen=True)
class Page:
    """Some cases of a view, where the next ones begin, and whether these are all there are."""

    cases: tuple[Line, ...]
    following: str
    is_whole: bool


def cases_of(person: Person, view: View) -> QuerySet[Ticket]:
    """Give the cases of a view in its order: by what cannot wait, what has ended by the latest, what was searched by the likeliest."""
    cases = visible_to(person)
    if view.words:
        return found(cases, view, person)
    cases = narrowed(cases, view, person)
    return cases.order_by(*(LATEST if view.ended else ORDER))


def narrowed(cases: QuerySet[Ticket], view: View, person: Person) -> QuerySet[Ticket]:
    """Keep those that the view names. A search looks at all; else only what is open, or only what has ended."""
    if view.ended:
        cases = cases.filter(status__in=ENDED)
    elif not view.words:
        cases = cases.exclude(status__in=ENDED)
    if view.whose == "mios":
        cases = cases.filter(assignee=person)
    elif view.whose == "nivel":
        cases = cases.filter(level=person.level)
    elif view.whose == "nadie":
        cases = cases.filter(assignee=None)
    if view.group in GROUPS:
        cases = cases.filter(place=GROUPS[view.group])
    for name, values in view.chosen:
        cases = cases.filter(condition(name, values, view.seen_at))
    return cases


def found(cases: QuerySet[Ticket], view: View, person: Person) -> QuerySet[Ticket]:
    """Keep what a few words find, the likeliest first."""
    among = narrowed(cases, view, person) if view.narrows else None
    keys = find(view.words, among)
    place = Func(Value(keys, ArrayField(BigIntegerField())), "pk", function="array_position", output_field=IntegerField())
    return cases.filter(pk__in=keys).order_by(place)


def page_of(cases: QuerySet[Ticket], view: View, after: str, columns: Collection[str] = (), *, person: Person) -> Page:
    """Read one page of `cases_of` this view, beginning where another ended; `columns` may show more than a row does.

    Each case says when this person has seen it.
    """
    if view.words:
        begins = int(after) if after.isdecimal() and len(after) <= DIGITS else 0
        read = lines_of(cases[begins : begins + PAGE + 1], columns, person)
        return Page(tuple(read[:PAGE]), str(begins + PAGE) if len(read) > PAGE else "", begins == 0 and len(read) <= PAGE)
    if view.ended:
        rest = cases.filter(number__lt=int(after)) if after.isdecimal() and len(after) <= DIGITS else cases
    else:
        cursor = Cursor.read(after)
        rest = cases.filter(TupleGreaterThan(Tuple(*ORDER), cursor.values)) if cursor else cases
    read = lines_of(rest[: PAGE + 1], columns, person)
    goes_on = len(read) > PAGE
    last = read[PAGE - 1] if goes_on else None
    following = "" if last is None else str(last.number) if view.ended else str(Cursor.after(last))
    return Page(tuple(read[:PAGE]), following, not after and not goes_on)


@dataclass(frozen=True)
class Cursor:
    """The last row of a page: the next one begins after it."""

    place: int
    key: int
    number: int

    @classmethod
    def after(cls, ticket: Ticket | Line) -> Self:
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


def neighbours(cases: QuerySet[Ticket], view: View, ticket: Ticket) -> tuple[int | None, int | None]:
    """Give the numbers of the cases before and after one in a view."""
    if view.words:
        numbers = list(cases.values_list("number", flat=True))
        at = numbers.index(ticket.number) if ticket.number in numbers else None
        return (None, None) if at is None else (numbers[at - 1] if at else None, numbers[at + 1] if at + 1 < len(numbers) else None)
    if view.ended:
        newer, older = cases.filter(number__gt=ticket.number).reverse(), cases.filter(number__lt=ticket.number)
        return newer.values_list("number", flat=True).first(), older.values_list("number", flat=True).first()
    here = Cursor.after(ticket).values
    before = cases.filter(TupleLessThan(Tuple(*ORDER), here)).reverse().values_list("number", flat=True).first()
    after = cases.filter(TupleGreaterThan(Tuple(*ORDER), here)).values_list("number", flat=True).first()
    return before, after


def agreements_of(cases: Iterable[Line]) -> dict[int, Agreement]:
    """Give the manuals that these cases are pinned to, by version; read once a process, whatever their number."""
    return {pk: agreement_named(digest, pk) for pk, digest in {(case.manual_id, case.digest) for case in cases}}
