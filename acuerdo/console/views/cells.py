"""What each column of the queue says of a case."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from acuerdo.console.queries import ClockLine, Line
from acuerdo.console.queries.view import OF_THE_MANUAL
from acuerdo.console.views.chips import due, rests
from acuerdo.console.views.columns import EFFORT, OF_A_CLOCK, Column
from acuerdo.core.agreements import Agreement
from acuerdo.ui.moments import exact, since


@dataclass(frozen=True, slots=True)
class Cell:
    """Words under a column's heading; `title` says more on hover, `kind` is a due chip's: the colour and the icon of a clock."""

    column: Column
    words: str = ""
    title: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """What cells are made of; `clocks` are all of this case."""

    ticket: Line
    clocks: Sequence[ClockLine]
    agreement: Agreement
    now: datetime


def cell(column: Column, case: Case, drawn: Mapping[str, str]) -> Cell:
    """Say one; `drawn` are the words that the row as it is drawn says anyway, by column."""
    name = column.name
    if name in drawn:
        return Cell(column, drawn[name], drawn[name])
    if name.startswith(OF_A_CLOCK):
        return of_clock(column, case)
    if name.startswith(OF_THE_MANUAL):
        return plain(column, of_field(name.removeprefix(OF_THE_MANUAL), case))
    if name == "abierto":
        at, zone = case.ticket.opened_at, case.agreement.zone
        return Cell(column, since(at, case.now, zone), exact(at, zone))
    return plain(column, SAID[name](case) if name in SAID else "")


def plain(column: Column, words: str) -> Cell:
    """Words that a narrow column may cut are whole on hover."""
    return Cell(column, words, words)


def of_field(name: str, case: Case) -> str:
    """The manual's word for a value of its fields; before the colon of a word that explains itself."""
    value = str(case.ticket.facts.get(name, ""))
    return case.agreement.label(name, value).partition(":")[0] if value else ""


def of_clock(column: Column, case: Case) -> Cell:
    """How a promise stands: its last cycle that was not called off."""
    name = column.name.removeprefix(OF_A_CLOCK)
    cycles = [clock for clock in case.clocks if clock.clock == name and clock.is_promise and clock.state != "cancelled"]
    if not cycles:
        return Cell(column)
    clock = max(cycles, key=lambda one: one.cycle)
    if clock.is_live and clock.due_at:
        chip = due(clock, case.agreement, case.now)
        return Cell(column, chip.words, f"{clock.label}: {chip.words} · {chip.detail}", chip.kind)
    if clock.is_live:
        chip = rests(case.ticket, clock, case.agreement)
        return Cell(column, chip.detail, f"{clock.label}: {chip.words} · {chip.detail}", chip.kind)
    broken = clock.state == "breached"
    words = _("Incumplido") if broken else _("Cumplido")
    when = f" · {exact(clock.stopped_at, case.agreement.zone)}" if clock.stopped_at else ""
    return Cell(column, words, f"{clock.label}: {words}{when}", "late" if broken else "over")


def kind_of(case: Case) -> str:
    """The manual's name of its type."""
    value = str(case.ticket.facts.get("type", ""))
    return case.agreement.label("type", value) if value else ""


def product_of(case: Case) -> str:
    """The manual's name of its product, or the customer's."""
    value = str(case.ticket.facts.get("product", ""))
    return case.agreement.label("product", value) if value else case.ticket.product or ""


def status_of(case: Case) -> str:
    """Its status, and the stage in it."""
    status = case.agreement.statuses[case.ticket.status]
    stage = status.stages.get(case.ticket.stage)
    return f"{status.label} · {stage.label}" if stage else status.label


SAID: Mapping[str, Callable[[Case], str]] = {
    "estado": status_of,
    "equipo": lambda case: case.ticket.team or "",
    "tipo": kind_of,
    "producto": product_of,
    "etiquetas": lambda case: ", ".join(case.ticket.tags),
    "contacto": lambda case: case.ticket.contact or case.ticket.email,
}


def little_effort(ticket: Line, agreement: Agreement) -> str:
    """What the manual says of a case that is done at once because it is little work (SGM-044); nothing of any other."""
    field = agreement.fields.get(EFFORT)
    first = next(iter(field.values), "") if field else ""
    return field.values[first].label if field and first and ticket.facts.get(EFFORT) == first else ""
