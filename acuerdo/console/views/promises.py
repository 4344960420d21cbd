"""The promises behind a number of the report, one by one, with the case of each; and the answers behind a face."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.console.queries.compliance import narrowed, stopped_in
from acuerdo.console.queries.moments import local
from acuerdo.console.queries.stopped import Stopped, read
from acuerdo.console.queries.watch import answers as answered
from acuerdo.console.views.compliance import Asked, outcomes, said_of, table, used
from acuerdo.console.views.kept import urgency_of
from acuerdo.console.views.rail import rail
from acuerdo.core.agreements import Agreement
from acuerdo.desks.queries import current_schema, in_desk
from acuerdo.people.access import AUDIT, OVERSEE, SignedInRequest, needs
from acuerdo.tickets.models import Clock

PAGE, BATCH = 50, 500
ASKED = ("promesa", "resultado", "estimada", "plan", "prioridad", "cliente", "responsable", "nivel")
#: The latest first: of those that stopped at one instant the last made.
ORDER = ("-stopped_at", "-pk")


@dataclass(frozen=True, slots=True)
class Kind:
    """How an outcome is drawn."""

    words: str
    chip: str
    icon: str


#: Of an outcome that has no name.
UNKNOWN = Kind("", "line", "circle-x")


def kinds() -> dict[str, Kind]:
    """Kept, broken, called off."""
    marks = {"met": ("good", "circle-check"), "breached": ("late", "alert-octagon"), "cancelled": ("line", "circle-x")}
    return {name: Kind(words, *marks[name]) for name, words in outcomes().items()}


def asked_in(query: QueryDict) -> dict[str, str]:
    """Read what is asked of the promises."""
    return {name: query.get(name, "").strip()[:60] for name in ASKED if name in query}


def cycles(asked: Asked, facts: Mapping[str, str], agreement: Agreement) -> QuerySet[Clock]:
    """Give the promises asked for, the latest first."""
    return narrowed(stopped_in(asked.period), facts, urgency_of(agreement)).order_by(*ORDER)


def begins(text: str) -> Q:
    """Read where a page begins; what is no place begins at the first."""
    at, _dot, pk = text.partition("~")
    try:
        stopped = datetime.fromisoformat(at)
        key = int(pk[:18])
    except ValueError:
        return Q()
    return Q(stopped_at__lt=stopped) | Q(stopped_at=stopped, pk__lt=key) if stopped.tzinfo else Q()


@require_safe
@needs(OVERSEE, AUDIT)
def promises(request: SignedInRequest) -> HttpResponse:
    """Show a page of them."""
    asked, facts = Asked.of(request.GET, timezone.now()), asked_in(request.GET)
    agreement = agreement_of(current_version())
    found = read(cycles(asked, facts, agreement).filter(begins(request.GET.get("tras", "")))[: PAGE + 1])
    query = {"desde": asked.period.first, "hasta": asked.period.last, "por": asked.by, **facts}
    last = found[PAGE - 1] if len(found) > PAGE else None
    marks = kinds()
    context = {
        "now": timezone.now(),
        "asked": asked,
        "said": [said_of(name, value, agreement) for name, value in facts.items()],
        "rows": [(one, marks.get(one.state, UNKNOWN)) for one in found[:PAGE]],
        "outcomes": [
            (words, "?" + urlencode({**query, "resultado": name}), facts.get("resultado") == name) for name, words in outcomes().items()
        ],
        "all_outcomes": "?" + urlencode({name: value for name, value in query.items() if name != "resultado"}),
        "every": "resultado" not in facts,
        "query": "?" + urlencode(query),
        "following": "?" + urlencode({**query, "tras": f"{last.stopped_at.isoformat()}~{last.pk}"}) if last else "",
        **rail(request.user, "supervision"),
    }
    return render(request, "console/promises.html", context)


@require_safe
@needs(OVERSEE, AUDIT)
def export(request: SignedInRequest) -> StreamingHttpResponse:
    """Give all of them as a table for a spreadsheet."""
    asked, facts = Asked.of(request.GET, timezone.now()), asked_in(request.GET)
    name = f"{_('promesas')}-{asked.period.first}-{asked.period.last}.csv"
    words = {**outcomes(), "yes": _("sí"), "no": _("no")}  # said now: what is streamed later has no language of its own
    head = [
        *(_("Caso"), _("Asunto"), _("Cliente"), _("Promesa"), _("Estimada"), _("Resultado"), _("Meta"), _("Comenzó"), _("Vencía")),
        *(_("Se detuvo"), _("Tiempo usado"), _("Responsable")),
    ]
    return table(chain([head], lines(cycles(asked, facts, agreement_of(current_version())), current_schema(), words)), name)


def lines(some: QuerySet[Clock], schema: str, words: Mapping[str, str]) -> Iterator[list[str]]:
    """Give a line each. The answer is streamed after the request has left its desk: each batch enters it anew."""
    after = Q()
    while True:
        with in_desk(schema):
            batch = read(some.filter(after)[:BATCH])
        if not batch:
            return
        yield from (line(one, words) for one in batch)
        after = Q(stopped_at__lt=batch[-1].stopped_at) | Q(stopped_at=batch[-1].stopped_at, pk__lt=batch[-1].pk)


def line(one: Stopped, words: Mapping[str, str]) -> list[str]:
    """One promise, in the desk's time."""
    return [
        *(str(one.number), one.subject, one.customer or "", one.label),
        *(words["yes" if one.is_estimated else "no"], words.get(one.state, one.state), one.printed or one.target, written(one.started_at)),
        *(written(one.due_at), written(one.stopped_at), used(one.elapsed, one.target), one.assignee or ""),
    ]


def written(at: datetime | None) -> str:
    """An instant for a spreadsheet."""
    return local(at).isoformat(" ", "seconds") if at else ""


@require_safe
@needs(OVERSEE, AUDIT)
def answers(request: SignedInRequest) -> HttpResponse:
    """Show what customers answered to the survey in a period, the latest first."""
    asked = Asked.of(request.GET, timezone.now())
    agreement = agreement_of(current_version())
    known = agreement.survey.faces if agreement.survey else {}
    value = request.GET.get("respuesta", "")
    some = answered(*asked.period.bounds).select_related("ticket__organisation", "ticket__assignee").order_by("-at", "-pk")
    if value in known:
        some = some.filter(value=value)
    at = request.GET.get("tras", "")
    page = int(at) if at.isdecimal() and len(at) < 6 else 0  # noqa: PLR2004
    found = list(some[page : page + PAGE + 1])
    query = {"desde": asked.period.first, "hasta": asked.period.last}
    context = {
        "now": timezone.now(),
        "asked": asked,
        "rows": [(one, known.get(one.value)) for one in found[:PAGE]],
        "faces": [(face.label, f"?{urlencode({**query, 'respuesta': name})}", name == value) for name, face in known.items()],
        "every": value not in known,
        "all_query": "?" + urlencode(query),
        "following": "?" + urlencode({**query, "respuesta": value, "tras": page + PAGE}) if len(found) > PAGE else "",
        **rail(request.user, "supervision"),
    }
    return render(request, "console/answers.html", context)
