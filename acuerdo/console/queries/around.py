"""What stands around a case, in one statement: its neighbours in a view, and whether there is anything of what most cases have not.

Whoever is at the case, what somebody began to write, an answer on its way, relatives: each is read by its own query where it is there.
Four statements fewer a page, of 0.6 ms each here and in PostgreSQL; written out, as counts.py is, and for the same reason.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import QuerySet
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan

from acuerdo.console.queries.cases import ORDER, Cursor, cases_of
from acuerdo.console.queries.counts import OPEN, sql_of
from acuerdo.console.queries.view import View
from acuerdo.desks.prepared import planned
from acuerdo.people.models import Person
from acuerdo.tickets.models import Ticket

Asked = tuple[str, Sequence[Any]]


class Around(NamedTuple):
    """The numbers of the cases before and after it in a view, and what there is."""

    before: int | None
    after: int | None
    has_company: bool
    has_drafts: bool
    has_held: bool
    has_kin: bool


#: The queue as everybody sees it, in its own index.
BEFORE, AFTER = (
    f"SELECT number FROM tickets_ticket WHERE {OPEN} AND (place, place_key, number) {than} (%s, %s, %s) "  # noqa: S608  only our own words
    f"ORDER BY place {way}, place_key {way}, number {way} LIMIT 1"
    for than, way in (("<", "DESC"), (">", "ASC"))
)
THERE = """
EXISTS (SELECT FROM tickets_presence WHERE ticket_id = %s AND until > %s AND person_id <> %s),
EXISTS (SELECT FROM tickets_draft WHERE ticket_id = %s AND person_id = %s),
EXISTS (SELECT FROM tickets_heldanswer WHERE ticket_id = %s),
EXISTS (SELECT FROM tickets_ticket WHERE parent_id = %s OR merged_into_id = %s OR follows_id = %s)
"""


def around(ticket: Ticket, person: Person, view: View, now: datetime) -> Around:
    """Look around a case that this person may read."""
    (before, of_before), (after, of_after) = sides(ticket, person, view)
    pk, me = ticket.pk, person.pk
    words, values = f"SELECT ({before}), ({after}), {THERE}", [*of_before, *of_after, pk, now, me, pk, me, pk, pk, pk, pk]
    if not view.narrows and not view.words:
        return Around(*planned(words, values)[0])
    with connection.cursor() as cursor:
        cursor.execute(words, values)
        return Around(*cursor.fetchall()[0])


def neighbours(ticket: Ticket, person: Person, view: View) -> tuple[int | None, int | None]:
    """Give the numbers of the cases before and after one in a view."""
    (before, of_before), (after, of_after) = sides(ticket, person, view)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT ({before}), ({after})", [*of_before, *of_after])
        one, other = cursor.fetchall()[0]
        return one, other


def sides(ticket: Ticket, person: Person, view: View) -> tuple[Asked, Asked]:
    """Ask for the number before a case in a view, and for the one after it."""
    here = Cursor.after(ticket).values
    if view.words:
        return beside(ticket.number, list(cases_of(person, view).values_list("number", flat=True)))
    if not view.narrows:
        return (BEFORE, here), (AFTER, here)
    cases = cases_of(person, view)
    if view.ended:
        return nearest(cases.filter(number__gt=ticket.number).reverse()), nearest(cases.filter(number__lt=ticket.number))
    before = cases.filter(TupleLessThan(Tuple(*ORDER), here)).reverse()
    return nearest(before), nearest(cases.filter(TupleGreaterThan(Tuple(*ORDER), here)))


def nearest(cases: QuerySet[Ticket]) -> Asked:
    """Ask for the first of these."""
    return sql_of(cases.values("number")[:1])


def beside(number: int, found: Sequence[int]) -> tuple[Asked, Asked]:
    """Name those on both sides of a case in what was found, which has no order in the database."""
    at = found.index(number) if number in found else None
    before = found[at - 1] if at else None
    after = found[at + 1] if at is not None and at + 1 < len(found) else None
    return ("SELECT %s::integer", [before]), ("SELECT %s::integer", [after])
