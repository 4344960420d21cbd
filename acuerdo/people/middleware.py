"""Sessions, sign-in and language, where there is a desk. The public pages have no tables for them."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware, get_user
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from acuerdo.desks.queries import desk_of
from acuerdo.people.models import Person


def in_public(request: HttpRequest) -> bool:
    """Whether the request is for the installation, not for a desk."""
    return str(desk_of(request).schema_name) == "public"


class SessionsInDesks(SessionMiddleware):
    """Django's sessions, in desks only."""

    def __call__(self, request: HttpRequest) -> Any:
        """Pass by on public pages."""
        return self.get_response(request) if in_public(request) else super().__call__(request)


class SignedIn(AuthenticationMiddleware):
    """Django's sign-in, in desks only."""

    def __call__(self, request: HttpRequest) -> Any:
        """Pass by on public pages."""
        return self.get_response(request) if in_public(request) else super().__call__(request)

    def process_request(self, request: HttpRequest) -> None:
        """Say who it is: every page asks. Django's stand-in for somebody yet unknown would make each look at them dearer, 150 a page."""
        super().process_request(request)
        request.user = get_user(request)


class Language:
    """Spanish first: the person's or the cookie's language, else the browser's if it is one of ours."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next in line."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Choose, answer, forget."""
        with translation.override(self.language_of(request)):
            timezone.activate(settings.TIME_ZONE)
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or "es")
            return response

    def language_of(self, request: HttpRequest) -> str:
        """The language of one request."""
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        if chosen in dict(settings.LANGUAGES):
            return chosen
        for part in request.headers.get("Accept-Language", "").split(","):
            language = part.strip()[:2].lower()
            if language in dict(settings.LANGUAGES):
                return language
        return settings.LANGUAGE_CODE


def language_follows(person: Person) -> str:
    """The language in which a person is written to."""
    return person.language if person.language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
