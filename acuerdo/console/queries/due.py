"""What has broken and what is about to: the desk's running cases by the stretch of time in which they are due, and whose they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from acuerdo.console.queries.counts import COUNTED, OPEN
from acuerdo.console.queries.filters import NOBODY
from acuerdo.console.queries.lines import Line, in_lines, values_of
from acuerdo.console.queries.view import ENDED
from acuerdo.core.tickets import Place
from acuerdo.desks.prepared import Prepared, planned
from acuerdo.tickets.models import Ticket

#: By what the matrix has its lines: how the queue's address names it, what it asks of a case, and for cases of nobody their level.
LINES: Mapping[str, tuple[str, str, str]] = {
    "persona": ("responsable", "coalesce(assignee_id::text, '')", "CASE WHEN assignee_id IS NULL THEN level ELSE '' END"),
    "nivel": ("nivel", "level", "''"),
    "plan": ("plan", "coalesce(facts ->> 'plan', '')", "''"),
    "cliente": ("cliente", "coalesce(organisation_id::text, '')", "''"),
}
#: Each stretch is read by the deadline, no further than anybody counts; but for plans all of it stands in the index `ticket_due`.
DUE = """
SELECT stretch.at, due.value, due.level, count(*), count(*) FILTER (WHERE due.near_key <= %(now)s)
FROM unnest(%(starts)s::bigint[], %(ends)s::bigint[]) WITH ORDINALITY AS stretch (start, ends, at)
CROSS JOIN LATERAL (SELECT {value} AS value, {level} AS level, near_key FROM tickets_ticket
                    WHERE {open} AND place = 2 AND place_key >= start AND place_key < ends ORDER BY place_key LIMIT %(most)s) AS due
GROUP BY 1, 2, 3
"""


class Whose(NamedTuple):
    """The line a case stands in: of a fact (as the queue's address names it) the value, and for cases of nobody their level."""

    fact: str
    value: str
    level: str = ""

    @property
    def chosen(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """As a view of the queue has it."""
        pairs = [(self.fact, (self.value,))] if self.value else []
        return tuple(sorted([*pairs, *([("nivel", (self.level,))] if self.level else [])]))


#: So many deadlines can be read from four metres.
NEXT = 7
#: Of all the open cases; who looks at it may read every one (people.access.READ).
NEXT_DUE = Prepared(
    lambda: values_of(
        Ticket.objects.filter(place=Place.RUNNING.value).exclude(status__in=ENDED).order_by("place", "place_key", "number")[:NEXT]
    )
)


def next_due() -> list[Line]:
    """Give the cases whose deadline is next, what is late first: the queue's own order."""
    return in_lines(NEXT_DUE())


@dataclass(frozen=True, slots=True)
class Due:
    """How many cases of a line are due in a stretch of time, by its place among those asked for, and how many of them are near already."""

    whose: Whose
    stretch: int
    count: int
    near: int


def due_in(ends: Sequence[datetime], lines: str, now: datetime) -> list[Due]:
    """Count what is late (0), then what is due from now to the first of these instants (1), to the next (2), and so on; one query.

    Of one stretch no more than COUNTED + 1 cases are read: that many say that there are more.
    """
    fact, value, level = LINES[lines]
    bounds = [0, int(now.timestamp()), *(int(end.timestamp()) for end in ends)]
    given: dict[str, Any] = {"starts": bounds[:-1], "ends": bounds[1:], "now": bounds[1], "most": COUNTED + 1}
    rows = planned(DUE.format(value=value, level=level, open=OPEN), given)
    nobody = NOBODY if lines == "persona" else ""
    return [Due(Whose(fact, said or nobody, of), at - 1, count, near) for at, said, of, count, near in rows]
