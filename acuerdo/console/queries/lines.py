"""Cases and their clocks as the rows of a list show them: plain values, read without making a record of each."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import DateTimeField, OuterRef, QuerySet, Subquery, Value

from acuerdo.core.clocks import Clock as Folded
from acuerdo.core.tickets import Status, is_open
from acuerdo.desks.prepared import Given, Prepared
from acuerdo.people.models import Person
from acuerdo.tickets.models import Clock, Seen, Ticket
from acuerdo.tickets.models.clock import is_live
from acuerdo.tickets.queries import seconds_left

#: Each status by its name; an enumeration asked for one takes three calls.
STATES = {str(state): state for state in Status}


class Line(NamedTuple):
    """What a row shows of a case; the rest of it stays where it is. `digest` names the manual version that it is pinned to.

    The last are read where they are wanted: `seen_at`, when the reader has seen it, and what some columns show.
    """

    pk: int
    number: int
    subject: str
    status: str
    doubt: str
    facts: Mapping[str, object]
    channel: str
    level: str
    opened_at: datetime
    closed_at: datetime | None
    customer_wrote_at: datetime | None
    answered_at: datetime | None
    wrote_after_at: datetime | None
    last_activity_at: datetime
    last_activity_by: str
    place: int
    place_key: int
    manual_id: int
    digest: str
    assignee_id: int | None
    assignee: str | None
    organisation_id: int | None
    organisation: str | None
    contact: str
    email: str
    seen_at: datetime | None = None
    stage: str = ""
    tags: Sequence[str] = ()
    team: str | None = None
    product: str | None = None

    @property
    def state(self) -> Status:
        """The status as the core knows it."""
        return STATES[self.status]

    @property
    def is_open(self) -> bool:
        """Whether it has not ended."""
        return is_open(self.state)


#: What is named otherwise where it is stored.
STORED = {
    "digest": "manual__digest",
    "assignee": "assignee__name",
    "organisation": "organisation__name",
    "contact": "contact__name",
    "email": "contact__email",
}
COLUMNS = tuple(STORED.get(name, name) for name in Line._fields if name not in Line._field_defaults)
#: What columns show besides, by the column: the field of a line, and where it is stored.
MORE: Mapping[str, tuple[str, str]] = {
    "estado": ("stage", "stage"),
    "etiquetas": ("tags", "tags"),
    "equipo": ("team", "team__name"),
    "producto": ("product", "product__name"),
}


Values = tuple[Any, ...]


def values_of(cases: QuerySet[Ticket], columns: Collection[str] = (), reader: Any = None) -> QuerySet[Ticket, Values]:
    """Ask for what lines are made of; `columns` may show more than a row does, and a reader (a person's key) has seen some."""
    seen = Subquery(Seen.objects.filter(person=reader, ticket=OuterRef("pk")).values("at")) if reader else Value(None, DateTimeField())
    return cases.values_list(*COLUMNS, seen, *(stored for name, (_field, stored) in MORE.items() if name in columns))


def in_lines(found: Iterable[Values], columns: Collection[str] = ()) -> list[Line]:
    """Make lines of what `values_of` the same columns gave."""
    more = [field for name, (field, _stored) in MORE.items() if name in columns]
    if not more:
        return [Line(*values) for values in found]
    own = len(COLUMNS) + 1
    return [Line(*values[:own], **dict(zip(more, values[own:], strict=True))) for values in found]


def lines_of(cases: QuerySet[Ticket], columns: Collection[str] = (), reader: Person | None = None) -> list[Line]:
    """Read these cases in their order, in one query; `columns` may show more than a row does, and a reader has seen some."""
    return in_lines(values_of(cases, columns, reader.pk if reader else None), columns)


class ClockLine(NamedTuple):
    """What a chip and a column say of a clock."""

    ticket_id: int
    clock: str
    cycle: int
    label: str
    kind: str
    state: str
    target: str
    calendar: str
    started_at: datetime
    stopped_at: datetime | None
    due_at: datetime | None
    elapsed: str
    remaining: str
    remaining_seconds: int | None

    @property
    def is_promise(self) -> bool:
        """The provider's, not the customer's window."""
        return self.kind == "promise"

    @property
    def is_live(self) -> bool:
        """Still running or paused."""
        return is_live(self.state, self.stopped_at)


def line_of(clock: Folded, case: int, now: datetime) -> ClockLine:
    """A clock folded just now as a chip reads it: whoever has folded the log need not ask what is stored of it."""
    return ClockLine(
        ticket_id=case,
        clock=clock.id,
        cycle=clock.cycle,
        label=clock.label,
        kind=clock.kind,
        state=clock.state,
        target=str(clock.target),
        calendar=clock.calendar.id,
        started_at=clock.started_at,
        stopped_at=clock.stopped_at,
        due_at=clock.due_at,
        elapsed=str(clock.elapsed),
        remaining=str(clock.remaining),
        remaining_seconds=seconds_left(clock, now),
    )


CLOCKS = Prepared(lambda: Clock.objects.filter(ticket__any_of=Given("tickets")).order_by("pk").values_list(*ClockLine._fields))


def clocks_of(cases: Iterable[Line | Ticket]) -> dict[int, list[ClockLine]]:
    """Read the stored clocks of these cases, by case, in one query."""
    found: dict[int, list[ClockLine]] = {case.pk: [] for case in cases}
    for clock in map(ClockLine._make, CLOCKS(tickets=list(found)) if found else ()):
        found[clock.ticket_id].append(clock)
    return found
