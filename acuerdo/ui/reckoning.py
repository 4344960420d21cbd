"""The reckoning of a clock, stretch by stretch, as a table that adds up."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from django.utils.dates import WEEKDAYS_ABBR
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from acuerdo.core.clocks import Explanation, Segment, SegmentKind, amount_in_words, usual_day
from acuerdo.core.hours import Unit
from acuerdo.ui.components import ClockRow
from acuerdo.ui.language import language
from acuerdo.ui.moments import clock_time, month

#: The reckoning says hours, its sentence says that they are business hours.
PLAIN = {Unit.BUSINESS_HOURS: Unit.HOURS, Unit.BUSINESS_MINUTES: Unit.MINUTES}
#: A longer reckoning tells working days of one week together.
MOST_ROWS = 24


def reckoning(explanation: Explanation, zone: ZoneInfo) -> Iterator[ClockRow]:
    """The stretches from the start to the stop or to now; nights are left out, they count nothing and hide the rest."""
    told = [s for s in explanation.segments if s.kind is not SegmentKind.CLOSED or whole_day(s)]
    groups = [[s] for s in told]
    if len(told) > MOST_ROWS:
        groups = list(by_week(told, zone))
    for group in groups:
        yield row(group, explanation, zone)


def whole_day(segment: Segment) -> bool:
    """Whether a closed stretch is more than a night."""
    return segment.end - segment.start > timedelta(hours=24)


def by_week(segments: Sequence[Segment], zone: ZoneInfo) -> Iterator[list[Segment]]:
    """Open stretches of one week with only nights between them together."""
    group: list[Segment] = []
    for segment in segments:
        same = group and group[-1].kind is segment.kind is SegmentKind.OPEN and week(group[-1], zone) == week(segment, zone)
        if group and not same:
            yield group
            group = []
        group.append(segment)
    if group:
        yield group


def week(segment: Segment, zone: ZoneInfo) -> tuple[int, int]:
    """The week a stretch begins in."""
    return segment.start.astimezone(zone).isocalendar()[:2]


def row(group: Sequence[Segment], explanation: Explanation, zone: ZoneInfo) -> ClockRow:
    """One line of the reckoning."""
    first, last = group[0], group[-1]
    amount = sum(segment.amount for segment in group)
    return ClockRow(
        when=capfirst(span(first.start, last.end, zone)),
        what=what_passed(first),
        counts=in_words(amount, explanation),
        total=in_words(last.total, explanation),
        zero=first.kind is not SegmentKind.OPEN,
    )


def in_words(amount: Fraction | int, explanation: Explanation) -> str:
    """An amount of the clock's unit, short; nothing is 0."""
    if not amount:
        return "0"
    unit = PLAIN.get(explanation.unit, explanation.unit)
    return amount_in_words(amount, unit, language(), usual_day(explanation.clock.calendar))


def what_passed(segment: Segment) -> str:
    """Abierto · Festivo: Navidad · En pausa: esperamos su respuesta."""
    if segment.kind is SegmentKind.OPEN:
        return _("Abierto")
    if segment.kind is SegmentKind.CLOSED:
        return _("Cerrado")
    if segment.kind is SegmentKind.HOLIDAY:
        return _("Festivo: %(name)s") % {"name": segment.label}
    whys = {
        "waiting_customer": _("En pausa: esperamos su respuesta"),
        "waiting_internal": _("En pausa: otra área nuestra trabaja en él"),
        "waiting_provider": _("En pausa: esperamos a un tercero"),
        "waiting_approval": _("En pausa: esperamos una aprobación"),
        "scheduled": _("En pausa: está programado"),
        "resolved": _("En pausa: usted revisa la solución"),
    }
    return whys.get(segment.label, _("En pausa"))


def span(start: datetime, end: datetime, zone: ZoneInfo) -> str:
    """From when to when: «vie 13 nov, 16:00–18:00», «mar 17 nov, 10:30 – mié 18, 9:00»."""
    begins, ends = start.astimezone(zone), end.astimezone(zone)
    days = (ends - timedelta(microseconds=1)).date() - begins.date()
    head = f"{WEEKDAYS_ABBR[begins.weekday()]} {begins.day} {month(begins)}"
    if not days:
        return f"{head}, {clock_time(start, zone)}–{clock_time(end, zone)}"
    return f"{head}, {clock_time(start, zone)} – {brief(end, zone)}"


def brief(value: datetime, zone: ZoneInfo) -> str:
    """Weekday, day and time: «vie 13, 16:00»."""
    local = value.astimezone(zone)
    return f"{WEEKDAYS_ABBR[local.weekday()]} {local.day}, {clock_time(value, zone)}"
