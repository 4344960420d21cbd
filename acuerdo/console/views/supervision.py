"""The desk as somebody who watches over it sees it: what breaks and whose it is, load, escalations, approvals, promises kept."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.automation.queries import calendar_of
from acuerdo.console.queries import View, capped, cases_of
from acuerdo.console.queries.compliance import Period, figures, stopped_in
from acuerdo.console.queries.moments import Window, local
from acuerdo.console.queries.watch import SHOWN, above, answers, faces, pending, raised, reopened, undecided
from acuerdo.console.views.kept import lines, urgency_of
from acuerdo.console.views.load import load_of
from acuerdo.console.views.matrix import LINES, NAMES, matrix
from acuerdo.console.views.rail import rail, shown
from acuerdo.console.views.rows import level
from acuerdo.core.agreements import Agreement
from acuerdo.people.access import AUDIT, OVERSEE, SignedInRequest, needs
from acuerdo.people.models import Person
from acuerdo.ui.moments import clock_time

#: The month's figures are that old at most, seconds.
A_MINUTE = 60
#: What is due within so many hours is about to break; what was rated within so many days is recent.
SOON, RECENT = timedelta(hours=4), timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of cases, what they are, and the view of the queue that has them."""

    count: str
    words: str
    query: str
    kind: str = ""
    icon: str = ""


@require_safe
@needs(OVERSEE, AUDIT)
def supervision(request: SignedInRequest) -> HttpResponse:
    """Show the board; `por` says by what its matrix has lines."""
    now = timezone.now().astimezone(UTC)
    by = request.GET.get("por", "")
    by = by if by in NAMES else "persona"
    agreement = agreement_of(current_version())
    main = calendar_of(agreement)
    month = Period(local(now).date().replace(day=1), local(now).date())
    since = now - RECENT
    said = faces(since, now)
    context = {
        "now": now,
        "by": by,
        "choices": [(name, words, name == by) for name, words in lines_by().items()],
        "figures": figures_of(request.user, now),
        "matrix": matrix(by, agreement, main, request.user, now),
        "most_lines": LINES,
        **load_of(now, agreement, main),
        **escalated(agreement),
        "approvals": list(pending()[:SHOWN]),
        "count_approvals": shown(capped(undecided())[0]),
        "count_reopened": shown(capped(reopened())[0]),
        "reopened_query": View(chosen=(("reabierto", ("si",)),)).query,
        **kept_this_month(agreement, month),
        "faces": [(face, said.get(name, 0)) for name, face in agreement.survey.faces.items()] if agreement.survey else [],
        "answered": sum(said.values()),
        "survey_query": f"?desde={local(since).date()}&hasta={local(now).date()}",
        "unhappy": unhappy(agreement, since, now),
        **rail(request.user, "supervision"),
    }
    return render(request, "console/supervision.html", context)


def lines_by() -> dict[str, str]:
    """By what the matrix may have its lines, in words."""
    return {"persona": _("por persona"), "nivel": _("por nivel"), "plan": _("por plan"), "cliente": _("por cliente")}


def figures_of(person: Person, now: datetime) -> list[Figure]:
    """Count what matters first, in one query, no further than anybody reads."""
    soon = local(now + SOON).replace(second=0, microsecond=0)
    views = {
        "late": View(chosen=(("reloj", ("vencido",)),), seen_at=now),
        "soon": View(chosen=(("vence", (str(Window(now, soon)),)),), seen_at=now),
        "today": View(chosen=(("reloj", ("hoy",)),), seen_at=now),
        "wrote": View(group="escribieron", seen_at=now),
        "nobody": View(whose="nadie", seen_at=now),
        "paused": View(group="pausa", seen_at=now),
        "open": View(seen_at=now),
    }
    counts = dict(zip(views, capped(*(cases_of(person, view) for view in views.values())), strict=True))
    words = {
        "late": ngettext("vencido", "vencidos", counts["late"]),
        "soon": ngettext("vence antes de las %(time)s", "vencen antes de las %(time)s", counts["soon"])
        % {"time": clock_time(soon, soon.tzinfo or UTC)},
        "today": ngettext("vence hoy", "vencen hoy", counts["today"]),
        "wrote": ngettext("escribió después", "escribieron después", counts["wrote"]),
        "nobody": _("sin responsable"),
        "paused": _("en pausa"),
        "open": ngettext("abierto", "abiertos", counts["open"]),
    }
    marks = {"late": ("is-late", "alert-octagon"), "soon": ("is-near", "alert-triangle")}
    return [
        Figure(shown(counts[name]), words[name], view.query, *(marks.get(name, ("", "")) if counts[name] else ("", "")))
        for name, view in views.items()
    ]


def escalated(agreement: Agreement) -> dict[str, object]:
    """Give the first cases above the first level, with how they got there, and where all of them are."""
    steps = list(agreement.ladder.steps)[1:] if agreement.ladder else []
    return {
        "raised": [(one, path(one.event.facts, agreement) if one.event else level(one.ticket.level, agreement)) for one in raised(steps)],
        "count_raised": shown(capped(above(steps))[0]) if steps else "0",
        "raised_query": View(chosen=(("nivel", tuple(steps)),)).query,
    }


def path(facts: dict[str, str], agreement: Agreement) -> str:
    """«N1 → N2»."""
    steps = [level(facts.get(name, ""), agreement) for name in ("before", "level")]
    return " → ".join(step for step in steps if step)


def kept_this_month(agreement: Agreement, month: Period) -> dict[str, object]:
    """Give the month's promises by plan. Many watch one board: it is counted once a minute, not each time that a case moves."""
    key = f"acuerdo.kept:{month.first}"  # the cache tells desks apart
    found = cache.get_or_set(key, lambda: figures(stopped_in(month), "plan", urgency_of(agreement)), A_MINUTE)
    columns, kept = lines("plan", found or [], agreement, month)
    return {"promises": columns, "kept": kept, "month": month.first}


def unhappy(agreement: Agreement, since: datetime, now: datetime) -> list[object]:
    """Give the last bad answers, which somebody should read."""
    bad = [name for name, face in agreement.survey.faces.items() if face.tone == "bad"] if agreement.survey else []
    if not bad:
        return []
    return list(answers(since, now).filter(value__in=bad).select_related("ticket__organisation").order_by("-at")[:3])
