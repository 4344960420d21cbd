"""What falls due and whose it is: people under their level (or plans, customers, levels) by the hours to come."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from acuerdo.agreements.models import ManualVersion
from acuerdo.agreements.queries import agreement_of
from acuerdo.console.queries import View
from acuerdo.console.queries.due import Due, Whose, due_until, late
from acuerdo.console.queries.filters import NOBODY
from acuerdo.console.queries.moments import Window, local, midnight
from acuerdo.console.views.chips import NEAR, share_of
from acuerdo.console.views.rows import level
from acuerdo.core.agreements import Agreement
from acuerdo.core.hours import Calendar
from acuerdo.customers.models import Organisation
from acuerdo.people.models import Person
from acuerdo.people.queries import staff
from acuerdo.ui.moments import day_word, near_day

#: So many hours stand in columns of their own; so many marks in a cell before its number says it alone.
HOURS, PIPS = 6, 3
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
#: Of customers those with most are shown.
LINES = 25


@dataclass(frozen=True, slots=True)
class Column:
    """A stretch of time; without a window it is what is late already."""

    label: str
    window: Window | None = None
    is_now: bool = False

    @property
    def facts(self) -> tuple[str, str]:
        """What it asks in the queue's address."""
        return ("vence", str(self.window)) if self.window else ("reloj", "vencido")


@dataclass(frozen=True, slots=True)
class Cell:
    """How many cases of a line are due in a column, how many of them near their end, and where they are."""

    count: int
    near: int
    query: str
    label: str
    is_late: bool = False

    @property
    def pips(self) -> list[str]:
        """The marks, the gravest first: late, near, with time left."""
        kinds = ["late"] * self.count if self.is_late else ["near"] * self.near + ["run"] * (self.count - self.near)
        return kinds[:PIPS]


@dataclass(frozen=True, slots=True)
class Line:
    """A person, plan, customer or level, with its cells."""

    name: str
    cells: tuple[Cell, ...]
    total: Cell
    face: str | None = None
    is_me: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under a heading; "" for none."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """All of it; `more` lines are left out."""

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    totals: Line
    more: int = 0


def columns(now: datetime, calendar: Calendar) -> tuple[Column, ...]:
    """Late, the hours that come, the rest of the day, and what is due by the end of the next day on which the desk opens."""
    begins, night = local(now).replace(minute=0, second=0, microsecond=0), midnight(now) + DAY
    hours = [begins + n * HOUR for n in range(HOURS) if begins + n * HOUR < night]
    ends = hours[-1] + HOUR
    made = [Column(_("vencido"))]
    made += [Column(f"{local(hour).hour}:00", Window(hour, min(hour + HOUR, night)), is_now=hour == begins) for hour in hours]
    if ends < night:
        made.append(Column(f"{local(ends).hour}–24", Window(ends, night)))
    day = night
    while not calendar.hours_on(day.date()) and day < night + 14 * DAY:
        day += DAY
    label = day_word(day, now, calendar.zone) or near_day(day.date()).split(" de ")[0]
    return (*made, Column(label, Window(night, day + DAY)))


def matrix(lines: str, agreement: Agreement, calendar: Calendar, me: Person, now: datetime) -> Matrix:
    """Draw it by persona, nivel, plan or cliente."""
    shown = columns(now, calendar)
    last = shown[-1].window
    ahead = due_until(last.end, lines, now) if last else []
    cells = counted(shown, ahead, late(lines, now), now)
    names = NAMES[lines](list(cells), agreement)
    keys = list(names) if lines != "cliente" else sorted(names, key=lambda key: -sum(count for count, _near in cells[key]))
    groups: dict[str, list[Line]] = {}
    for key in keys[:LINES] if lines == "cliente" else keys:
        group, name = names[key]
        line = line_of(key, name, cells.get(key) or [(0, 0)] * len(shown), shown)
        if lines == "persona":
            line = replace(line, face="" if key.value == NOBODY else name, is_me=key.value == str(me.pk))
        groups.setdefault(group, []).append(line)
    sums = [(sum(one[at][0] for one in cells.values()), sum(one[at][1] for one in cells.values())) for at in range(len(shown))]
    totals = line_of(Whose("", ""), _("Todos"), sums, shown)
    return Matrix(shown, tuple(Group(label, tuple(some)) for label, some in groups.items()), totals, max(0, len(keys) - LINES))


def counted(
    shown: Sequence[Column], ahead: Sequence[Due], broken: Mapping[Whose, int], now: datetime
) -> dict[Whose, list[tuple[int, int]]]:
    """Count each line's cases by column, and how many of them are near their end."""
    manuals = ManualVersion.objects.defer("text", "holidays").in_bulk({due.manual for due in ahead})
    agreements = {pk: agreement_of(version) for pk, version in manuals.items()}
    ends = [int(column.window.end.timestamp()) if column.window else 0 for column in shown]
    cells = {whose: [(0, 0)] * len(shown) for whose in [*broken, *(due.whose for due in ahead)]}
    for whose, count in broken.items():
        cells[whose][0] = (count, 0)
    for due in ahead:
        at = next(index for index, end in enumerate(ends) if due.key < end)
        count, near = cells[due.whose][at]
        is_near = due.clock is not None and share_of(due.clock, agreements[due.manual], now) >= NEAR
        cells[due.whose][at] = (count + 1, near + is_near)
    return cells


def line_of(whose: Whose, name: str, counts: Sequence[tuple[int, int]], shown: Sequence[Column]) -> Line:
    """Make a line of its counts; each number leads to its cases."""

    def query(fact: str, value: str) -> str:
        return View(chosen=tuple(sorted([*whose.chosen, (fact, (value,))]))).query

    made = [
        Cell(count, near, query(*column.facts), spoken(name, column.label, count, near), is_late=column.window is None)
        for column, (count, near) in zip(shown, counts, strict=True)
    ]
    last = shown[-1].window
    until = str(Window(None, last.end)) if last else ""
    total = sum(count for count, _near in counts)
    return Line(name, tuple(made), Cell(total, 0, query("vence", until), spoken(name, _("total"), total, 0)))


def spoken(name: str, column: str, count: int, near: int) -> str:
    """«Ana Cárdenas, 17:00: 2 casos, 1 cerca del límite»."""
    cases = ngettext("%(n)d caso", "%(n)d casos", count) % {"n": count}
    close = ngettext(", %(n)d cerca del límite", ", %(n)d cerca del límite", near) % {"n": near} if near else ""
    return f"{name}, {column}: {cases}{close}"


Names = dict[Whose, tuple[str, str]]


def people(found: Sequence[Whose], agreement: Agreement) -> Names:
    """Everybody who takes cases, under their level, whether or not they have any due: nothing moves when that changes."""
    everybody = staff()
    known = {str(person.pk) for person in everybody}
    steps = list(agreement.ladder.steps) if agreement.ladder else []
    gone = Person.objects.filter(pk__in=[int(w.value) for w in found if w.value not in known and w.value != NOBODY])
    at: dict[str, list[tuple[Whose, str]]] = {step: [] for step in [*steps, ""]}
    for person in [*everybody, *gone]:
        key = Whose("responsable", str(person.pk))
        if person.level in steps or key in found or not steps:
            at[person.level if person.level in steps else ""].append((key, person.name))
    for whose in found:
        if whose.value == NOBODY:
            at[whose.level if whose.level in steps else ""].append((whose, _("Sin responsable")))
    return {whose: (level_name(step, agreement), name) for step, some in at.items() for whose, name in some}


def level_name(step: str, agreement: Agreement) -> str:
    """«N1 · Primer nivel»."""
    ladder = agreement.ladder
    if ladder is None:
        return ""
    return f"{level(step, agreement)} · {ladder.steps[step].label}" if step in ladder.steps else _("Sin nivel")


def levels(found: Sequence[Whose], agreement: Agreement) -> Names:
    """Every level of the ladder, and what has none."""
    steps = list(agreement.ladder.steps) if agreement.ladder else []
    keys = [*(Whose("nivel", step) for step in steps), *(whose for whose in found if whose.value not in steps)]
    return {key: ("", level_name(key.value, agreement) or _("Sin nivel")) for key in keys}


def plans(found: Sequence[Whose], agreement: Agreement) -> Names:
    """Every plan of the manual, and what has none."""
    keys = [*(Whose("plan", plan) for plan in agreement.plans), *(whose for whose in found if whose.value not in agreement.plans)]
    return {key: ("", agreement.label("plan", key.value) if key.value else _("Sin plan")) for key in keys}


def customers(found: Sequence[Whose], _agreement: Agreement) -> Names:
    """The customers that have something due."""
    named = dict(Organisation.objects.filter(pk__in=[int(whose.value) for whose in found if whose.value]).values_list("pk", "name"))
    return {whose: ("", named[int(whose.value)] if whose.value else _("Sin cliente")) for whose in found}


NAMES: Mapping[str, Callable[[Sequence[Whose], Agreement], Names]] = {
    "persona": people,
    "nivel": levels,
    "plan": plans,
    "cliente": customers,
}
