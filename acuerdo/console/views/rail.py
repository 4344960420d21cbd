"""What every page of the console shows beside its own: where one is, and how much waits."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from acuerdo.console.queries import COUNTED, View, counts
from acuerdo.people.access import READ, SignedInRequest, needs
from acuerdo.people.models import Person

#: So many saved views stand in the rail.
KEPT = 15
PLACES = frozenset({"todos", "mios", "nadie", "avisos", "admin", "tareas", "supervision"})


def rail(person: Person, here: str) -> dict[str, object]:
    """Give the context of console/base.html; `here` is one of PLACES, or nothing."""
    found = counts(person, KEPT)
    return {
        "here": here,
        "at": {here: True},
        "count_queue": shown(found.queue),
        "count_mine": shown(found.mine),
        "count_nobody": shown(found.nobody),
        "count_notices": shown(found.notices) if found.notices else "",
        "mine_query": View("mios").query,
        "nobody_query": View("nadie").query,
        "paused_query": View(group="pausa").query,
        "saved_views": found.views,
        "newest": found.newest,
    }


def shown(count: int) -> str:
    """Write a count, or that it is more than anybody counts."""
    return f"{COUNTED}+" if count > COUNTED else str(count)


@require_safe
@needs(READ)
def fragment(request: SignedInRequest) -> HttpResponse:
    """Draw the rail anew, with the counts of now."""
    here = request.GET.get("aqui", "")
    return render(request, "console/_rail_live.html", rail(request.user, here if here in PLACES else ""))
