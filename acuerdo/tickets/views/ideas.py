"""Cases that deserve an article: what was proposed on closing, until somebody writes it (SOP-028)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from acuerdo.people.access import READ, WORK, needs
from acuerdo.tickets.actions.learn import settle_idea
from acuerdo.tickets.queries import article_ideas

#: So many are listed; the oldest first, so that none is forgotten.
MOST = 100


@require_safe
@needs(READ)
def index(request: HttpRequest) -> HttpResponse:
    """Those that wait."""
    return render(request, "tickets/ideas.html", {"ideas": article_ideas()[:MOST], "most": MOST})


@require_POST
@needs(WORK)
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """The article is written, or none is needed."""
    settle_idea(pk, at=timezone.now())
    return redirect("tickets:ideas")
