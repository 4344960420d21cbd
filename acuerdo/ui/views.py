"""What pages of every room need from the server besides their templates."""

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without its token: the session changed or cookies are off; say what to do."""
    return render(request, "ui/csrf.html", {"reason": reason}, status=403)


@require_safe
@cache_control(max_age=3600)
def colour(request: HttpRequest) -> HttpResponse:
    """The accent of a desk that is none of the five in desks.css, by day and by night."""
    accent = getattr(getattr(request, "tenant", None), "accent", "")
    if not COLOUR.fullmatch(accent):
        return HttpResponse("", content_type="text/css")
    sheet = f":root[data-desk]{{--brand:{accent};--brand-night:color-mix(in oklab,{accent} 45%,white)}}"
    return HttpResponse(sheet, content_type="text/css")
