"""What stands beside a case: facts, customer, contract with the manual's own row, whose time it was, links."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from acuerdo.console import wording
from acuerdo.console.views.rows import URGENCIES, Urgency, urgency
from acuerdo.core.agreements import Agreement, Cell, TargetTable, concerns
from acuerdo.core.clocks import Clock, amount_in_words, usual_day
from acuerdo.core.hours import Calendar, Unit
from acuerdo.publishing.wording import clause_url
from acuerdo.tickets.forms import facts_of
from acuerdo.tickets.models import Ticket
from acuerdo.ui.language import language

#: The bar of whose time it was is this wide; a share that was there at all is seen.
WIDTH, LEAST = 100.0, 1.5
DAY = 24 * 3600


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the facts; `proposed` is what the customer said, where it was something else."""

    label: str
    value: str
    proposed: str = ""
    urgency: Urgency | None = None


#: What the rows of a table speak of, where the manual has another name for it than a case: the catalogue's rows are its items.
ROWS = {"catalogue": "item"}


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """A cell of the manual; `mine` when this case is owed it."""

    words: str
    mine: bool


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """The row of a target table that speaks of this case, as the document prints it."""

    clause: str
    clause_url: str
    corner: str
    heads: tuple[str, ...]
    name: str
    cells: tuple[PrintedCell, ...]


@dataclass(frozen=True, slots=True)
class Spent:
    """How much time was one party's, and its piece of the bar, percent."""

    party: str
    name: str
    words: str
    left: float
    width: float


def facts(ticket: Ticket, agreement: Agreement) -> tuple[Fact, ...]:
    """List what was decided, beside what the customer proposed."""
    found = []
    asked = (each for each in facts_of(agreement) if concerns(agreement, each[0], ticket.facts))
    for fact, label, _values in asked:
        value, said = str(ticket.facts.get(fact, "")), str(ticket.proposed.get(fact, ""))
        proposed = agreement.label(fact, said) if said and said != value else ""
        bars = urgency({fact: value}, agreement) if fact in URGENCIES else None
        found.append(Fact(label, agreement.label(fact, value) if value else _("Sin decidir"), proposed, bars))
    return tuple(found)


def printed_rows(clocks: Sequence[Clock], agreement: Agreement) -> tuple[PrintedRow, ...]:
    """Find the manual's rows that the live promises rest on, each once, in the manual's order."""
    owed = {id(cell) for clock in clocks if (cell := cell_of(clock, agreement))}
    rows = []
    for table in agreement.targets:
        cell = next((cell for cell in table.cells if id(cell) in owed and cell.printed), None)
        if cell is not None:
            rows.append(printed_row(table, cell, owed, agreement))
    return tuple(rows)


def cell_of(clock: Clock, agreement: Agreement) -> Cell | None:
    """Find the manual's cell that gave a clock its promise: the first that matches; None where a contract's own did."""
    cells = (cell for table in agreement.targets for cell in table.cells)
    first = next((cell for cell in cells if cell.clock == clock.id and cell.matches(clock.facts)), None)
    return first if first and first.target == clock.target else None


def printed_row(table: TargetTable, cell: Cell, owed: set[int], agreement: Agreement) -> PrintedRow:
    """Copy one row of a table."""
    fact = ROWS.get(table.rows, table.rows)
    by = fact if fact in cell.where else ""
    name = next(iter(cell.where[by])) if by else ""
    cells = [each for each in table.cells if not by or each.where.get(by) == cell.where[by]]
    heads = across(table, cells, agreement)
    corner = agreement.fields[by].label if by in agreement.fields else table.label
    return PrintedRow(
        clause=cell.source,
        clause_url=clause_url(cell.source, agreement.version),
        corner=corner if by else "",
        heads=heads,
        name=agreement.label(by, name) if by else table.label,
        cells=tuple(PrintedCell(each.printed, id(each) in owed) for each in cells),
    )


def across(table: TargetTable, cells: Sequence[Cell], agreement: Agreement) -> tuple[str, ...]:
    """Name the columns: values of a field, or clocks."""
    if table.columns:
        return tuple(agreement.label(table.columns, value) for value in table.across)
    return tuple(agreement.clocks[cell.clock].label for cell in cells)


def whose_time(account: Mapping[str, int], calendar: Calendar | None) -> tuple[Spent, ...]:
    """Show whose time it was: `account` in seconds a party, open ones where there is a calendar."""
    whole = sum(account.values())
    spent, left = [], 0.0
    for who in ("provider", "customer", "third_party"):
        seconds = account.get(who, 0)
        if seconds:
            width = max(LEAST, WIDTH * seconds / whole)
            spent.append(Spent(who, wording.party(who), in_words(seconds, calendar), left, width))
            left += width
    return tuple(spent)


def in_words(seconds: int, calendar: Calendar | None) -> str:
    """Write a time in days and hours; a business day is as long as the calendar's, where all are alike."""
    day = usual_day(calendar) if calendar else DAY
    if day is None or seconds < day:
        return amount_in_words(Fraction(seconds, 3600), Unit.HOURS, language())
    unit = Unit.BUSINESS_DAYS if calendar and not calendar.always else Unit.DAYS
    return amount_in_words(Fraction(seconds, day), unit, language(), day)
