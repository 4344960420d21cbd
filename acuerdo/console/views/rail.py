"""What every page of the console shows beside its own: where one is, and how much waits."""

from django.db import OperationalError, connection, transaction
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from acuerdo.console.queries import COUNTED, View, capped, cases_of, counts
from acuerdo.people.access import READ, SignedInRequest, needs
from acuerdo.people.models import Person
from acuerdo.ui.numbers import Count

#: So many saved views stand in the rail, each counted up to so many cases, and all of them in so long: no count is worth a slow desk.
KEPT, MANY, LONG = 15, 99, "400ms"
PLACES = frozenset({"todos", "mios", "nadie", "pausa", "avisos", "admin", "tareas", "supervision"})


def rail(person: Person, here: str) -> dict[str, object]:
    """Give the context of console/base.html; `here` is one of PLACES, or nothing."""
    found = counts(person, KEPT)
    return {
        "here": here,
        "count_queue": shown(found.queue),
        "count_mine": shown(found.mine),
        "count_nobody": shown(found.nobody),
        "count_notices": shown(found.notices) if found.notices else "",
        "mine_query": View("mios").query,
        "nobody_query": View("nadie").query,
        "paused_query": View(group="pausa").query,
        "saved_views": [(name, query, "") for name, query in found.views],
        "newest": found.newest,
    }


def place_of(view: View) -> str:
    """Name the line of the rail that leads to this view; nothing for one that none of them leads to."""
    if view.chosen or view.words:
        return ""
    return view.whose if not view.group else "pausa" if (view.whose, view.group) == ("todos", "pausa") else ""


def place_within(view: View) -> str:
    """Name the line that a case was opened from: beside a case kept views have no room, and every view is one of the queue."""
    return place_of(view) if place_of(view) in PLACES else "todos"


def shown(count: int) -> str:
    """Write a count, or that it is more than anybody counts."""
    return f"{Count(COUNTED)}+" if count > COUNTED else str(Count(count))


@never_cache
@require_safe
@needs(READ)
def fragment(request: SignedInRequest) -> HttpResponse:
    """Draw the rail anew, with the counts of now; with `vistas` the kept views with theirs, which no page waits for."""
    if "vistas" in request.GET:
        return render(request, "console/_rail_views.html", {"saved_views": counted(request.user), "at": request.GET.get("en", "")})
    here = request.GET.get("aqui", "")
    return render(request, "console/_rail_live.html", rail(request.user, here if here in PLACES else ""))


def counted(person: Person) -> list[tuple[str, str, str]]:
    """Name the kept views with how many cases each has. What words find, and what has ended, would take too long to count."""
    kept = counts(person, KEPT).views
    views = {query: View.of(QueryDict(query.removeprefix("?"))) for _name, query in kept}
    light = {query: cases_of(person, view) for query, view in views.items() if not view.words and not view.ended}
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL statement_timeout = '{LONG}'")
            found = dict(zip(light, capped(*light.values(), most=MANY), strict=True))
    except OperationalError:  # it took longer: the names alone are there at once
        found = {}
    return [(name, query, many(found[query]) if query in found else "") for name, query in kept]


def many(count: int) -> str:
    """Write a count of a kept view; none is nothing to look at."""
    return f"{MANY}+" if count > MANY else str(count or "")
