"""A case as a line of Mi área: whose turn it is, what happened last, and the next promise."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Literal

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from acuerdo.core.agreements import Agreement
from acuerdo.core.clocks import Target
from acuerdo.core.hours import deadline
from acuerdo.core.tickets import Status
from acuerdo.customers.models import Contact
from acuerdo.portal.queries import asks_to_decide, is_yours
from acuerdo.portal.wording import by_when, on_date, promised
from acuerdo.satisfaction.wording import how_it_closed
from acuerdo.tickets.models import Clock, Ticket
from acuerdo.tickets.queries import agreement_for, first_due

TurnKind = Literal["turn", "late", "work", "over"]


@dataclass(frozen=True, slots=True)
class Next:
    """The next promise: what, by when, whether that time is past, and why: the agreement's own words for it."""

    what: str
    when: str = ""
    late: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line."""

    number: int
    subject: str
    turn: TurnKind
    tag: str
    last: str
    by: str
    next: Next
    do: str = ""
    to: str = ""


def rows(
    tickets: Iterable[Ticket], clocks: Iterable[Clock], reader: Contact, now: datetime, *, rated: Container[int] = ()
) -> list[CaseRow]:
    """The lines of these cases; theirs are among `clocks`, and `rated` those that need no opinion any more."""
    by_ticket: dict[int, list[Clock]] = {}
    for clock in clocks:
        by_ticket.setdefault(clock.ticket_id, []).append(clock)
    return [row(ticket, by_ticket.get(ticket.pk, []), reader, now, is_rated=ticket.pk in rated) for ticket in tickets]


def row(ticket: Ticket, clocks: Sequence[Clock], reader: Contact, now: datetime, *, is_rated: bool = True) -> CaseRow:
    """One case's line."""
    agreement = agreement_for(ticket)
    live = [clock for clock in clocks if clock.is_promise and clock.is_live]
    overdue = first_due(clock for clock in live if clock.due_at and clock.due_at < now)
    turn = whose_turn(ticket, late=overdue is not None)
    do, to = what_to_do(ticket, agreement, turn, is_rated=is_rated)
    return CaseRow(
        number=ticket.number,
        subject=ticket.subject,
        turn=turn,
        tag=tag_of(ticket, turn),
        last=last_of(ticket, agreement, now),
        by=reported_by(ticket, agreement, reader),
        next=next_of(ticket, agreement, live, overdue, now),
        do=do,
        to=to,
    )


def what_to_do(ticket: Ticket, agreement: Agreement, turn: TurnKind, *, is_rated: bool) -> tuple[str, str]:
    """What the customer may do next, and where on the case's page; nothing where nothing is asked of them."""
    if turn == "over":
        asks = ticket.state is Status.CLOSED and agreement.survey is not None and not is_rated
        return (_("Decirnos cómo le fue"), "#ask") if asks else ("", "")
    if turn != "turn":
        return "", ""
    if asks_to_decide(ticket):
        return _("Ver la propuesta y responder"), "#work"
    return (_("Aprobar o decir qué falta"), "#turn") if ticket.state is Status.RESOLVED else (_("Responder"), "#escribir")


def whose_turn(ticket: Ticket, *, late: bool) -> TurnKind:
    """Whose step is next; a promise that is broken is said before anything else of ours."""
    if not ticket.is_open:
        return "over"
    if is_yours(ticket):
        return "turn"
    return "late" if late else "work"


def tag_of(ticket: Ticket, turn: TurnKind) -> str:
    """The words of the tag."""
    if ticket.state is Status.CANCELLED:
        return _("Anulado")
    return {
        "turn": _("Le toca a usted"),
        "late": _("Nos pasamos de la fecha"),
        "work": _("Estamos trabajando"),
        "over": _("Cerrado"),
    }[turn]


def last_of(ticket: Ticket, agreement: Agreement, now: datetime) -> str:
    """What happened last, in a sentence."""
    zone, status = agreement.zone, ticket.state
    if status is Status.CANCELLED:
        into = ticket.merged_into
        return _("Lo unimos al caso %(number)s, donde sigue.") % {"number": into.number} if into else _("El caso se anuló.")
    if not ticket.is_open:
        return how_it_closed(ticket.closed_as, agreement)
    if status is Status.RESOLVED and ticket.resolved_at:
        if ticket.wrote_after_at:
            words = _("Usted escribió después de la solución, %(when)s. Nos toca contestarle.")
            return words % {"when": on_date(ticket.wrote_after_at, now, zone)}
        words = _("Le entregamos la solución %(when)s. Falta que nos diga si le sirve.")
        return words % {"when": on_date(ticket.resolved_at, now, zone)}
    if status is Status.WAITING_CUSTOMER:
        return _("Le pedimos algo %(when)s.") % {"when": on_date(ticket.answered_at or ticket.last_activity_at, now, zone)}
    return at_work(ticket, agreement, now)


def at_work(ticket: Ticket, agreement: Agreement, now: datetime) -> str:
    """What we are doing with a case that is ours."""
    zone = agreement.zone
    if asks_to_decide(ticket):
        return _("Le enviamos una propuesta. Seguimos cuando nos diga si la aprueba.")
    if sentence := agreement.statuses[ticket.status].sentence:
        return sentence
    if ticket.assignee is None:
        return _("Lo recibimos %(when)s. Falta asignarle una persona.") % {"when": on_date(ticket.opened_at, now, zone)}
    words = {"name": ticket.assignee.name, "when": ""}
    if ticket.customer_wrote_at and ticket.answered_at and ticket.customer_wrote_at > ticket.answered_at:
        return _("%(name)s lo atiende; recibimos su último mensaje %(when)s.") % {
            **words,
            "when": on_date(ticket.customer_wrote_at, now, zone),
        }
    if ticket.answered_at:
        return _("%(name)s lo atiende; le escribimos %(when)s.") % {**words, "when": on_date(ticket.answered_at, now, zone)}
    return _("Lo atiende %(name)s.") % words


def reported_by(ticket: Ticket, agreement: Agreement, reader: Contact) -> str:
    """Lo reportó usted · Alto."""
    who = _("Lo reportó usted") if ticket.contact_id == reader.pk else _("Lo reportó %(name)s") % {"name": ticket.contact.name}
    return " · ".join([who, *(agreement.label(fact, ticket.facts[fact]) for fact in agreement.fields if ticket.facts.get(fact))])


def next_of(ticket: Ticket, agreement: Agreement, live: Sequence[Clock], overdue: Clock | None, now: datetime) -> Next:
    """What the customer waits for, and until when."""
    zone = agreement.zone
    if not ticket.is_open:
        return Next(_("Terminó"), capfirst(on_date(ticket.closed_at, now, zone)) if ticket.closed_at else "")
    if ticket.state is Status.RESOLVED:
        label = agreement.statuses[ticket.status].label
        return Next(label, _("Espera nuestra respuesta") if ticket.wrote_after_at else _("Espera su aprobación"))
    if asks_to_decide(ticket):
        return Next(_("Le enviamos una propuesta"), _("Espera su aprobación"))
    if overdue and overdue.due_at:
        return Next(_("Era para"), capfirst(on_date(overdue.due_at, now, zone)), late=True, why=why(overdue))
    due = first_due(live)
    if due and due.due_at:
        strict = Target.parse(due.target).strict
        return Next(words_of(due, agreement), capfirst(by_when(due.due_at, now, zone, strict=strict)), why=why(due))
    return paused(live, agreement, now)


def paused(live: Sequence[Clock], agreement: Agreement, now: datetime) -> Next:
    """All that run stand still: when the first would be due if it went on now."""
    waiting = [(at, clock) for clock in live if (at := if_resumed(clock, agreement, now))]
    if not waiting:
        return Next(agreement.statuses["in_progress"].label if not live else _("El plazo está detenido"))
    at, clock = min(waiting, key=lambda pair: pair[0])
    words = words_of(clock, agreement).lower()
    return Next(_("Detenido. Si responde ahora, %(what)s") % {"what": words}, capfirst(on_date(at, now, agreement.zone)), why=why(clock))


def why(clock: Clock) -> str:
    """«Es lo que dice su acuerdo: 2 días hábiles»; the exact reckoning is on the case's page."""
    return _("Por su acuerdo: «%(words)s»") % {"words": clock.printed} if clock.printed else ""


def if_resumed(clock: Clock, agreement: Agreement, now: datetime) -> datetime | None:
    """When a paused clock would be due if it went on now."""
    target, calendar = Target.parse(clock.target), agreement.calendars.get(clock.calendar)
    if calendar is None or target.is_date or target.end_of_day or not clock.remaining:
        return None
    return deadline(calendar, target.unit, now, Fraction(clock.remaining))


def words_of(clock: Clock, agreement: Agreement) -> str:
    """What a stored clock promises."""
    return promised(agreement.clocks.get(clock.clock), clock.label, estimated=clock.is_estimated)
