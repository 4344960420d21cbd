"""Promises kept and broken in a period. A cycle counts in the period in which it stopped; windows are no promises and never count."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import Aggregate, Count, F, FloatField, Max, Q, QuerySet, Value
from django.db.models.fields.json import KeyTextTransform

from acuerdo.console.queries.filters import numbers
from acuerdo.console.queries.moments import zone
from acuerdo.tickets.models import Clock

MET, BROKEN, CANCELLED = "met", "breached", "cancelled"
#: What may be asked of the cases behind the promises, by its name in an address. Priority is the manual's own field.
OF_A_CASE: Mapping[str, Any] = {
    "plan": KeyTextTransform("plan", "ticket__facts"),
    "cliente": F("ticket__organisation"),
    "responsable": F("ticket__assignee"),
    "nivel": F("ticket__level"),
}
#: Those of them that are keys of rows.
KEYS = {"cliente": "ticket__organisation", "responsable": "ticket__assignee"}
BY = ("promesa", "plan", "prioridad", "cliente", "responsable", "nivel")


@dataclass(frozen=True, slots=True)
class Period:
    """Days, both included, where the desk is."""

    first: date
    last: date

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        """From the first instant up to, but not including, the one after the last."""
        begins, ends = self.first, self.last + timedelta(days=1)
        return datetime.combine(begins, time(), zone()), datetime.combine(ends, time(), zone())


#: Of nothing there is no share.
NONE = (None, None)


class Percentiles(Aggregate):
    """The values that half of all, and nine of ten, do not exceed; both of one sorting, which is most of what they cost."""

    function = "percentile_cont"
    template = "%(function)s(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = ArrayField(FloatField())


@dataclass(frozen=True, slots=True)
class Figures:
    """What became of the promises of a kind; `median` and `ninetieth` are shares of the target, of those met or broken."""

    of: str
    clock: str
    label: str
    is_estimated: bool
    met: int
    broken: int
    cancelled: int
    median: float | None
    ninetieth: float | None

    @property
    def decided(self) -> int:
        """Those that came out one way or the other: what a percentage is of."""
        return self.met + self.broken

    @property
    def share(self) -> float | None:
        """How many of the decided were kept, 0 to 1; None where nothing was decided."""
        return self.met / self.decided if self.decided else None


def stopped_in(period: Period) -> QuerySet[Clock]:
    """Give the promises that stopped in a period, from an index of those that have stopped."""
    start, end = period.bounds
    return Clock.objects.filter(kind="promise", stopped_at__gte=start, stopped_at__lt=end)


def expression(name: str, urgency: str) -> Any:
    """Say where a fact stands; `urgency` is the manual's field of priority. "" for all alike."""
    if name == "prioridad":
        return KeyTextTransform(urgency, "ticket__facts") if urgency else Value("")
    return OF_A_CASE.get(name, Value(""))


def narrowed(clocks: QuerySet[Clock], asked: Mapping[str, str], urgency: str) -> QuerySet[Clock]:
    """Keep those of one clock, one outcome, estimated or not, and of cases with these facts.

    An empty value asks for none; one that means nothing finds nothing.
    """
    plain = {"promesa": "clock", "resultado": "state"}
    for name, value in asked.items():
        if name in plain:
            clocks = clocks.filter(**{plain[name]: value})
        elif name == "estimada":
            clocks = clocks.filter(is_estimated=value == "si")
        elif name in KEYS:
            clocks = clocks.filter(**{f"{KEYS[name]}__in": numbers([value])} if value else {KEYS[name]: None})
        else:
            clocks = clocks.alias(fact=expression(name, urgency)).filter(Q(fact=value) if value else Q(fact=None) | Q(fact=""))
    return clocks


def figures(clocks: QuerySet[Clock], by: str, urgency: str, *, shares: bool = True) -> list[Figures]:
    """Count by a fact, by clock, and estimated ones apart; one query, which reads the period and no more.

    Without `shares` nothing is said of how much of their time they used: they have to be sorted for it, and not every page shows it.
    """
    used = {"used": Percentiles("share", filter=Q(state__in=[MET, BROKEN]))} if shares else {}
    rows = (
        clocks.annotate(of=expression(by, urgency))
        .values("of", "clock", "is_estimated")
        .annotate(
            words=Max("label"),
            met=Count("pk", filter=Q(state=MET)),
            broken=Count("pk", filter=Q(state=BROKEN)),
            cancelled=Count("pk", filter=Q(state=CANCELLED)),
            **used,
        )
        .order_by()
    )
    found: Iterable[Mapping[str, Any]] = rows  # which columns there are depends on what was asked
    return [
        Figures(
            of=str(row["of"] if row["of"] is not None else ""),
            clock=row["clock"],
            label=row["words"],
            **{name: row[name] for name in ("is_estimated", "met", "broken", "cancelled")},
            median=(row.get("used") or NONE)[0],
            ninetieth=(row.get("used") or NONE)[1],
        )
        for row in found
    ]
