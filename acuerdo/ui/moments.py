"""Instants in words, in the zone of the desk and the language of the page."""

from collections.abc import Callable
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import NamedTuple

from django.utils.dates import MONTHS, WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from acuerdo.ui.language import tongue


class Names(NamedTuple):
    """What days, from Monday on, and months are called."""

    weekdays: tuple[str, ...]
    short_weekdays: tuple[str, ...]
    months: tuple[str, ...]


def names() -> Names:
    """In the language of the page."""
    return _names(tongue())


@lru_cache
def _names(_language: str | None) -> Names:
    """Looked up once a language: Django looks them up each time that one is written, and a page of a case writes sixty."""
    return Names(*(tuple(str(each[key]) for key in sorted(each)) for each in (WEEKDAYS, WEEKDAYS_ABBR, MONTHS)))


def clock_time(value: datetime, zone: tzinfo) -> str:
    """Hour and minute: 9:00, 14:05."""
    local = value.astimezone(zone)
    return f"{local.hour}:{local.minute:02}"


def exact(value: datetime, zone: tzinfo) -> str:
    """The instant to the second with its zone, for `title`: 2026-12-09 09:00:00 -05 (America/Bogota)."""
    local = value.astimezone(zone)
    return f"{local.replace(tzinfo=None).isoformat(' ', 'seconds')} {local.tzname()} ({zone})"


#: Days from today that have a name.
NEAR_DAYS = {0: gettext_noop("hoy"), 1: gettext_noop("mañana"), -1: gettext_noop("ayer")}


#: What happened longer ago than this has no such name, however long a day was.
LONG_AGO = timedelta(days=3)


def day_word(value: datetime, now: datetime, zone: tzinfo) -> str:
    """hoy, ayer, mañana, or nothing."""
    days = (value.astimezone(zone).date() - now.astimezone(zone).date()).days
    return _(NEAR_DAYS[days]) if days in NEAR_DAYS else ""


def month(day: date) -> str:
    """dic: three letters of the month."""
    return names().months[day.month - 1][:3]


def short_day(day: date) -> str:
    """9 dic 2025."""
    return f"{day.day} {month(day)} {day.year}"


def long_day(day: date) -> str:
    """9 de diciembre de 2025: for customers."""
    return _("%(day)d de %(month)s de %(year)d") % {"day": day.day, "month": names().months[day.month - 1], "year": day.year}


def near_day(day: date) -> str:
    """miércoles 9 de diciembre: of a day whose year nobody asks for."""
    said = names()
    words = {"weekday": said.weekdays[day.weekday()], "day": day.day, "month": said.months[day.month - 1]}
    return _("%(weekday)s %(day)d de %(month)s") % words


def dated(value: datetime, zone: tzinfo) -> str:
    """mié 9 dic, 9:00."""
    local, said = value.astimezone(zone), names()
    return f"{said.short_weekdays[local.weekday()]} {local.day} {said.months[local.month - 1][:3]}, {local.hour}:{local.minute:02}"


def short(value: datetime, now: datetime, zone: tzinfo) -> str:
    """hoy, 12:00 · mié 9 dic, 9:00 · 9 dic 2025, 9:00 when the year is another."""
    local, today = value.astimezone(zone), now.astimezone(zone)
    if word := day_word(local, today, zone):
        return f"{word}, {clock_time(local, zone)}"
    if local.year != today.year:
        return f"{short_day(local)}, {clock_time(local, zone)}"
    return dated(local, zone)


def long(value: datetime, now: datetime, zone: tzinfo) -> str:
    """miércoles 9 de diciembre, 9:00: for customers, where nothing is abbreviated and nothing goes stale."""
    local = value.astimezone(zone)
    if local.year == now.astimezone(zone).year:
        return f"{near_day(local)}, {clock_time(value, zone)}"
    said = names()
    words = {"weekday": said.weekdays[local.weekday()], "day": local.day, "month": said.months[local.month - 1], "year": local.year}
    return f"{_('%(weekday)s %(day)d de %(month)s de %(year)d') % words}, {clock_time(value, zone)}"


def since(value: datetime, now: datetime, zone: tzinfo) -> str:
    """8 min · 1 h 55 min · ayer 17:20 · 9 dic: how long ago, ever less exact."""
    passed = now - value
    if passed < timedelta(hours=24):
        hours, minutes = divmod(max(0, int(passed.total_seconds())) // 60, 60)
        if not hours:
            return f"{minutes} min"
        return f"{hours} h {minutes} min" if minutes else f"{hours} h"
    local, today = value.astimezone(zone), now.astimezone(zone)
    if passed < LONG_AGO and (word := day_word(local, today, zone)):
        return f"{word} {clock_time(local, zone)}"
    same_year = local.year == today.year
    return f"{local.day} {month(local)}" if same_year else short_day(local)


def second(value: datetime, _now: datetime, zone: tzinfo) -> str:
    """2026-12-09 09:00:00: where nothing may be left to guess."""
    return f"{value.astimezone(zone):%Y-%m-%d %H:%M:%S}"


WORDS: dict[str, Callable[[datetime, datetime, tzinfo], str]] = {"short": short, "long": long, "since": since, "second": second}
DAYS: dict[str, Callable[[date], str]] = {"short": short_day, "long": long_day, "near": near_day}
