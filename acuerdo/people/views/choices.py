"""What every reader may choose without signing in: the language, the theme and single keys, each kept in a cookie.

A person who has signed in is also written to in the language chosen.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from acuerdo.people.actions.choose_language import choose_language
from acuerdo.people.context import KEYS_COOKIE, THEMES, WITHOUT_KEYS

A_YEAR = 365 * 24 * 3600


def back(request: HttpRequest) -> HttpResponse:
    """To the page the form stood on, if it is one of this desk's (no open redirect)."""
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return HttpResponse(status=303, headers={"Location": wanted if safe else "/"})


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Read in Spanish or English from now on."""
    chosen = request.POST.get("idioma", "")
    if chosen not in dict(settings.LANGUAGES):
        return HttpResponseBadRequest()
    if request.user.is_authenticated:
        choose_language(request.user.pk, chosen)
    response = back(request)
    keep(response, settings.LANGUAGE_COOKIE_NAME, chosen)
    return response


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Light, dark, or as the system says (empty)."""
    chosen = request.POST.get("tema", "")
    if chosen and chosen not in THEMES:
        return HttpResponseBadRequest()
    response = back(request)
    if chosen:
        keep(response, "acuerdo_tema", chosen)
    else:
        response.delete_cookie("acuerdo_tema", samesite="Lax")
    return response


@require_POST
def keys(request: HttpRequest) -> HttpResponse:
    """Single keys, or none: some speak to their computer, or type with what sends letters by mistake (WCAG 2.1.4)."""
    response = back(request)
    if request.POST.get("teclas") == WITHOUT_KEYS:
        keep(response, KEYS_COOKIE, WITHOUT_KEYS)
    else:
        response.delete_cookie(KEYS_COOKIE, samesite="Lax")
    return response


def keep(response: HttpResponse, name: str, value: str) -> None:
    """Set a cookie for a year. Scripts read it too: the theme button writes the same one."""
    response.set_cookie(name, value, max_age=A_YEAR, secure=settings.SECURE, samesite="Lax")
