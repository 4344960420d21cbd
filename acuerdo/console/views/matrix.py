"""What falls due and whose it is: people under their level (or plans, customers, levels) by the hours to come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from acuerdo.console.queries import COUNTED
from acuerdo.console.queries.due import Whose, due_in
from acuerdo.console.queries.filters import NOBODY
from acuerdo.console.queries.moments import Window, local, midnight
from acuerdo.console.views.addresses import all_of, asking
from acuerdo.console.views.whose import NAMES, Member
from acuerdo.core.agreements import Agreement
from acuerdo.core.hours import Calendar
from acuerdo.people.models import Person
from acuerdo.ui.moments import day_word, near_day
from acuerdo.ui.numbers import Count

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
    def asked(self) -> str:
        """What it asks in the queue's address."""
        return asking("vence", str(self.window)) if self.window else asking("reloj", "vencido")


@dataclass(frozen=True, slots=True)
class Cell:
    """How many cases of a line are due in a column, how many of them near their end, and where they are. `is_cut`: there may be more."""

    count: int
    near: int = 0
    query: str = ""
    label: str = ""
    is_late: bool = False
    is_cut: bool = False

    @property
    def number(self) -> str:
        """The count, or that it is at least that."""
        return f"{Count(min(self.count, COUNTED))}+" if self.is_cut else str(Count(self.count))

    @property
    def pips(self) -> list[str]:
        """The marks, the gravest first: late, near, with time left."""
        kinds = ["late"] * self.count if self.is_late else ["near"] * self.near + ["run"] * (self.count - self.near)
        return kinds[:PIPS]


#: Nothing is due: no address, and nothing to say.
NONE = Cell(0)


class Line(NamedTuple):
    """A person, plan, customer or level, with its cells."""

    name: str
    cells: tuple[Cell, ...]
    total: Cell
    face: str | None = None
    is_me: bool = False


class Group(NamedTuple):
    """Lines under a heading; "" for none."""

    label: str
    lines: tuple[Line, ...]


class Matrix(NamedTuple):
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
    label = day_word(day, now, calendar.zone) or " ".join(near_day(day.date()).split()[:2])
    return (*made, Column(label, Window(night, day + DAY)))


def matrix(lines: str, agreement: Agreement, me: Person, now: datetime, *, staff: Sequence[Member], calendar: Calendar) -> Matrix:
    """Draw it by persona, nivel, plan or cliente; `staff` are those who take cases, `calendar` says when the desk opens."""
    shown = columns(now, calendar)
    found = due_in([column.window.end for column in shown if column.window], lines, now)
    cells: dict[Whose, Counts] = {}
    for due in found:
        cells.setdefault(due.whose, {})[due.stretch] = due.count, due.near if due.stretch else 0  # what is late is near no more
    each = cells.values()
    sums = {at: (sum(one.get(at, NOTHING)[0] for one in each), sum(one.get(at, NOTHING)[1] for one in each)) for at in range(len(shown))}
    draw = Drawing(shown, frozenset(at for at, (count, _near) in sums.items() if count > COUNTED))
    shown_of = most_first(cells)[:LINES] if lines == "cliente" else list(cells)
    groups: dict[str, list[Line]] = {}
    for key, (group, name) in NAMES[lines](shown_of, agreement, staff).items():
        line = draw.line(key, name, cells.get(key, {}))
        if lines == "persona":
            line = line._replace(face="" if key.value == NOBODY else name, is_me=key.value == str(me.pk))
        groups.setdefault(group, []).append(line)
    totals = draw.line(Whose("", ""), _("Todos"), sums)
    return Matrix(shown, tuple(Group(label, tuple(some)) for label, some in groups.items()), totals, len(cells) - len(shown_of))


#: Of a line the cases by column: how many, and how many of them near.
Counts = dict[int, tuple[int, int]]
NOTHING = (0, 0)


def most_first(cells: Mapping[Whose, Counts]) -> list[Whose]:
    """Whose they are, those with most cases first; only the first of many are named and drawn."""
    return sorted(cells, key=lambda whose: -sum(count for count, _near in cells[whose].values()))


class Drawing:
    """Lines under these columns, of which some (`cut`) have more cases than anybody counts."""

    def __init__(self, columns: Sequence[Column], cut: frozenset[int]) -> None:
        """Say once what every line says of its columns."""
        self.cut = cut
        self.columns = [(at, column.label, column.asked, column.window is None) for at, column in enumerate(columns)]
        last = columns[-1].window
        self.until = asking("vence", str(Window(None, last.end))) if last else ""
        self.total = _("total")

    def line(self, whose: Whose, name: str, counts: Counts) -> Line:
        """Make a line of its counts; each number leads to its cases."""
        asked = [asking(fact, value) for fact, values in whose.chosen for value in values]
        made = []
        for at, label, column, is_late in self.columns:
            count, near = counts.get(at, NOTHING)
            is_cut = at in self.cut
            said = spoken(name, label, count, near, is_cut=is_cut) if count else ""
            made.append(Cell(count, near, all_of(*asked, column), said, is_late, is_cut) if count else NONE)
        every, is_cut = sum(cell.count for cell in made), any(cell.is_cut for cell in made)
        total = Cell(every, 0, all_of(*asked, self.until), spoken(name, self.total, every, 0, is_cut=is_cut), is_cut=is_cut)
        return Line(name, tuple(made), total)


def spoken(name: str, column: str, count: int, near: int, *, is_cut: bool = False) -> str:
    """«Ana Cárdenas, 17:00: 2 casos, 1 cerca del límite»."""
    return f"{name}, {column}: {in_words(get_language(), count, near, is_cut)}"


@lru_cache(maxsize=4096)
def in_words(_language: str | None, count: int, near: int, is_cut: bool) -> str:
    """«2 casos, 1 cerca del límite»: said once a language, for small numbers come again and again."""
    words = _("al menos %(n)s casos") if is_cut else ngettext("%(n)s caso", "%(n)s casos", count)
    close = ngettext(", %(n)s cerca del límite", ", %(n)s cerca del límite", near) % {"n": Count(near)} if near else ""
    return words % {"n": Count(min(count, COUNTED) if is_cut else count)} + close
