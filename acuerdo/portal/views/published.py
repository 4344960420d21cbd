"""The manual in force as its customers read it on the front page: hours of the day, the next holiday, promised times."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext as _

from acuerdo.core.agreements import Agreement, Cell, TargetTable
from acuerdo.core.clocks import target_in_words
from acuerdo.core.hours import Calendar, stretches
from acuerdo.customers.models import Contract
from acuerdo.ui.language import language
from acuerdo.ui.moments import clock_time

#: A promise of the catalogue is a list of its own, too long for a front page.
CATALOGUE = "catalogue"


@dataclass(frozen=True, slots=True)
class Hours:
    """Who is attended when, today."""

    whose: str
    today: str
    label: str


@dataclass(frozen=True, slots=True)
class TimesTable:
    """A table of promised times as printed: the columns' names, and each row's name with its times."""

    label: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def hours_of(agreement: Agreement, now: datetime) -> list[Hours]:
    """The opening hours of today, plans with the same hours together; one line where there are no plans."""
    plans: dict[str, list[str]] = {}
    for plan in agreement.plans.values():
        plans.setdefault(plan.calendar or agreement.default_calendar, []).append(plan.label)
    named = plans or {agreement.default_calendar or next(iter(agreement.calendars)): [agreement.desk_name]}
    return [
        Hours(", ".join(labels), today(agreement.calendars[name], now), agreement.calendars[name].label) for name, labels in named.items()
    ]


def today(calendar: Calendar, now: datetime) -> str:
    """When it is open today: 9:00 a 17:00 · Todo el día · Cerrado."""
    day = now.astimezone(calendar.zone).date()
    if calendar.always:
        return _("Todo el día")
    begin, end = (datetime.combine(d, time(), calendar.zone).astimezone(now.tzinfo) for d in (day, day + timedelta(1)))
    opens = [s for s in stretches(calendar, begin, end) if s.kind == "open"]
    if not opens:
        name = calendar.holidays.get(day)
        return _("Cerrado: %(holiday)s") % {"holiday": name} if name else _("Cerrado")
    spans = [{"opens": clock_time(s.start, calendar.zone), "closes": clock_time(s.end, calendar.zone)} for s in opens]
    return ", ".join(_("%(opens)s a %(closes)s") % span for span in spans)


def next_holiday(agreement: Agreement, now: datetime) -> tuple[date, str] | None:
    """The next day on which a calendar of the manual is closed by law."""
    first = now.astimezone(agreement.zone).date()
    days = {day: name for calendar in agreement.calendars.values() for day, name in calendar.holidays.items() if day >= first}
    return (min(days), days[min(days)]) if days else None


def times_of(agreement: Agreement) -> list[TimesTable]:
    """The tables of promised times, each cell in the words of its target."""
    return [table_of(table, agreement) for table in agreement.targets if table.rows and table.rows != CATALOGUE and table.label]


def table_of(table: TargetTable, agreement: Agreement) -> TimesTable:
    """One table: its rows are values of a field; its columns are clocks, or values of another field."""
    columns = table.across if table.columns else table.clocks
    names = tuple(agreement.label(table.columns, c) if table.columns else agreement.clocks[c].label for c in columns)
    words: dict[str, dict[str, str]] = {}
    for row, column, cell in placed(table):
        words.setdefault(row, {})[column] = target_in_words(cell.target, language()) if cell.target else "—"
    rows = tuple((agreement.label(table.rows, row), tuple(said.get(c, "—") for c in columns)) for row, said in words.items())
    return TimesTable(table.label, names, rows)


def placed(table: TargetTable) -> Iterator[tuple[str, str, Cell]]:
    """Each cell with its row and its column."""
    for cell in table.cells:
        columns = sorted(cell.where.get(table.columns, ())) if table.columns else [cell.clock]
        for row in sorted(cell.where.get(table.rows, ())):
            for column in columns:
                yield row, column, cell


def plan_words(contract: Contract | None, agreement: Agreement) -> str:
    """The plan and its hours: «Plan Empresarial · Lunes a sábado, 9:00 a 21:00»."""
    if contract is None or not contract.plan:
        return ""
    plan = agreement.plans.get(contract.plan)
    if plan is None:
        return ""
    calendar = agreement.calendars.get(plan.calendar or agreement.default_calendar)
    return f"{plan.label} · {calendar.label}" if calendar else plan.label
