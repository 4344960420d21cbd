"""The clock panel of a case: its folded clocks, explained, on one axis of days."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction
from functools import partial

from django.utils.translation import gettext as _

from acuerdo.console.views import reckoning
from acuerdo.console.views.chips import percent
from acuerdo.core.agreements import Agreement
from acuerdo.core.clocks import NEAR, NO_MOVES, Clock, Explanation, Kind, Moves, State, Terms, amount_in_words, explain, sentence, usual_day
from acuerdo.core.clocks.outcome import outcome
from acuerdo.core.clocks.sentence import dates_for, promised
from acuerdo.publishing.wording import clause_url
from acuerdo.ui.axis import times_of
from acuerdo.ui.components import ClockPanel, ClockView, DueState, Lane
from acuerdo.ui.lanes import lanes, panel
from acuerdo.ui.language import language
from acuerdo.ui.moments import short

READER = "desk"
#: Beside a day or more, minutes are not worth their room.
MINUTES_OF_DAYS = re.compile(r"(\b(?:y|and) \d+ h) \d+ min")


def panel_of(
    clocks: Sequence[Clock], terms: Terms, agreement: Agreement, stops: "Stops", now: datetime, *, moved: Moves = NO_MOVES
) -> ClockPanel:
    """Draw the clocks of a case, with how their deadlines moved; `now` in UTC, in whole seconds."""
    told = explained(clocks, terms, now, moved)
    days, drawn = lanes([times_of(each, partial(reckoning.on_lane, each), pin(each, stops)) for each in told], now, agreement.zone)
    views = [view_of(each, lane, agreement, now) for each, lane in zip(told, drawn, strict=True)]
    return panel(days, views, now, agreement.zone)


def explained(clocks: Sequence[Clock], terms: Terms, now: datetime, moved: Moves = NO_MOVES) -> list[Explanation]:
    """Lay open each clock that is worth showing."""
    return [explain(to_the_minute(clock), terms, now, moved) for clock in worth_showing(clocks)]


def worth_showing(clocks: Sequence[Clock]) -> Iterator[Clock]:
    """Leave out the windows of solutions that were replaced: only a clock's last one is of use to anybody."""
    last = {clock.id: clock.cycle for clock in clocks}
    return (clock for clock in clocks if clock.kind is Kind.PROMISE or clock.cycle == last[clock.id])


def to_the_minute(clock: Clock) -> Clock:
    """Round up what a paused clock would have: it moves with every second, and nobody is promised it."""
    due = clock.due_if_resumed
    return replace(clock, due_if_resumed=due.replace(second=0) + timedelta(minutes=due.second > 0)) if due else clock


#: Who stopped a clock, by the instant and the event: «Respondió Marcela Ibarra».
Stops = dict[tuple[datetime, str], str]


def pin(told: Explanation, stops: Stops) -> str:
    """Say beside the flag who stopped it, and how long before or after its deadline; the sentence below says when."""
    clock = told.clock
    if clock.stopped_at is None or clock.kind is not Kind.PROMISE:
        return ""
    who = stops.get((clock.stopped_at, clock.stopped_by), _("Se detuvo"))
    left = in_words(clock, max(clock.remaining, -clock.remaining))
    if clock.computed is State.MET and clock.remaining > 0:
        return _("%(who)s, %(left)s antes del plazo") % {"who": who, "left": left}
    if clock.computed is State.BREACHED and clock.remaining < 0:
        return _("%(who)s, %(left)s después del plazo") % {"who": who, "left": left}
    return who


def view_of(told: Explanation, lane: Lane, agreement: Agreement, now: datetime) -> ClockView:
    """Say all that is written around a lane."""
    clock = told.clock
    share = share_of(clock)
    state = state_of(clock, share)
    why, why_if = why_of(told)
    return ClockView(
        label=name_of(clock),
        used_share=float(share * 100),
        used_words=used_words(clock, share),
        due_words=short(told.deadline, now, agreement.zone) if told.deadline else "",
        lane=lane,
        due_state=state,
        due_detail=detail_of(clock, state),
        why=why,
        why_if=why_if,
        scope=clock.promise.basis,
        printed=clock.promise.printed,
        clause=clock.promise.source,
        clause_url=clause_url(clock.promise.source, agreement.version),
        live=clock.is_live,
    )


def name_of(clock: Clock) -> str:
    """Name a clock, and which time it runs after the first."""
    return clock.label if clock.cycle == 1 else _("%(clock)s (%(n)d.ª vez)") % {"clock": clock.label, "n": clock.cycle}


def share_of(clock: Clock) -> Fraction:
    """Give how much of the target is used; of a promised date, of the time to it."""
    whole = Fraction(clock.elapsed) + Fraction(clock.remaining) if clock.target.is_date else clock.target.amount
    return Fraction(clock.elapsed) / whole if whole else Fraction(1)


def state_of(clock: Clock, share: Fraction) -> DueState:
    """Name how the deadline stands, as the panel draws it."""
    if clock.kind is Kind.WINDOW:
        return {State.ANSWERED: "answered", State.ELAPSED: "elapsed"}.get(clock.state, "")  # type: ignore[return-value]
    if clock.state is State.BREACHED:
        return "late" if clock.is_live else "missed"
    if clock.state is State.RUNNING and share >= NEAR:
        return "near"
    return {State.PAUSED: "if", State.MET: "met"}.get(clock.state, "")  # type: ignore[return-value]


def used_words(clock: Clock, share: Fraction) -> str:
    """«17 % · 1 h de 6 h» once stopped, «4 % · queda 1 día y 11 h» while it lives."""
    used = percent(*share.as_integer_ratio())
    if clock.is_live and clock.remaining > 0:
        return f"{used} · {_('queda %(left)s') % {'left': brief(clock, clock.remaining)}}"
    if clock.target.is_date:
        return used
    of = _("%(used)s de %(all)s") % {"used": brief(clock, clock.elapsed), "all": brief(clock, clock.target.amount)}
    return f"{used} · {of}"


def detail_of(clock: Clock, state: DueState) -> str:
    """Say under the deadline what it means."""
    if state in {"", "near"} and clock.kind is Kind.PROMISE and clock.state is State.RUNNING:
        return _("en %(left)s") % {"left": brief(clock, clock.remaining)}
    if state == "late":
        return _("vencido hace %(time)s") % {"time": brief(clock, -clock.remaining)} if clock.remaining < 0 else _("vencido")
    if state == "if":
        asked = clock.pauses and clock.pauses[-1].cause == "waiting_customer"
        return _("si responde ahora") if asked else _("si sigue ahora")
    if clock.kind is Kind.WINDOW and clock.state is State.RUNNING:
        return _("si el cliente calla")
    return {
        "met": _("cumplido"),
        "missed": _("incumplido"),
        "answered": _("se detuvo antes"),
        "elapsed": _("pasó"),
    }.get(state, _("terminó antes") if clock.state is State.CANCELLED else "")


def why_of(told: Explanation) -> tuple[str, str]:
    """Give the explanation without the promise, which the panel sets in the manual's type; what would be, apart."""
    lang = language()
    said = sentence(told, lang, READER).removeprefix(promised(told, lang)).strip()
    if told.clock.due_if_resumed is None:
        return said, ""
    would_be = outcome(told, dates_for(told, lang), READER)
    return said.removesuffix(would_be).strip(), would_be


def in_words(clock: Clock, amount: Fraction | int) -> str:
    """Write an amount of a clock's unit."""
    return amount_in_words(amount, clock.target.unit, language(), usual_day(clock.calendar))


def brief(clock: Clock, amount: Fraction | int) -> str:
    """Write it where the unit is known from what stands around."""
    words = in_words(clock, amount)
    for known in (" hábiles", " hábil", " of business time", "business "):
        words = words.replace(known, "")
    return MINUTES_OF_DAYS.sub(r"\1", words)
