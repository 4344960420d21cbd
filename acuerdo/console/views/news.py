"""What changed in the queue since a page of it was drawn, told without moving a row."""

from collections.abc import Iterable
from hashlib import sha256
from operator import attrgetter

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from acuerdo.console.queries import DIGITS, FOUND, PAGE, Line, View, capped, cases_of
from acuerdo.people.access import READ, SignedInRequest, needs
from acuerdo.tickets.models import Ticket

#: What stands where, and what rows show besides: the first moves rows, the second mends them where they stand.
ORDER, SHOWN = ("number", "place"), ("number", "place", "place_key", "status", "level", "assignee_id", "last_activity_at")


def stamp(page: Iterable[Ticket | Line]) -> str:
    """Give a short name to what a page shows, of two parts: another order gives another first one, another row another second one."""
    cases = list(page)
    return f"{digest(cases, ORDER)}.{digest(cases, SHOWN)}"


def digest(cases: Iterable[Ticket | Line], names: Iterable[str]) -> str:
    """A short name for these facts of these cases."""
    said = "\n".join(["|".join(map(str, facts)) for facts in map(attrgetter(*names), cases)])
    return sha256(said.encode()).hexdigest()[:12]


@never_cache
@require_safe
@needs(READ)
def news(request: SignedInRequest) -> HttpResponse:
    """Say how many cases are new in this view, or that its order changed."""
    view = View.of(request.GET)
    since = request.GET.get("desde", "")
    since = since if since.isdecimal() and len(since) <= DIGITS else "0"
    cases = cases_of(request.user, view)
    known, now = request.GET.get("sello", ""), stamp(cases.only(*SHOWN)[: FOUND if view.words else PAGE])
    context = {
        "view": view,
        "new": capped(cases.filter(number__gt=int(since)).order_by())[0],
        "changed": now.partition(".")[0] != known.partition(".")[0],
        "newest": since,
        "stamp": known,
        "now_shown": now,
    }
    return render(request, "console/_news.html", context)
