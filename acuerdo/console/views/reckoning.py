"""A clock's arithmetic laid open: what its stretches on a lane were, and the same as rows of a table."""

from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from acuerdo.console import wording
from acuerdo.core.clocks import Explanation, Segment, SegmentKind, amount_in_words, usual_day
from acuerdo.ui.components import ClockRow
from acuerdo.ui.lanes import when
from acuerdo.ui.language import language

KINDS = {
    SegmentKind.OPEN: gettext_noop("Abierto: cuenta"),
    SegmentKind.CLOSED: gettext_noop("Cerrado"),
    SegmentKind.STOPPED: gettext_noop("Detenido"),
}


def rows(told: Explanation, zone: ZoneInfo) -> tuple[ClockRow, ...]:
    """Give every stretch to the deadline, with what it counts and the running total."""
    past = [row(segment, told, what(segment), zone) for segment in told.segments]
    return (*past, *(row(segment, told, to_come(segment, told), zone) for segment in told.ahead))


def row(segment: Segment, told: Explanation, said: str, zone: ZoneInfo) -> ClockRow:
    """Write one stretch."""
    counts, total = amount(segment.amount, told), amount(segment.total, told)
    return ClockRow(when(segment.start, segment.end, zone), said, counts if segment.amount else "–", total, zero=not segment.amount)


def on_lane(told: Explanation, segment: Segment) -> str:
    """Say what a part of the lane was, where one points at it or where there is room."""
    if segment.kind is SegmentKind.OPEN:
        return _("contó %(amount)s") % {"amount": amount(segment.amount, told)}
    return what(segment)


def what(segment: Segment) -> str:
    """Say what a stretch was."""
    if segment.kind is SegmentKind.PAUSED:
        return wording.pause(segment.label)
    if segment.kind is SegmentKind.HOLIDAY:
        return _("Festivo: %(name)s") % {"name": segment.label}
    return _(KINDS[segment.kind])


def to_come(segment: Segment, told: Explanation) -> str:
    """Say what a stretch between now and the deadline will be, or would have been."""
    if segment.kind is not SegmentKind.OPEN:
        return what(segment)
    if not told.clock.is_live:
        return _("No hizo falta")
    return _("Por contar") if told.clock.due_at else _("Contaría, si sigue ahora")


def amount(counted: object, told: Explanation) -> str:
    """Write an amount in the clock's unit."""
    return amount_in_words(counted, told.unit, language(), usual_day(told.clock.calendar))  # type: ignore[arg-type]
