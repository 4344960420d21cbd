"""Promised times as a customer reads them: a date instead of an adverb, and no more than the manual says."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from acuerdo.core.agreements import Agreement
from acuerdo.core.clocks import Target, target_in_words
from acuerdo.tickets.models import Clock, Ticket
from acuerdo.ui.language import language
from acuerdo.ui.moments import long, near_day

#: What ends a case says nothing about what a clock is for.
ENDINGS = frozenset({"resolved", "closed", "cancelled"})


@dataclass(frozen=True)
class Due:
    """A promise: "Le respondemos antes del" · "martes 24 de noviembre, 10:15" · "menos de 6 horas hábiles".

    `heading` is the first two as a sentence that can stand in a title.
    """

    lead: str
    when: str
    amount: str
    heading: str
    answers: bool
    at: datetime


def promises_of(ticket: Ticket, agreement: Agreement, *, after: datetime) -> list[Due]:
    """The live promises that have a deadline after an instant, the desk's answer first, then by deadline."""
    rows = [row for row in Clock.objects.filter(ticket=ticket, kind="promise") if row.is_live]
    found = [due_of(row, row.due_at, agreement, now=after) for row in rows if row.due_at and row.due_at > after]
    return sorted(found, key=lambda due: (not due.answers, due.at))


def due_of(row: Clock, due_at: datetime, agreement: Agreement, *, now: datetime) -> Due:
    """One stored promise in words. A `<` of the manual reads "antes de", no sign "a más tardar"."""
    target = Target.parse(row.target)
    stops = set(agreement.clocks[row.clock].stops)
    answers, solves = "responded" in stops, stops <= ENDINGS
    when = by_when(due_at, target, now, agreement)
    return Due(
        lead=lead_of(row, strict=target.strict, answers=answers, solves=solves),
        when=when,
        amount=target_in_words(target, language()),
        heading=heading_of(row, when, strict=target.strict, answers=answers),
        answers=answers,
        at=due_at,
    )


def by_when(due_at: datetime, target: Target, now: datetime, agreement: Agreement) -> str:
    """A deadline in words; a promised day that ends at midnight is that day, not the first instant of the next."""
    last = (due_at - timedelta(seconds=1)).astimezone(agreement.zone)
    ends_at_midnight = last.date() != due_at.astimezone(agreement.zone).date()
    return near_day(last.date()) if target.is_date and ends_at_midnight else long(due_at, now, agreement.zone)


def lead_of(row: Clock, *, strict: bool, answers: bool, solves: bool) -> str:
    """What stands above the date."""
    if answers:
        return _("Le respondemos antes del") if strict else _("Le respondemos a más tardar el")
    if solves and row.is_estimated:
        return _("Solución estimada, antes del") if strict else _("Solución estimada, a más tardar el")
    if solves:
        return _("Solución, antes del") if strict else _("Solución, a más tardar el")
    return (_("%(clock)s, antes del") if strict else _("%(clock)s, a más tardar el")) % {"clock": row.label}


def heading_of(row: Clock, when: str, *, strict: bool, answers: bool) -> str:
    """The promise in a title."""
    if answers:
        pattern = _("Le responderemos antes del %(when)s") if strict else _("Le responderemos a más tardar el %(when)s")
    else:
        pattern = _("%(clock)s: antes del %(when)s") if strict else _("%(clock)s: a más tardar el %(when)s")
    return pattern % {"clock": row.label, "when": when}


def zone_words(agreement: Agreement, at: datetime) -> str:
    """Whose hours these are: "Las horas son de Bogotá (GMT-5)."."""
    city = agreement.zone.key.rpartition("/")[2].replace("_", " ").replace("Bogota", "Bogotá")
    hours = (at.astimezone(agreement.zone).utcoffset() or timedelta()) / timedelta(hours=1)
    return _("Las horas son de %(city)s (GMT%(hours)s).") % {"city": city, "hours": f"{hours:+g}"}
