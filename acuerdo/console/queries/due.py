"""What has broken and what is about to: the desk's running cases by deadline, and whose they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.fields.json import KT

from acuerdo.console.queries.filters import NOBODY
from acuerdo.console.queries.lines import ClockLine
from acuerdo.console.queries.view import ENDED
from acuerdo.core.tickets import Place
from acuerdo.desks.prepared import Given, Prepared
from acuerdo.tickets.models import Clock, Ticket

#: By what the matrix has its lines: what each asks of a case.
LINES: Mapping[str, tuple[Any, ...]] = {
    "persona": ("assignee", "level"),
    "nivel": ("level",),
    "plan": (KT("facts__plan"),),
    "cliente": ("organisation",),
}


@dataclass(frozen=True, slots=True)
class Whose:
    """The line a case stands in: of a fact (as the queue's address names it) the value, and for cases of nobody their level."""

    fact: str
    value: str
    level: str = ""

    @property
    def chosen(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """As a view of the queue has it."""
        pairs = [(self.fact, (self.value,))] if self.value else []
        return tuple(sorted([*pairs, *([("nivel", (self.level,))] if self.level else [])]))


@dataclass(frozen=True, slots=True)
class Due:
    """A case that is due soon: its line, when (seconds since 1970), its manual, and the clock that is due."""

    whose: Whose
    key: int
    manual: int
    clock: ClockLine | None


def running() -> QuerySet[Ticket]:
    """Give the open cases with a running promise."""
    return Ticket.objects.filter(place=Place.RUNNING).exclude(status__in=ENDED)


def late(lines: str, now: datetime) -> dict[Whose, int]:
    """Count the cases past their deadline, by line."""
    rows = running().filter(place_key__lt=int(now.timestamp())).values_list(*LINES[lines]).annotate(n=Count("pk")).order_by()
    found: dict[Whose, int] = {}
    for *said, count in rows:
        whose = line_of(lines, said)
        found[whose] = found.get(whose, 0) + count
    return found


#: The running promises of cases; the last that is read of a case is the first that is due.
LIVE = Prepared(
    lambda: (
        Clock.objects.filter(ticket__any_of=Given("tickets"), kind="promise", stopped_at=None, due_at__isnull=False)
        .order_by("-due_at")
        .values_list(*ClockLine._fields)
    )
)


def due_until(end: datetime, lines: str, now: datetime) -> list[Due]:
    """Give the cases that are due from now until then, each with its clock; two queries, whatever their number."""
    ahead = {"place_key__gte": int(now.timestamp()), "place_key__lt": int(end.timestamp())}
    rows = list(running().filter(**ahead).values_list("pk", "place_key", "manual", *LINES[lines]))
    clocks = {clock.ticket_id: clock for clock in map(ClockLine._make, LIVE(tickets=[pk for pk, *_rest in rows]))} if rows else {}
    return [Due(line_of(lines, said), key, manual, clocks.get(pk)) for pk, key, manual, *said in rows]


def line_of(lines: str, said: Sequence[object]) -> Whose:
    """Name the line of a case by what was asked of it."""
    value = str(said[0]) if said[0] else ""
    if lines == "persona":
        return Whose("responsable", value) if value else Whose("responsable", NOBODY, str(said[1] or ""))
    return Whose(lines, value)
