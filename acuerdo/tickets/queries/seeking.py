"""How PostgreSQL is asked for cases by words: in one statement, written once for each kind of search.

Written out, not by Django: how common a thing is, is found out and made use of in the same breath. What is common is met soon on the way
back from the newest case, what is rare the index names. The planner cannot tell which is which (of words it never sampled, and of parts
that always go together, it knows nothing), so a few of the latest are looked at first: the same work however many cases there are.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from django.db import connection

from acuerdo.core.tickets.seeking import Sought, plain
from acuerdo.desks.prepared import planned
from acuerdo.tickets.models.findable import CONFIGURATION, Weight


class Effort(NamedTuple):
    """How far a search goes, in cases."""

    #: It finds so many of the latest that have its words, and as many that have them as parts.
    most: int = 200
    #: So many of the latest are looked at to learn how common a thing is.
    sample: int = 1_000
    #: What reading a case costs on the way back through the latest, against fetching one that the index named.
    on_the_way: float = 0.6
    #: The way back is given up after so many times as many cases as it should take.
    patience: int = 3
    #: Among no more than so many each is looked at, however common the words are.
    few: int = 1_000
    #: What each of those may cost to be named, as the planner reckons (a page read at random is 4): more, and no index names them.
    dear: int = 10
    #: How many cases there are: what PostgreSQL last saw, nothing is counted.
    every: str = "(SELECT greatest(reltuples, 0)::bigint FROM pg_class WHERE oid = 'tickets_findable'::regclass)"


EFFORT = Effort()
#: Plans are kept of searches for so many parts at most: each number of them has words of its own, and a plan of fifty weighs 3 MB.
KEPT = 12
#: Weights of what stands inside, what was said, people and files, subject and tags.
WEIGHTS = "{0.1,0.3,0.5,1.0}"
#: How much better an open case is than one that has ended, in ranks (0–1).
OPEN_FIRST = 0.2
QUERY = f"websearch_to_tsquery('{CONFIGURATION}', %(words)s)"
#: A customer's words may stand only where a customer may read: 'factur' becomes 'factur':ABC.
PUBLIC = f"regexp_replace(({QUERY})::text, '(''[^'']+'')', '\\1:{Weight.PUBLIC}', 'g')::tsquery"
#: What a customer may read of a case's words.
READABLE = f"ts_filter(words, '{{{','.join(Weight.PUBLIC)}}}')"
#: Read of what was asked and not written where it is used, as all values of a search among all: so PostgreSQL knows as much of one
#: search as of any, and keeps the plan that it made for all of them.
ASKED = "(SELECT query FROM asked)"
#: What an index is asked besides, before each row is.
INDEXED = {"words": "", "parts": "parts @> %(parts)s::varchar(3)[] AND "}


class Kind(NamedTuple):
    """What is looked for: words, and parts of names and codes, so many; `public`: as a customer may, without internal notes and tags."""

    words: bool
    parts: int
    public: bool

    @property
    def query(self) -> str:
        """SQL of what the words are asked by."""
        return PUBLIC if self.public else QUERY

    @property
    def types(self) -> Mapping[str, str]:
        """Types in SQL of the values that it is asked with besides the words, by name."""
        parts = {**{f"part{place}": "text" for place in range(self.parts)}, "parts": "varchar(3)[]"} if self.parts else {}
        return {**parts, "whole": "text", "number": "text"}

    @property
    def line(self) -> str:
        """SQL of the line of names and codes; the desk's tags stand before its first new line."""
        return "substring(short from position(E'\\n' in short) + 1)" if self.public else "short"

    def wanted(self, query: str) -> Mapping[str, str]:
        """SQL of what a case must have, by name; `query` is what the words are asked by."""
        parts = " AND ".join(f"strpos({self.line}, %(part{place})s) > 0" for place in range(self.parts))
        return {**({"words": f"words @@ {query}"} if self.words else {}), **({"parts": f"({parts})"} if self.parts else {})}

    def likeliest(self, found: str, query: str = ASKED) -> str:
        """SQL of the keys of what was found, best first: number, words together in a name or subject, rank, latest.

        What a customer may not read has no part in the order either: by it one could guess at what stands in a note.
        """
        is_open = "ticket.status NOT IN ('closed', 'cancelled')"
        read = READABLE if self.public else "words"
        return f"""
            SELECT ticket_id FROM ({found}) AS found
            JOIN tickets_findable USING (ticket_id) JOIN tickets_ticket AS ticket ON ticket.id = ticket_id
            ORDER BY ticket.number::text = %(number)s DESC, strpos({self.line}, %(whole)s) > 0 DESC,
                     ts_rank('{WEIGHTS}', {read}, {query}) + CASE WHEN {is_open} THEN {OPEN_FIRST} ELSE 0 END DESC, ticket_id DESC"""  # noqa: S608


def sampled(wanted: Mapping[str, str], effort: Effort) -> str:
    """SQL that looks at the latest cases."""
    has = ", ".join(f"{asked} AS {name}" for name, asked in wanted.items())
    return f"sample AS (SELECT ticket_id, {has} FROM tickets_findable ORDER BY ticket_id DESC LIMIT {effort.sample})"  # noqa: S608


def met(name: str, asked: str, floor: str, effort: Effort, among: str = "") -> str:
    """SQL of the latest that have it, passing no case up to a floor; no index serves a condition that is asked so."""
    return f"""{name}_met AS MATERIALIZED (SELECT ticket_id FROM tickets_findable WHERE coalesce({asked}, false)
        AND ticket_id > {floor}{among} ORDER BY ticket_id DESC LIMIT {effort.most})"""  # noqa: S608


def named(name: str, asked: str, effort: Effort, among: str = "", unless: str = "") -> str:
    """SQL of the latest that have it among all that the index names; no index gives this order. `unless` those were met already."""
    gate = f" AND (SELECT count(*) FROM {unless}) < {effort.most}" if unless else ""  # noqa: S608
    return f"""{name}_named AS (SELECT ticket_id FROM tickets_findable WHERE {INDEXED[name]}{asked}{gate}{among}
        ORDER BY ticket_id + 0 DESC LIMIT {effort.most})"""  # noqa: S608


@lru_cache
def among_all(kind: Kind, effort: Effort) -> str:
    """SQL of a search among all cases."""
    wanted = kind.wanted(ASKED)
    common = f"{effort.sample} * sqrt({effort.most * effort.on_the_way} / nullif({effort.every}, 0))"
    far = f"(max(ticket_id) - min(ticket_id)) * {effort.patience * effort.most}"
    floors = ", ".join(
        f"""CASE WHEN count(*) = {effort.sample} AND count(*) FILTER (WHERE {name}) > {common}
            THEN max(ticket_id) - {far} / count(*) FILTER (WHERE {name}) ELSE max(ticket_id) END AS {name}"""
        for name in wanted
    )
    steps = [sampled(wanted, effort), f"floors AS MATERIALIZED (SELECT {floors} FROM sample)"]  # noqa: S608
    for name, asked in wanted.items():
        floor = f"(SELECT {name} FROM floors)"  # noqa: S608
        steps += [met(name, asked, floor, effort), named(name, asked, effort, unless=f"{name}_met")]
    found = " UNION ".join(f"SELECT ticket_id FROM {name}_met UNION SELECT ticket_id FROM {name}_named" for name in wanted)  # noqa: S608
    given = [f"{kind.query} AS query", *(f"%({name})s::{type_} AS {name}" for name, type_ in kind.types.items())]
    words = f"{', '.join(steps)} {kind.likeliest(found)}"
    for name in kind.types:
        words = words.replace(f"%({name})s", f"(SELECT {name} FROM asked)")  # noqa: S608
    return f"WITH asked AS (SELECT {', '.join(given)}), {words}"


class Search(NamedTuple):
    """A search to be asked: of which kind, and with what values."""

    kind: Kind
    values: Mapping[str, Any]

    @classmethod
    def of(cls, sought: Sought, typed: str, *, public: bool) -> "Search":
        """Read what was typed."""
        values: dict[str, Any] = {f"part{place}": part for place, part in enumerate(sought.tokens)}
        number = "" if sought.number is None else str(sought.number)
        values |= {"words": sought.words, "parts": sought.parts, "whole": plain(typed.strip(' "')), "number": number}
        return cls(Kind(bool(sought.words), len(sought.tokens) if sought.parts else 0, public), values)

    @property
    def is_empty(self) -> bool:
        """Whether it looks for nothing."""
        return not (self.kind.words or self.kind.parts)

    def among_all(self) -> list[int]:
        """The keys of what it finds, best first."""
        words = among_all(self.kind, EFFORT)
        if self.kind.parts <= KEPT:
            return [key for (key,) in planned(words, self.values)]
        with connection.cursor() as cursor:
            cursor.execute(words, self.values)
            return [key for (key,) in cursor.fetchall()]
