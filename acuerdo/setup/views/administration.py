"""The front page of the administration."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from acuerdo.people.access import AUDIT, SignedInRequest, needs


@require_safe
@needs(AUDIT)
def front(request: SignedInRequest) -> HttpResponse:
    """Show what there is to look after."""
    return render(request, "setup/administration.html")
