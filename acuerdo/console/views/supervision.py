"""The desk as somebody who watches over it sees it: what breaks and whose it is, load, escalations, approvals, promises kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.automation.queries import calendar_of
from acuerdo.console.queries import View
from acuerdo.console.queries.board import board
from acuerdo.console.queries.compliance import Period, figures, stopped_in
from acuerdo.console.queries.load import loads
from acuerdo.console.queries.moments import Window, local
from acuerdo.console.queries.raised import Raised
from acuerdo.console.queries.watch import pending, unhappy
from acuerdo.console.views.addresses import all_of, asking
from acuerdo.console.views.kept import lines, urgency_of
from acuerdo.console.views.load import load_of
from acuerdo.console.views.matrix import matrix
from acuerdo.console.views.rail import rail, shown
from acuerdo.console.views.rows import level
from acuerdo.console.views.whose import NAMES
from acuerdo.core.agreements import Agreement
from acuerdo.people.access import AUDIT, OVERSEE, SignedInRequest, needs
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


@never_cache
@require_safe
@vary_on_headers("HX-Target")
@needs(OVERSEE, AUDIT)
def supervision(request: SignedInRequest) -> HttpResponse:
    """Show the board; `por` says by what its matrix has lines."""
    now = timezone.now().astimezone(UTC)
    by = request.GET.get("por", "")
    by = by if by in NAMES else "persona"
    agreement = agreement_of(current_version())
    main = calendar_of(agreement)
    since, steps = now - RECENT, list(agreement.ladder.steps)[1:] if agreement.ladder else []
    found = board(now, soon_after(now), since, steps)
    people = loads(found.people, now, main)
    beside = rail(request.user, "supervision")
    faces = agreement.survey.faces if agreement.survey else {}
    bad = [name for name, face in faces.items() if face.tone == "bad" and name in found.said]
    context = {
        "now": now,
        "by": by,
        "choices": [(name, words, name == by) for name, words in lines_by().items()],
        "figures": figures_of(found.counts, now, str(beside["count_nobody"])) + open_of(str(beside["count_queue"]), found.counts),
        "matrix": matrix(by, agreement, request.user, now, staff=[one.person for one in people], calendar=main),
        **load_of(people, found, now, agreement),
        "raised": [(one, path(one, agreement)) for one in found.raised],
        "count_raised": shown(found.counts["raised"]),
        "raised_query": View(chosen=(("nivel", tuple(steps)),)).query,
        "approvals": pending() if found.counts["undecided"] else [],
        "count_approvals": shown(found.counts["undecided"]),
        "count_reopened": shown(found.counts["reopened"]),
        "reopened_query": all_of(asking("reabierto", "si")),
        "faces": [(face, found.said.get(name, 0)) for name, face in faces.items()],
        "survey_query": f"?desde={local(since).date()}&hasta={local(now).date()}",
        "unhappy": unhappy(bad, since, now) if bad else [],
        **beside,
    }
    again = request.headers.get("HX-Target") == "board"  # it asks for itself each minute, and each time that a case moves
    return render(request, "console/board_refresh.html" if again else "console/supervision.html", context)


def lines_by() -> dict[str, str]:
    """By what the matrix may have its lines, in words."""
    return {"persona": _("por persona"), "nivel": _("por nivel"), "plan": _("por plan"), "cliente": _("por cliente")}


def soon_after(now: datetime) -> datetime:
    """Until when what is due is about to break: a whole minute, as an address has it."""
    return local(now + SOON).replace(second=0, microsecond=0)


def figures_of(counts: Mapping[str, int], now: datetime, nobody: str) -> list[Figure]:
    """Say what matters first, and where it is."""
    soon = soon_after(now)
    time = {"time": clock_time(soon, soon.tzinfo or UTC)}
    words = {
        "late": ngettext("vencido", "vencidos", counts["late"]),
        "soon": ngettext("vence antes de %(time)s", "vencen antes de %(time)s", counts["soon"]) % time,
        "today": ngettext("vence hoy", "vencen hoy", counts["today"]),
        "wrote": ngettext("escribió después", "escribieron después", counts["wrote"]),
    }
    late, near = (("is-late", "alert-octagon") if counts["late"] else ()), (("is-near", "alert-triangle") if counts["soon"] else ())
    return [
        Figure(shown(counts["late"]), words["late"], all_of(asking("reloj", "vencido")), *late),
        Figure(shown(counts["soon"]), words["soon"], all_of(asking("vence", str(Window(now, soon)))), *near),
        Figure(shown(counts["today"]), words["today"], all_of(asking("reloj", "hoy"))),
        Figure(shown(counts["wrote"]), words["wrote"], View(group="escribieron").query),
        Figure(nobody, _("sin responsable"), View(whose="nadie").query),
    ]


def open_of(every: str, counts: Mapping[str, int]) -> list[Figure]:
    """Say how many wait for somebody else, and how many are open at all."""
    paused = Figure(shown(counts["paused"]), _("en pausa"), View(group="pausa").query)
    return [paused, Figure(every, ngettext("abierto", "abiertos", 1 if every == "1" else 2), View().query)]


def path(one: Raised, agreement: Agreement) -> str:
    """«N1 → N2», or the level alone where nobody raised it."""
    if one.at is None:
        return level(one.level, agreement)
    steps = [level(step or "", agreement) for step in (one.before, one.after)]
    return " → ".join(step for step in steps if step)


@require_safe
@needs(OVERSEE, AUDIT)
def kept(request: SignedInRequest) -> HttpResponse:
    """Show the month's promises by plan, which the board asks for once it is there: they take longer to count than all the rest of it.

    Many watch one board: they are counted once a minute, not each time that somebody looks.
    """
    agreement = agreement_of(current_version())
    today = local(timezone.now()).date()
    month = Period(today.replace(day=1), today)
    key = f"acuerdo.kept:{month.first}"  # the cache tells desks apart
    found = cache.get_or_set(key, lambda: figures(stopped_in(month), "plan", urgency_of(agreement), shares=False), A_MINUTE)
    columns, made = lines("plan", found or [], agreement, month)
    return render(request, "console/board_kept.html", {"promises": columns.values(), "kept": made, "month": month.first})
