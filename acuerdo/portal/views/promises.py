"""A clock as its customer sees it: how it stands, the bar of days, and the reckoning that adds up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from acuerdo.core.agreements import Agreement
from acuerdo.core.clocks import NO_MOVES, Clock, Explanation, Kind, Moves, State, Terms, explain, sentence
from acuerdo.portal.wording import by_when, on_date, promised
from acuerdo.publishing.wording import clause_url
from acuerdo.ui.axis import times_of
from acuerdo.ui.components import ClockBar, ClockRow, Lane, Pin
from acuerdo.ui.lanes import lanes
from acuerdo.ui.language import language
from acuerdo.ui.reckoning import brief, reckoning, what_passed

Standing = Literal["run", "rest", "ok", "late", "none"]


@dataclass(frozen=True, slots=True)
class PromiseView:
    """One promise.

    `when` is the date as words, `why` the sentence that explains it, `rows` the reckoning;
    `clause` is the manual's line, `printed` its words.
    """

    what: str
    standing: Standing
    tag: str
    when: str
    why: str
    bar: ClockBar
    rows: tuple[ClockRow, ...]
    live: bool
    due: datetime | None
    printed: str = ""
    clause: str = ""
    clause_url: str = ""


def promises(clocks: Iterable[Clock], agreement: Agreement, terms: Terms, now: datetime, *, moved: Moves = NO_MOVES) -> list[PromiseView]:
    """The promises of a case: those that still run first, by what is due first. Windows are the customer's, not promises."""
    views = [promise(explain(clock, terms, now, moved), agreement, now) for clock in clocks if clock.kind is Kind.PROMISE]
    return sorted(views, key=lambda view: (not view.live, view.due or now))


def promise(explanation: Explanation, agreement: Agreement, now: datetime) -> PromiseView:
    """One promise, explained."""
    clock, zone = explanation.clock, agreement.zone
    standing, tag = stands(clock)
    return PromiseView(
        what=promised(clock.rule, clock.label, estimated=clock.promise.estimated, done=not clock.is_live),
        standing=standing,
        tag=tag,
        when=when(clock, now, zone),
        why=sentence(explanation, language()),
        bar=bar(explanation, now, zone),
        rows=tuple(reckoning(explanation, zone)),
        live=clock.is_live,
        due=clock.due_at or clock.due_if_resumed,
        printed=clock.promise.printed,
        clause=clock.promise.source,
        clause_url=clause_url(clock.promise.source, agreement.version),
    )


def stands(clock: Clock) -> tuple[Standing, str]:
    """How a promise stands, in words."""
    if clock.state is State.MET:
        return "ok", _("Cumplido")
    if clock.state is State.CANCELLED:
        return "none", _("Ya no aplica")
    if clock.state is State.BREACHED:
        return "late", _("Nos pasamos de la fecha") if clock.is_live else _("Cumplido tarde")
    return ("rest", _("Detenido")) if clock.is_paused and clock.due_at is None else ("run", _("En curso"))


def when(clock: Clock, now: datetime, zone: ZoneInfo) -> str:
    """The date that matters now: when it was done, was due, is due, or would be."""
    if clock.stopped_at:
        return ended(clock, now, zone)
    if clock.due_at and clock.due_at < now:
        return _("Era para %(when)s") % {"when": on_date(clock.due_at, now, zone)}
    if clock.due_at:
        return capfirst(by_when(clock.due_at, now, zone, strict=clock.target.strict))
    if clock.due_if_resumed:
        words = by_when(clock.due_if_resumed, now, zone, strict=clock.target.strict)
        return _("Si nos responde ahora: %(when)s") % {"when": words}
    return ""


def ended(clock: Clock, now: datetime, zone: ZoneInfo) -> str:
    """When it stopped, and what had been promised."""
    said = {"stopped": on_date(clock.stopped_at or now, now, zone), "due": ""}
    if clock.due_at is None:
        return capfirst(said["stopped"])
    said["due"] = on_date(clock.due_at, now, zone)
    if clock.state is State.CANCELLED:
        return _("El caso terminó %(stopped)s; el plazo vencía %(due)s.") % said
    return _("Hecho %(stopped)s; el plazo vencía %(due)s.") % said


def bar(explanation: Explanation, now: datetime, zone: ZoneInfo) -> ClockBar:
    """The bar of days with its pins, told to who cannot see it by the explanation's own sentence."""
    clock = explanation.clock
    days, (lane,) = lanes([times_of(explanation, what_passed)], now, zone, days_after=1, with_opens=True)
    return ClockBar(days=days, lane=lane, pins=tuple(pins(clock, lane, zone)), label=sentence(explanation, language()))


def pins(clock: Clock, lane: Lane, zone: ZoneInfo) -> Iterator[Pin]:
    """When it began, when it was done, when it is due."""
    yield Pin(lane.begins, _("Empezó"), brief(clock.counts_from, zone))
    if clock.stopped_at and lane.done_at is not None:
        yield Pin(lane.done_at, done_words(clock), brief(clock.stopped_at, zone))
    if clock.due_at and lane.due_at is not None:
        yield Pin(lane.due_at, _("Plazo"), brief(clock.due_at, zone))
    elif clock.due_if_resumed and lane.due_if is not None:
        yield Pin(lane.due_if, _("Si responde ahora"), brief(clock.due_if_resumed, zone))


def done_words(clock: Clock) -> str:
    """What stopped it."""
    return {"responded": _("Respuesta"), "resolved": _("Solución"), "closed": _("Cierre")}.get(clock.stopped_by, _("Hecho"))
