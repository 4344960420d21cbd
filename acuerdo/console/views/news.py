"""What changed in the queue since a page of it was drawn, told without moving a row."""

from collections.abc import Iterable
from hashlib import sha256

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from acuerdo.console.queries import DIGITS, PAGE, View, capped, cases_of
from acuerdo.people.access import READ, SignedInRequest, needs
from acuerdo.tickets.models import Ticket

SHOWN = ("number", "place", "place_key", "status", "level", "assignee_id", "last_activity_at")


def stamp(page: Iterable[Ticket]) -> str:
    """Give a short name to what a page shows: another order or another row gives another name."""
    said = "\n".join("|".join(str(getattr(ticket, name)) for name in SHOWN) for ticket in page)
    return sha256(said.encode()).hexdigest()[:16]


@require_safe
@needs(READ)
def news(request: SignedInRequest) -> HttpResponse:
    """Say how many cases are new in this view, or that its order changed."""
    view = View.of(request.GET)
    since = request.GET.get("desde", "")
    since = since if since.isdecimal() and len(since) <= DIGITS else "0"
    cases = cases_of(request.user, view)
    page = list(cases.only(*SHOWN)[:PAGE])
    context = {
        "view": view,
        "new": capped(cases.filter(number__gt=int(since)))[0],
        "changed": stamp(page) != request.GET.get("sello", ""),
        "newest": since,
        "stamp": request.GET.get("sello", ""),
    }
    return render(request, "console/_news.html", context)
