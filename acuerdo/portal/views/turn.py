"""Whose turn it is in a case, said first on its page: what the customer is asked, or what they may expect from us."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from acuerdo.core.agreements import Agreement
from acuerdo.core.clocks import Clock, amount_in_words, usual_day
from acuerdo.core.tickets import Status
from acuerdo.portal.queries import asks_to_decide
from acuerdo.portal.views.promises import PromiseView
from acuerdo.portal.views.rows import TurnKind, last_of, tag_of, what_to_do, whose_turn
from acuerdo.tickets.actions.hear import reopen_until
from acuerdo.tickets.models import Message, Ticket
from acuerdo.tickets.queries import agreement_for
from acuerdo.ui.language import language
from acuerdo.ui.moments import long


@dataclass(frozen=True, slots=True)
class Silence:
    """When silence closes, and what is left of the window, in words."""

    when: str
    left: str


@dataclass(frozen=True, slots=True)
class Turn:
    """The card on top of a case's page. `solution` waits for a decision; `closes` when silence ends it; `do` leads `to` what is asked."""

    kind: TurnKind
    tag: str
    headline: str
    detail: str = ""
    solution: Message | None = None
    closes: Silence | None = None
    do: str = ""
    to: str = ""


def turn_of(ticket: Ticket, clocks: Iterable[Clock], promises: Sequence[PromiseView], messages: Sequence[Message], now: datetime) -> Turn:
    """The card of a case."""
    agreement = agreement_for(ticket)
    late = any(promise.live and promise.standing == "late" for promise in promises)
    kind = whose_turn(ticket, late=late)
    tag = tag_of(ticket, kind)
    if kind == "over":
        return Turn(kind, tag, last_of(ticket, agreement, now), after_the_end(ticket, agreement, now))
    if ticket.state is Status.RESOLVED:
        solution = next((m for m in reversed(messages) if m.kind == Message.Kind.SOLUTION), None)
        closes = None if ticket.wrote_after_at else closes_at(clocks, agreement, now)
        headline = _("Le entregamos la solución. Pruébela y díganos si le sirve.")
        detail = last_of(ticket, agreement, now) if ticket.wrote_after_at else ""
        return Turn(kind, tag, headline, detail, solution, closes)
    if kind == "turn":
        detail = _("El plazo está detenido hasta que nos responda.") if stands_still(promises) else ""
        headline = (
            _("Le enviamos una propuesta. Díganos si la aprueba.") if asks_to_decide(ticket) else _("Necesitamos su respuesta para seguir.")
        )
        do, to = what_to_do(ticket, agreement, kind, is_rated=True)
        return Turn(kind, tag, headline, detail, do=do, to=to)
    return Turn(kind, tag, ahead_of(promises), last_of(ticket, agreement, now))


def stands_still(promises: Sequence[PromiseView]) -> bool:
    """Whether a promise waits for the customer."""
    return any(promise.standing == "rest" for promise in promises)


def ahead_of(promises: Sequence[PromiseView]) -> str:
    """The next promise as a sentence: «Le respondemos antes de mañana, martes 24, 10:15»."""
    live = [promise for promise in promises if promise.live]
    broken = next((promise for promise in live if promise.standing == "late"), None)
    if broken:
        return f"{broken.what}: {lower(broken.when)}."
    if live:
        return f"{live[0].what} {lower(live[0].when)}."
    return _("Estamos trabajando en su caso.")


def lower(words: str) -> str:
    """Words that go on a sentence."""
    return words[:1].lower() + words[1:]


def closes_at(clocks: Iterable[Clock], agreement: Agreement, now: datetime) -> Silence | None:
    """When silence closes; None where the manual never closes so, or nothing runs."""
    name = agreement.closure.auto_close
    window = next((clock for clock in clocks if name and clock.id == name and clock.is_live and clock.due_at), None)
    if window is None or window.due_at is None or window.due_at <= now:
        return None
    left = amount_in_words(window.remaining, window.target.unit, language(), usual_day(window.calendar))
    return Silence(long(window.due_at, now, agreement.zone), left)


def after_the_end(ticket: Ticket, agreement: Agreement, now: datetime) -> str:
    """What writing on the case's page does now."""
    until = reopen_until(ticket) if ticket.state is Status.CLOSED else None
    if until and until >= now:
        return _("Si algo vuelve a fallar, escríbanos aquí antes del %(when)s y el caso se abre de nuevo.") % {
            "when": long(until, now, agreement.zone)
        }
    return _("Si algo vuelve a fallar, escríbanos aquí: abrimos otro caso unido a este.")
