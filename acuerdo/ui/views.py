"""What pages of every room need from the server besides their templates."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from acuerdo.ui.colours import sheet

THEMES = {"claro": "light", "oscuro": "dark"}


def refusal(request: HttpRequest, template: str, status: int) -> HttpResponse:
    """An error page in the desk's colours, without asking the database for anything."""
    theme = THEMES.get(request.COOKIES.get("acuerdo_tema", ""), "")
    page = render_to_string(template, {"desk": getattr(request, "tenant", None), "theme": theme})
    return HttpResponse(page, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: what came could not be understood."""
    return refusal(request, "400.html", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: signed in, but without the right."""
    return refusal(request, "403.html", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: no such page, or none that this person may know of."""
    return refusal(request, "404.html", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: something of ours broke."""
    return refusal(request, "500.html", 500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form came without its token, since the session changed or cookies are off."""
    return refusal(request, "ui/csrf.html", 403)


@require_safe
@cache_control(max_age=3600)
def colour(request: HttpRequest) -> HttpResponse:
    """The colour of a desk that has chosen one."""
    return HttpResponse(sheet(getattr(getattr(request, "tenant", None), "accent", "")), content_type="text/css")
