"""Choosing which cases to look at: every fact of the desk's cases, by the manual's names."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.console.queries import View, facets
from acuerdo.console.views.rail import rail
from acuerdo.people.access import READ, SignedInRequest, needs


@require_safe
@needs(READ)
def choose(request: SignedInRequest) -> HttpResponse:
    """Show what can be chosen, with what is; the form leads to the queue in that view."""
    view = View.of(request.GET)
    offered = facets(view, agreement_of(current_version()))
    return render(request, "console/filters.html", {"view": view, "facets": offered, **rail(request.user, "")})
