"""What a customer reads: usted, present tense, a date instead of an adverb (mockups/portal/README.md, Tone)."""

from datetime import datetime, tzinfo

from django.utils.dates import WEEKDAYS
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from acuerdo.core.clocks import ClockRule
from acuerdo.core.errors import Refusal
from acuerdo.tickets import wording as of_tickets
from acuerdo.ui.moments import clock_time, day_word, long


def of(refusal: Refusal) -> str:
    """A refusal as the desk's rooms word it, where nothing in it is the desk's own business."""
    if refusal.code == "tickets.reason_missing":
        return _("Cuéntenos qué encontró al probar: con eso retomamos el caso.")
    if refusal.code == "tickets.already_decided":
        return _("Esta solución ya no espera su respuesta: se respondió antes, la cambiamos por otra o el caso se cerró.")
    return of_tickets.of(refusal)


def by_when(due: datetime, now: datetime, zone: tzinfo, *, strict: bool) -> str:
    """Until when: «antes de mañana, martes 24, 10:15», «a más tardar el miércoles 25 de noviembre, 17:20».

    A target with `<` (strict) reads “antes de”, one without a sign “a más tardar”.
    """
    local, word = due.astimezone(zone), day_word(due, now, zone)
    words = {
        "day": f"{WEEKDAYS[local.weekday()]} {local.day}",
        "time": clock_time(due, zone),
        "date": long(due, now, zone),
    }
    days = (local.date() - now.astimezone(zone).date()).days
    if word and days == 0:
        pattern = _("antes de hoy, %(time)s") if strict else _("hoy, a más tardar a las %(time)s")
    elif word and days == 1:
        pattern = _("antes de mañana, %(day)s, %(time)s") if strict else _("a más tardar mañana, %(day)s, %(time)s")
    else:
        pattern = _("antes del %(date)s") if strict else _("a más tardar el %(date)s")
    return pattern % words


def on_date(value: datetime, now: datetime, zone: tzinfo) -> str:
    """When it was: «el viernes 20 de noviembre, 10:30», «hoy a las 16:15»."""
    word = day_word(value, now, zone)
    if word:
        return _("%(day)s a las %(time)s") % {"day": word, "time": clock_time(value, zone)}
    return _("el %(date)s") % {"date": long(value, now, zone)}


def promised(rule: ClockRule | None, label: str, *, estimated: bool, done: bool = False) -> str:
    """What a clock promises, by what stops it: an answer, a solution, or what the manual calls it."""
    first = rule.stops[0] if rule and rule.stops else ""
    if first == "responded":
        return _("Respuesta") if done else _("Le respondemos")
    if first == "resolved":
        return _("Solución estimada") if estimated else _("Solución")
    return capfirst(label)
