"""The manual's calendars: `open = { mon-fri = "09:00-17:00" }`, holidays by country, dates of its own."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from acuerdo.core.agreements.book import Book, Table
from acuerdo.core.agreements.faults import Faults
from acuerdo.core.hours import Calendar, ImpossibleHours, Opening
from acuerdo.core.hours.instants import FIRST_YEAR, LAST_YEAR

Holidays = Callable[[str, range], Mapping[date, str]]
Interval = tuple[int, int]
Span = tuple[int, int, str]

HOUR, DAY = 60, 1_440
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_HOURS = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")


def zone_of(table: Table, fallback: ZoneInfo | None) -> ZoneInfo:
    """Read the time zone under `timezone`, needed where there is no fallback."""
    name = table.text("timezone", fallback.key) if fallback else table.text("timezone")
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        # A folder of the zones, such as America, is an OSError.
        if name:
            table.fault("timezone", "bad_zone", value=name)
        return fallback or ZoneInfo("UTC")


def read_calendar(name: str, table: Table, zone: ZoneInfo, holidays: Holidays, years: range) -> Calendar:
    """One `[calendars.<name>]`; its holidays are resolved for these years."""
    zone = zone_of(table, zone)
    always = table.values.get("open") == "24x7"
    if always:
        table.text("open")
    week = () if always else _week(table)
    calendar = Calendar(
        id=name,
        label=table.text("label"),
        zone=zone,
        week=week,
        holidays=MappingProxyType(_holidays(table, holidays, years)),
        always=always,
        note=table.text("note", ""),
        source=table.text("source", ""),
    )
    calendar = _with_exceptions(table, calendar, _exceptions(table))
    table.flag("assumed")
    if always:
        for key in ("holidays", "extra", "worked", "exceptions"):
            if key in table:
                table.fault(key, "always_open", key=key)
    table.done()
    return calendar


def read_week(hours: Mapping[str, Any], zone: ZoneInfo, name: str = "week") -> Calendar:
    """Read weekly hours alone, written as a calendar's `open`: `{"mon-fri": "08:00-17:00"}`. Raises Faults, all at line 1."""
    book = Book(name, {(): 1})
    week = _week(Table(book, (), {"open": dict(hours)}))
    if book.faults:
        raise Faults(book.faults)
    return Calendar(id=name, label=name, zone=zone, week=week)


def _holidays(table: Table, holidays: Holidays, years: range) -> dict[date, str]:
    """Gather the country's, plus `extra`, minus `worked`."""
    found = dict(_by_law(table, holidays, years))
    extra = table.table("extra")
    found |= {day: extra.text(written) for written in extra.names() if (day := _date(extra, written))}
    for index, day in enumerate(table.get("worked", list, [])):
        if not isinstance(day, date):
            table.book.fault(table.at("worked", index), "bad_date", value=day)
        elif found.pop(day, None) is None:
            table.book.fault(table.at("worked", index), "not_a_holiday", value=day.isoformat())
    return found


def _by_law(table: Table, holidays: Holidays, years: range) -> Mapping[date, str]:
    """Ask for the country's; nothing where the manual names none."""
    country = table.text("holidays", "")
    try:
        return holidays(country, years) if country else {}
    except (LookupError, NotImplementedError):
        table.fault("holidays", "bad_country", value=country)
        return {}


def _exceptions(table: Table) -> dict[str, tuple[Interval, ...]]:
    """`exceptions = { 2026-12-24 = "09:00-12:00", 2026-12-31 = "closed" }`: they replace that day's hours."""
    inner = table.table("exceptions")
    found: dict[str, tuple[Interval, ...]] = {}
    for written in inner.names():
        day = _date(inner, written)
        intervals = () if inner.values[written] == "closed" else _intervals(inner, written)
        inner.asked[written] = None
        if day:
            same = _overlap(inner, [(start, end, written) for start, end in intervals])
            found[written] = () if same else intervals
    return found


def _with_exceptions(table: Table, calendar: Calendar, exceptions: Mapping[str, tuple[Interval, ...]]) -> Calendar:
    """Add the dated hours one after the other; those that run into the day before or after are a fault, and left out."""
    for written, hours in exceptions.items():
        day = date.fromisoformat(written)
        try:
            calendar = replace(calendar, exceptions=MappingProxyType({**calendar.exceptions, day: hours}))
        except ImpossibleHours:
            table.book.fault(table.at("exceptions", written), "crosses_neighbour", value=written)
    return calendar


def _week(table: Table) -> tuple[Opening, ...]:
    """Read the weekly openings; two that overlap, round the week and past midnight too, are a fault."""
    inner = table.table("open")
    if not inner.values:
        table.fault("open", "no_hours")
    openings: list[Opening] = []
    spans: list[Span] = []
    for days in inner.names():
        intervals = _intervals(inner, days)
        for day in _days(inner, days):
            openings += [Opening(day, start, end) for start, end in intervals]
            spans += [(day * DAY + start, day * DAY + end, days) for start, end in intervals]
    return () if _overlap(inner, spans) else tuple(sorted(openings))


def _overlap(inner: Table, spans: list[Span]) -> bool:
    """Find fault with each pair of lines that share a minute of the week; Sunday night runs on into Monday."""
    week = 7 * DAY
    tails = [(start - week, end - week, name) for start, end, name in spans if end > week]
    told: set[tuple[str, str]] = set()
    before: Span = (-week, -week, "")
    for span in sorted([*tails, *spans]):
        if span[0] < before[1] and (before[2], span[2]) not in told:
            told.add((before[2], span[2]))
            inner.fault(span[2], "overlap", one=_spelled(before), other=_spelled(span))
        before = max(before, span, key=lambda each: each[1])
    return bool(told)


def _spelled(span: Span) -> str:
    start, end, name = span
    return f"{name} {_clock(start)}-{_clock(end)}"


def _days(inner: Table, written: str) -> list[int]:
    """`mon-fri`, `sat` or `mon,wed`: numbers from Monday, 0."""
    found: list[int] = []
    for part in written.split(","):
        first, _, last = part.strip().partition("-")
        last = last or first
        if first not in _DAYS or last not in _DAYS:
            inner.fault(written, "bad_days", value=written)
            return []
        start, end = _DAYS.index(first), _DAYS.index(last)
        found += [day % 7 for day in range(start, end + 1 if end >= start else end + 8)]
    return found


def _intervals(inner: Table, key: str) -> tuple[Interval, ...]:
    """One or several `HH:MM-HH:MM`, in minutes after midnight; an earlier closing is the next morning's."""
    found: list[Interval] = []
    for index, text in enumerate(inner.texts(key, one=True)):
        match = _HOURS.fullmatch(text)
        parts = [int(number) for number in match.groups()] if match else [99] * 4
        opens, closes = parts[0] * HOUR + parts[1], parts[2] * HOUR + parts[3]
        if max(parts[1], parts[3]) >= HOUR or opens >= DAY or closes > DAY or opens == closes:
            inner.book.fault(inner.at(key, index), "bad_hours", value=text)
        else:
            found.append((opens, closes if closes > opens else closes + DAY))
    return tuple(found)


def _date(inner: Table, written: str) -> date | None:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        day = None
    if day is None or not FIRST_YEAR < day.year < LAST_YEAR:
        inner.fault(written, "bad_date", value=written)
        inner.asked[written] = None
        return None
    return day


def _clock(minutes: int) -> str:
    """14:30, on the day it falls on."""
    return f"{minutes % DAY // HOUR:02}:{minutes % HOUR:02}"
