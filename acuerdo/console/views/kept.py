"""Promises kept, as the pages draw them: a line for each value of a fact, a cell for each promise."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlencode

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from acuerdo.console.queries.compliance import Figures, Period
from acuerdo.console.queries.filters import numbers
from acuerdo.console.views.rows import URGENCIES
from acuerdo.console.views.whose import level_name
from acuerdo.core.agreements import Agreement
from acuerdo.customers.models import Organisation
from acuerdo.people.queries import names

#: Below this share a figure is marked; the bar begins at LEAST, for what matters happens in its last fifth.
LOW, LEAST = 0.95, 0.8


@dataclass(frozen=True, slots=True)
class Kept:
    """The figures of a promise in a line, with the addresses of the cases behind each."""

    figures: Figures
    query: str

    @property
    def percent(self) -> str:
        """«98,6 %»; a share that is not whole is never 100 %."""
        return percent(self.figures.share)

    @property
    def bar(self) -> float:
        """How much of the bar is full, in percent."""
        share = self.figures.share or 0
        return max(0.0, min(1.0, (share - LEAST) / (1 - LEAST))) * 100

    @property
    def is_low(self) -> bool:
        """Whether it needs a look."""
        share = self.figures.share
        return share is not None and share < LOW

    @property
    def median(self) -> str:
        """Half of them used no more than this of their target."""
        return percent(self.figures.median, exact=False)

    @property
    def ninetieth(self) -> str:
        """Nine of ten used no more than this of their target."""
        return percent(self.figures.ninetieth, exact=False)


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A value of the fact, by name, with what was promised to it."""

    name: str
    cells: tuple[Kept | None, ...]


def percent(share: float | None, *, exact: bool = True) -> str:
    """Write a share in percent, in the page's language; «—» where there is none."""
    if share is None:
        return "—"
    if not exact:
        return _("%(share)s %%") % {"share": f"{share * 100:.0f}"}
    tenths = int(share * 1000 + 1e-9)  # downwards: 999 of 1000 are not 100 %
    return _("%(share)s %%") % {"share": number_format(tenths / 10, 1 if tenths % 10 else 0)}


def urgency_of(agreement: Agreement) -> str:
    """Give the manual's field of urgency; "" where it has none."""
    return next((name for name in URGENCIES if name in agreement.fields), "")


def ordered(by: str, found: Iterable[Figures], agreement: Agreement) -> dict[str, str]:
    """Name the values of a fact that have figures, in the manual's order, or those with most first."""
    present = list(dict.fromkeys(one.of for one in sorted(found, key=lambda one: -one.decided)))
    known = names_of(by, present, agreement)
    order = [value for value in known if value in present] if by in {"plan", "prioridad", "nivel"} else present
    return {value: known.get(value, value) or _("Sin dato") for value in [*order, *(v for v in present if v not in order)]}


def names_of(by: str, values: Sequence[str], agreement: Agreement) -> Mapping[str, str]:
    """Give what people read for the values of a fact."""
    keys = numbers(values)
    if by == "plan":
        return {name: plan.label for name, plan in agreement.plans.items()}
    if by == "prioridad" and (field := agreement.fields.get(urgency_of(agreement))):
        return {name: value.label for name, value in field.values.items()}
    if by == "nivel" and agreement.ladder:
        return {step: level_name(step, agreement) for step in agreement.ladder.steps}
    if by == "cliente":
        return {str(pk): name for pk, name in Organisation.objects.filter(pk__in=keys).values_list("pk", "name")}
    if by == "responsable":
        return {"": _("Sin responsable"), **{str(pk): name for pk, name in names(keys).items()}}
    return {"": _("Todos los casos")}


#: A promise as a column: which clock, and whether it is only estimated.
Promise = tuple[str, bool]


class Named(NamedTuple):
    """What a promise is called, and what tells it from another of that name: that its time is estimated, or firm."""

    label: str
    mark: str = ""


def promises(found: Iterable[Figures], agreement: Agreement) -> dict[Promise, Named]:
    """Name the promises that have figures, in the manual's order. A firm one says so where its clock has estimated times too."""
    order = list(agreement.clocks)
    seen = {(one.clock, one.is_estimated): one.label for one in found}

    def place(promise: Promise) -> tuple[int, bool]:
        return (order.index(promise[0]) if promise[0] in order else len(order), promise[1])

    def named(promise: Promise) -> Named:
        clock, is_estimated = promise
        mark = _("tiempo estimado") if is_estimated else _("tiempo firme") if (clock, True) in seen else ""
        return Named(agreement.clocks[clock].label if clock in agreement.clocks else seen[promise], mark)

    return {promise: named(promise) for promise in sorted(seen, key=place)}


def lines(by: str, found: Sequence[Figures], agreement: Agreement, period: Period) -> tuple[dict[Promise, Named], list[KeptLine]]:
    """Draw figures as lines of cells, one a promise."""
    columns = promises(found, agreement)
    at = {(one.of, one.clock, one.is_estimated): one for one in found}
    made = []
    for value, name in ordered(by, found, agreement).items():
        here = [at.get((value, *promise)) for promise in columns]
        made.append(KeptLine(name, tuple(Kept(one, behind(by, one, period)) if one else None for one in here)))
    return columns, made


def behind(by: str, one: Figures, period: Period) -> str:
    """Give the query that opens the cases behind a figure; an outcome is added to it."""
    said = {"desde": period.first, "hasta": period.last, "promesa": one.clock, "estimada": "si" if one.is_estimated else "no"}
    return "?" + urlencode({**said, **({by: one.of} if by != "promesa" else {})})
