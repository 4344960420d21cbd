"""What a case is found by: one small row a case, beside it, so that a search reads nothing else."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db import connection, models
from django.db.models import Count, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from acuerdo.core.tickets.seeking import Sought
from acuerdo.tickets.models.ticket import Ticket

#: The stemmer.
CONFIGURATION = "spanish"
#: New words wait for so many kB before they go into the index: a mail costs less, and a search reads that little more.
PENDING = 256


class Weight:
    """Where a word stands, as PostgreSQL ranks it (setweight)."""

    SUBJECT, PEOPLE, SAID, INSIDE = "A", "B", "C", "D"
    #: What a customer may find: everything but what the desk's people wrote for themselves.
    PUBLIC = SUBJECT + PEOPLE + SAID


class Public(SearchQuery):
    """A search whose words may stand only where a customer may read: 'factur' becomes 'factur':ABC."""

    def as_sql(self, *args: Any, **kwargs: Any) -> tuple[str, tuple[Any, ...]]:
        """Wrap what it asks."""
        sql, values = super().as_sql(*args, **kwargs)
        return f"regexp_replace(({sql})::text, '(''[^'']+'')', '\\1:{Weight.PUBLIC}', 'g')::tsquery", values


class Line(models.Func):
    """Of a short line what a customer may find: without the desk's tags, which stand before the first new line."""

    template = "substring(%(expressions)s from position(E'\\n' in %(expressions)s) + 1)"
    output_field = models.TextField()


#: So many of the latest are looked at to learn how common a thing is.
SAMPLE = 1_000
#: What reading a case costs on the way back through the latest, against fetching one that the index named.
ON_THE_WAY = 0.6
#: The way back is given up after so many times as many cases as it should take.
PATIENCE = 3


class Latest(NamedTuple):
    """The key of the newest case, the key SAMPLE places behind it, and how many cases there are in about; zeros where there are fewer."""

    newest: int
    floor: int
    every: int

    def behind(self, reach: int) -> int:
        """The key about so many places behind the newest; keys are as dense there as in the sample."""
        return self.newest - (self.newest - self.floor) * reach // SAMPLE


#: Nothing is counted: how many there are is what PostgreSQL last saw. Written out, as each search asks it.
LATEST = """
SELECT (SELECT max(ticket_id) FROM tickets_findable), ticket_id,
       (SELECT greatest(reltuples, 0)::bigint FROM pg_class WHERE oid = 'tickets_findable'::regclass)
FROM tickets_findable ORDER BY ticket_id DESC LIMIT 1 OFFSET %s
"""


def latest() -> Latest:
    """Look at the newest."""
    with connection.cursor() as cursor:
        cursor.execute(LATEST, [SAMPLE])
        return Latest(*(cursor.fetchone() or (0, 0, 0)))


class FindableQuerySet(models.QuerySet["Findable"]):
    """Cases by what they are found by."""

    def latest_with(self, wanted: Sequence["Wanted"], most: int) -> list[int]:
        """The keys of the latest cases that have any of these, `most` of each: the same work however many cases there are.

        What is common is met soon on the way back from the newest, what is rare the index names. The planner cannot tell
        which is which (of parts that go together it knows nothing), so a few of the latest are looked at first.
        """
        newest = latest()
        counts = {str(place): Count("pk", filter=each.passed) for place, each in enumerate(wanted)}
        met = self.filter(pk__gt=newest.floor).aggregate(**counts) if newest.every and wanted else {}
        common = SAMPLE * math.sqrt(most * ON_THE_WAY / newest.every) if newest.every else 0
        often = {place: count for place, each in enumerate(wanted) if (count := met.get(str(place), 0)) > common}
        passed = {
            place: self.passing(wanted[place], most, newest.behind(PATIENCE * most * SAMPLE // count)) for place, count in often.items()
        }
        rows = list(united(passed))
        found, had = {key for key, _place in rows}, Counter(place for _key, place in rows)
        rare = {place: self.named(each, most) for place, each in enumerate(wanted) if had[place] < most}
        return [*found, *({key for key, _place in united(rare)} - found)]

    def passing(self, wanted: "Wanted", most: int, floor: int) -> "FindableQuerySet":
        """The latest with it, passing no case up to this key; no index serves a condition that is asked so."""
        condition = Coalesce(models.ExpressionWrapper(wanted.passed, models.BooleanField()), Value(value=False))
        return self.filter(condition, pk__gt=floor).order_by("-pk")[:most]

    def named(self, wanted: "Wanted", most: int) -> "FindableQuerySet":
        """The latest with it among all that the index names; no index gives this order."""
        return self.filter(wanted.indexed).order_by((models.F("pk") + 0).desc())[:most]


def united(each: Mapping[int, FindableQuerySet]) -> Iterable[tuple[int, int]]:
    """Keys, each with the place of what it was looked for by, in one query."""
    rows = [one.annotate(place=Value(place)).values_list("pk", "place") for place, one in each.items()]
    return rows[0].union(*rows[1:], all=True) if rows else ()


@dataclass(frozen=True)
class Wanted:
    """What a case must have: as it is asked of a row that is passed, and as an index is asked."""

    passed: models.Q
    indexed: models.Q


def words(sought: Sought, *, public: bool = False) -> Wanted:
    """All of these words; `public` leaves internal notes out."""
    query = (Public if public else SearchQuery)(sought.words, config=CONFIGURATION, search_type="websearch")
    return Wanted(models.Q(words=query), models.Q(words=query))


def parts(sought: Sought, line: str = "short") -> Wanted:
    """Each of these, whole or as a part of a name or code, in the short line, or in what `line` names instead of it."""
    whole = models.Q()
    for token in sought.tokens:
        whole &= models.Q(**{f"{line}__contains": token})
    return Wanted(whole, models.Q(parts__contains=sought.parts) & whole)


class Findable(models.Model):
    """A case's words (subject, people, files, messages), and its short line of names and codes cut into parts."""

    ticket = models.OneToOneField(Ticket, models.CASCADE, primary_key=True, related_name="findable")
    words = SearchVectorField(_("palabras"))
    # Tags first, in a line of their own where there are any; then what a customer may find too.
    short = models.TextField(_("nombres y códigos"))
    parts = ArrayField(models.CharField(max_length=3), verbose_name=_("partes"))

    objects = FindableQuerySet.as_manager()

    class Meta:
        verbose_name = _("lo que permite encontrar un caso")
        indexes: ClassVar = [
            GinIndex(name="findable_words", fields=["words"], gin_pending_list_limit=PENDING),
            GinIndex(name="findable_parts", fields=["parts"], gin_pending_list_limit=PENDING),
        ]

    def __str__(self) -> str:
        """Its names and codes."""
        return self.short[:60]
