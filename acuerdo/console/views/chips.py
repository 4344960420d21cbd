"""The time-left chip of a row: words, a shape and a share, out of stored clocks. No log is read here."""

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo
from fractions import Fraction
from functools import lru_cache

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from acuerdo.console import wording
from acuerdo.console.queries import ClockLine, Line
from acuerdo.core.agreements import Agreement
from acuerdo.core.clocks import NEAR, Target, amount_in_words, usual_day, whole_of
from acuerdo.core.hours import Calendar, Unit, measure
from acuerdo.core.tickets import Status
from acuerdo.tickets.models import Clock, Ticket
from acuerdo.ui.components import ChipKind, DueChip
from acuerdo.ui.language import language
from acuerdo.ui.moments import clock_time, short, since

MOMENT = timedelta(minutes=1)
#: What the core writes after an amount in English, and a chip has no room for.
LONG_IN_ENGLISH = " of business time"


parsed = lru_cache(maxsize=256)(Target.parse)


def chip(ticket: Ticket | Line, clocks: Sequence[Clock] | Sequence[ClockLine], agreement: Agreement, now: datetime) -> DueChip:
    """Say how a case stands, by the clock that is due next; `now` in UTC."""
    if not ticket.is_open:
        return over(ticket, clocks, agreement, now)
    if ticket.state is Status.RESOLVED:
        return solved(ticket, clocks, agreement, now)
    promises = [clock for clock in clocks if clock.is_promise and clock.is_live]
    running = sorted((clock for clock in promises if clock.due_at), key=due_key)
    if running:
        return due(running[0], agreement, now)
    paused = [clock for clock in promises if clock.remaining_seconds is not None]
    if paused:
        return rests(ticket, min(paused, key=lambda clock: clock.remaining_seconds or 0), agreement)
    return clockless(ticket, clocks, agreement)


def due_key(clock: Clock | ClockLine) -> float:
    """Sort by deadline."""
    return clock.due_at.timestamp() if clock.due_at else 0.0


def due(clock: Clock | ClockLine, agreement: Agreement, now: datetime) -> DueChip:
    """Say when a running promise is due, or since when it is late."""
    used, whole = used_of(clock, agreement, now)
    share, detail = 100 * used / whole, percent(used, whole)
    if clock.due_at is None or is_late(clock, clock.due_at, now):
        return DueChip("late", late_words(clock, agreement, now), share, detail)
    kind: ChipKind = "near" if used * NEAR.denominator >= whole * NEAR.numerator else "run"
    return DueChip(kind, left_words(clock, agreement, now), share, detail)


def is_late(clock: Clock | ClockLine, due_at: datetime, now: datetime) -> bool:
    """Say whether a deadline has passed; the manual's «<» is broken by reaching it."""
    return due_at <= now if parsed(clock.target).strict else due_at < now


def percent(part: int, whole: int) -> str:
    """Write a share in whole percent, a half to the even one; what is not yet used up is never 100 %."""
    share, rest = divmod(100 * part, whole)
    share += 2 * rest > whole or (2 * rest == whole and share % 2)
    return _("%(share)d %%") % {"share": min(share, 99) if part < whole else share}


def left_words(clock: Clock | ClockLine, agreement: Agreement, now: datetime) -> str:
    """«Vence en 1 h 12 min hábiles» today; «Vence mañana, 10:30» or «Vence jue 17 dic, 11:00» later."""
    if clock.due_at is None:
        return ""
    if same_day(clock.due_at, now, agreement.zone):
        return _("Vence en %(left)s") % {"left": open_time(clock, agreement, now, clock.due_at)}
    return _("Vence %(when)s") % {"when": short(clock.due_at, now, agreement.zone)}


def same_day(one: datetime, other: datetime, zone: tzinfo) -> bool:
    """Say whether two instants are of one local day."""
    return one.astimezone(zone).date() == other.astimezone(zone).date()


def late_words(clock: Clock | ClockLine, agreement: Agreement, now: datetime) -> str:
    """«Venció hace 1 h 10 min hábiles», «Venció hace 3 días hábiles»."""
    if clock.due_at is None or now - clock.due_at < MOMENT:
        return _("Venció hace un momento")
    calendar, target = agreement.calendars.get(clock.calendar), parsed(clock.target)
    if calendar and target.unit.is_business and not calendar.always:
        days = int(measure(calendar, Unit.BUSINESS_DAYS, clock.due_at, now))
        words = ngettext("%(days)d día hábil", "%(days)d días hábiles", days) % {"days": days}
    else:
        days = (now - clock.due_at).days
        words = ngettext("%(days)d día", "%(days)d días", days) % {"days": days}
    passed = words if days else open_time(clock, agreement, clock.due_at, now)
    return _("Venció hace %(passed)s") % {"passed": passed}


def open_time(clock: Clock | ClockLine, agreement: Agreement, start: datetime, end: datetime) -> str:
    """Write how much of a clock's own time lies between two instants; «hábiles» only where its unit is business."""
    calendar = agreement.calendars.get(clock.calendar)
    business = parsed(clock.target).unit.is_business and calendar is not None and not calendar.always
    unit = Unit.BUSINESS_HOURS if business else Unit.HOURS
    amount = measure(calendar or always(agreement), unit, start, end)
    words = amount_in_words(amount, unit, language())
    if not words.endswith(LONG_IN_ENGLISH):
        return words
    first, _space, rest = words.removesuffix(LONG_IN_ENGLISH).partition(" ")
    return f"{first} business {rest}"  # «7 business h 1 min»


def always(agreement: Agreement) -> Calendar:
    """Stand in for a calendar that the manual no longer has."""
    return Calendar("", "", agreement.zone, always=True)


def used_of(clock: Clock | ClockLine, agreement: Agreement, now: datetime) -> tuple[int, int]:
    """Give how much of a promise is used up now, and of how much; more than all when late.

    In whole numbers, as a quarter of the calls of a page of the queue were fractions being made.
    """
    calendar, target = agreement.calendars.get(clock.calendar), parsed(clock.target)
    if calendar is None or clock.due_at is None:
        return 1, 1
    amount, count = whole_of(calendar, target, clock.started_at, clock.due_at).as_integer_ratio()
    left, parts = measure(calendar, target.unit, now, clock.due_at).as_integer_ratio()
    return max(0, amount * parts - left * count), amount * parts


def rests(ticket: Ticket | Line, clock: Clock | ClockLine, agreement: Agreement) -> DueChip:
    """Say whom a paused promise waits for, and what it has left."""
    target, calendar = parsed(clock.target), agreement.calendars.get(clock.calendar)
    left = Fraction(clock.remaining or 0)
    words = amount_in_words(left, target.unit, language(), usual_day(calendar) if calendar else None)
    share = float(100 * Fraction(clock.elapsed) / target.amount) if target.amount else None
    said = _("queda %(left)s") if words.startswith("1 ") else _("quedan %(left)s")
    return DueChip("rest", wording.pause(ticket.status), share, said % {"left": words})


def solved(ticket: Ticket | Line, clocks: Sequence[Clock] | Sequence[ClockLine], agreement: Agreement, now: datetime) -> DueChip:
    """Say that the customer wrote after the solution, or until when they may."""
    if ticket.wrote_after_at:
        waits = since(ticket.wrote_after_at, now, agreement.zone)
        return DueChip("wrote", _("Escribió después"), None, _("espera desde hace %(time)s") % {"time": waits})
    ends = [clock.due_at for clock in clocks if not clock.is_promise and clock.is_live and clock.due_at]
    detail = _("se cierra solo %(when)s") % {"when": short(max(ends), now, agreement.zone)} if ends else _("sin cierre automático")
    return DueChip("rest", _("El cliente valida"), None, detail)


def over(ticket: Ticket | Line, clocks: Sequence[Clock] | Sequence[ClockLine], agreement: Agreement, now: datetime) -> DueChip:
    """Say how a case ended, when, and whether its promises were kept."""
    promises = [clock for clock in clocks if clock.is_promise]
    broken = sum(str(clock.state) == "breached" for clock in promises)
    kept = (
        _("plazos cumplidos")
        if promises and not broken
        else ngettext("%(n)d plazo vencido", "%(n)d plazos vencidos", broken) % {"n": broken}
    )
    when = since(ticket.closed_at, now, agreement.zone) if ticket.closed_at else ""
    label = agreement.statuses[ticket.status].label
    return DueChip("over", f"{label} · {when}" if when else label, None, kept if promises else "")


def clockless(ticket: Ticket | Line, clocks: Sequence[Clock] | Sequence[ClockLine], agreement: Agreement) -> DueChip:
    """Say why a case has no clock, or that it has kept what was promised."""
    if ticket.organisation_id is None:
        counts = _("contará desde las %(time)s") % {"time": clock_time(ticket.opened_at, agreement.zone)}
        return DueChip("none", _("Sin reloj: falta el cliente"), None, counts)
    if ticket.doubt:
        return DueChip("none", _("Sin reloj: falta el contrato"), None, wording.doubt(ticket.doubt))
    if any(clock.is_promise for clock in clocks):
        return DueChip("none", _("Plazos detenidos"), None, _("nada corre ahora"))
    return DueChip("none", _("Sin reloj"), None, _("el manual no le fija plazo"))
