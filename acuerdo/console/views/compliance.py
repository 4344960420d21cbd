"""Promises kept and broken in a period: the report, the cases behind each of its numbers, and both as tables for a spreadsheet."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Self
from urllib.parse import urlencode

from django.http import HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.console.queries.compliance import BY, Figures, Period, figures, stopped_in
from acuerdo.console.queries.moments import local
from acuerdo.console.views.kept import Kept, Named, behind, names_of, ordered, percent, promises, urgency_of
from acuerdo.console.views.rail import rail
from acuerdo.core.agreements import Agreement
from acuerdo.people.access import AUDIT, OVERSEE, SignedInRequest, needs

#: No period is longer: ten years of figures are no figure.
LONGEST = timedelta(days=3660)
#: So many values of a fact stand on the page; the table for a spreadsheet has all.
MOST = 60
#: A spreadsheet takes a cell that begins so for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Asked:
    """A period and by what its figures are told apart; it lives in the address."""

    period: Period
    by: str = "promesa"

    @classmethod
    def of(cls, query: QueryDict, now: datetime) -> Self:
        """Read it; what cannot be read is this month. A period that ends before it begins is turned around."""
        today = local(now).date()
        first, last = day(query.get("desde", "")) or today.replace(day=1), day(query.get("hasta", "")) or today
        first, last = min(first, last), max(first, last)
        by = query.get("por", "")
        return cls(Period(max(first, last - LONGEST), last), by if by in BY else "promesa")

    @property
    def query(self) -> str:
        """As an address has it."""
        return "?" + urlencode({"desde": self.period.first, "hasta": self.period.last, "por": self.by})


def day(text: str) -> date | None:
    """Read a day of an address; None where it is none, or none that a calendar of ours reaches."""
    try:
        read = date.fromisoformat(text)
    except ValueError:
        return None
    return read if 2000 <= read.year <= 2200 else None  # noqa: PLR2004


@dataclass(frozen=True, slots=True)
class Part:
    """A value of the fact, by name, with its promises."""

    name: str
    rows: tuple[tuple[Named, Kept], ...]


@require_safe
@needs(OVERSEE, AUDIT)
def compliance(request: SignedInRequest) -> HttpResponse:
    """Show the report."""
    now = timezone.now()
    asked = Asked.of(request.GET, now)
    agreement = agreement_of(current_version())
    found = figures(stopped_in(asked.period), asked.by, urgency_of(agreement))
    made = parts(asked, found, agreement)
    context = {
        "now": now,
        "asked": asked,
        "parts": made[:MOST],
        "more": max(0, len(made) - MOST),
        "periods": periods(asked, now),
        "choices": [(words, replace(asked, by=name).query, name == asked.by) for name, words in words_of_facts().items()],
        "heading": words_of_facts()[asked.by],
        "cancelled": sum(one.cancelled for one in found),
        **rail(request.user, "supervision"),
    }
    return render(request, "console/compliance.html", context)


def parts(asked: Asked, found: list[Figures], agreement: Agreement) -> list[Part]:
    """Draw the figures: for each value of the fact its promises, in the manual's order."""
    named = promises(found, agreement)
    at = {(one.of, one.clock, one.is_estimated): one for one in found}
    made = []
    for value, name in ordered(asked.by, found, agreement).items():
        here = [(one, at.get((value, *promise))) for promise, one in named.items()]
        made.append(Part(name, tuple((promise, Kept(one, behind(asked.by, one, asked.period))) for promise, one in here if one)))
    return made


def words_of_facts() -> dict[str, str]:
    """By what the figures may be told apart, in words."""
    return {
        "promesa": _("Promesa"),
        "plan": _("Plan"),
        "prioridad": _("Prioridad"),
        "cliente": _("Cliente"),
        "responsable": _("Responsable"),
        "nivel": _("Nivel"),
    }


def periods(asked: Asked, now: datetime) -> list[tuple[str, str, bool]]:
    """Offer the usual periods: words, address, chosen."""
    today = local(now).date()
    month = today.replace(day=1)
    before = month - timedelta(days=1)
    usual = {
        _("Este mes"): Period(month, today),
        _("El mes pasado"): Period(before.replace(day=1), before),
        _("Últimos 30 días"): Period(today - timedelta(days=29), today),
        _("Últimos 90 días"): Period(today - timedelta(days=89), today),
    }
    return [(words, replace(asked, period=period).query, period == asked.period) for words, period in usual.items()]


@require_safe
@needs(OVERSEE, AUDIT)
def export(request: SignedInRequest) -> StreamingHttpResponse:
    """Give the figures as a table for a spreadsheet."""
    asked = Asked.of(request.GET, timezone.now())
    agreement = agreement_of(current_version())
    made = parts(asked, figures(stopped_in(asked.period), asked.by, urgency_of(agreement)), agreement)
    head = [
        *(_("Desde"), _("Hasta"), words_of_facts()[asked.by], _("Promesa"), _("Estimada"), _("Cumplidas"), _("Vencidas"), _("Anuladas")),
        *(_("Cumplimiento"), _("Mediana del tiempo usado"), _("Percentil 90 del tiempo usado")),
    ]
    period = (str(asked.period.first), str(asked.period.last))
    rows = [
        [
            *(*period, part.name, promise.label, yes(one.figures.is_estimated), str(one.figures.met)),
            *(str(one.figures.broken), str(one.figures.cancelled), one.percent, one.median, one.ninetieth),
        ]
        for part in made
        for promise, one in part.rows
    ]
    return table([head, *rows], f"{_('cumplimiento')}-{asked.period.first}-{asked.period.last}.csv")


def yes(value: bool) -> str:
    """In a word."""
    return _("sí") if value else _("no")


class Echo:
    """What csv writes to: it gives back what it is given."""

    def write(self, line: str) -> str:
        """Give it back."""
        return line


def table(rows: Iterable[list[str]], name: str) -> StreamingHttpResponse:
    """Stream rows as CSV that a spreadsheet opens in UTF-8 and reads no formula in."""
    writer = csv.writer(Echo())

    def lines() -> Iterator[str]:
        yield "\ufeff"
        yield from (writer.writerow([harmless(cell) for cell in row]) for row in rows)

    response = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return response


def harmless(cell: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def used(elapsed: str, target: str) -> str:
    """How much of its target a clock used, in percent; «—» where the target is a date."""
    amount = target.lstrip("< ").split(" ")[0].rstrip(",")
    return percent(float(Fraction(elapsed) / Fraction(amount)), exact=False) if amount[:1].isdigit() else "—"


def said_of(name: str, value: str, agreement: Agreement) -> str:
    """Say a fact that was asked for: «Plan: Empresarial»."""
    words = {"promesa": _("Promesa"), "resultado": _("Resultado"), "estimada": _("Estimada"), **words_of_facts()}
    if name == "promesa":
        return agreement.clocks[value].label if value in agreement.clocks else value
    if name == "resultado":
        return outcomes().get(value, value)
    if name == "estimada":
        return _("estimadas") if value == "si" else _("no estimadas")
    return f"{words[name]}: {names_of(name, [value], agreement).get(value, value) or _('Sin dato')}"


def outcomes() -> dict[str, str]:
    """What becomes of a promise, in words."""
    return {"met": _("cumplida"), "breached": _("vencida"), "cancelled": _("anulada")}
