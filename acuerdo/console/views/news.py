"""What changed in the queue since a page of it was drawn, told without moving a row."""

from collections.abc import Iterable
from hashlib import sha256

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from acuerdo.console.queries import PAGE, View, cases_of
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
    newest = request.GET.get("desde", "0")
    page = list(cases_of(request.user, view).only(*SHOWN)[:PAGE])
    new = sum(ticket.number > int(newest) for ticket in page) if newest.isdigit() else 0
    context = {
        "view": view,
        "new": new,
        "changed": stamp(page) != request.GET.get("sello", ""),
        "newest": newest if newest.isdigit() else "0",
        "stamp": request.GET.get("sello", ""),
    }
    return render(request, "console/_news.html", context)
