"""When the desk attends: calendars in words, and the year with its holidays."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.dates import MONTHS, WEEKDAYS, WEEKDAYS_ABBR
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from acuerdo.core.agreements.week import hours_in_words, week_in_words
from acuerdo.publishing.document.blocks import Block, Cell, Grid, Holiday, Month, Row, Square, Year
from acuerdo.publishing.document.leaf import Leaf, noted
from acuerdo.ui.moments import month as month_name

SUNDAY = 6


def calendars(leaf: Leaf) -> Iterator[Block]:
    """Each calendar: its days and hours, and who is attended by it."""
    agreement = leaf.agreement
    rows = []
    for name, calendar in agreement.calendars.items():
        whose = [plan.label for plan in agreement.plans.values() if plan.calendar == name]
        whose += [_("Lo que no tiene plan")] if name == agreement.default_calendar and agreement.plans else []
        whose += [_("Todos los casos")] if name == agreement.default_calendar and not agreement.plans else []
        whose += [channel.label for channel in agreement.channels.values() if name in {channel.hours, *channel.hours_by_plan.values()}]
        off = _("No se cuentan") if calendar.holidays else _("Se cuentan como los demás días")
        week = capfirst(week_in_words(calendar, leaf.language))
        cells = (Cell(week), Cell(off), Cell(", ".join(dict.fromkeys(whose)) or _("Los plazos que lo nombran")))
        rows.append(Row(calendar.label, cells, calendar.source, leaf.anchor(calendar.source)))
    notes = noted((calendar.label, calendar.note) for calendar in agreement.calendars.values())
    yield Grid((_("Horario"), _("Días y horas"), _("Festivos"), _("A quién rige")), tuple(rows), notes=notes)


def holidays(leaf: Leaf) -> Iterator[Block]:
    """The year's sheets, with every day that a calendar of the manual does not open as usual."""
    found = sorted(days_off(leaf).values(), key=lambda holiday: holiday.day)
    if not found:
        return
    marked = frozenset(holiday.day for holiday in found)
    label = _("Calendario de %(year)d con %(n)d festivos marcados; la lista completa está debajo.") % {"year": leaf.year, "n": len(found)}
    months = tuple(Month(str(MONTHS[month]), tuple(squares(leaf.year, month, marked))) for month in range(1, 13))
    letters = tuple(str(WEEKDAYS[day])[0].upper() for day in range(7))
    yield Year(leaf.year, label, letters, months, tuple(found))


def days_off(leaf: Leaf) -> dict[date, Holiday]:
    """The holidays of the year by their day, and the days with hours of their own."""
    found: dict[date, Holiday] = {}
    for calendar in leaf.agreement.calendars.values():
        names = {day: name for day, name in calendar.holidays.items() if day.year == leaf.year}
        own = {day: capfirst(hours_in_words(hours, leaf.language)) for day, hours in calendar.exceptions.items() if day.year == leaf.year}
        for day, name in (own | names).items():
            found.setdefault(day, Holiday(day, day_words(day), name))
    return found


def day_words(day: date) -> str:
    """Lun 12 ene."""
    return f"{str(WEEKDAYS_ABBR[day.weekday()]).capitalize()} {day.day} {month_name(day)}"


def squares(year: int, month: int, marked: frozenset[date]) -> Iterator[Square]:
    """A month's days, after the room before its first."""
    day = date(year, month, 1)
    yield from (Square(0) for _room in range(day.weekday()))
    while day.month == month:
        yield Square(day.day, day in marked, day.weekday() == SUNDAY)
        day += timedelta(1)
