"""Which part of a case's line of time somebody looks at: all of it, what was said, the notes, or what happened. It is remembered."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from acuerdo.console.queries import View
from acuerdo.console.views.timeline import Fold, Post

ALL, SAID, NOTES, EVENTS = "todo", "conversacion", "notas", "hechos"
COOKIE, A_YEAR = "acuerdo_linea", 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Choice:
    """One of them: what it is called, its address, and whether it is the chosen one."""

    label: str
    query: str
    chosen: bool


def chosen_in(request: HttpRequest) -> str:
    """What the address says, else what was chosen last, else all."""
    for said in (request.GET.get("ver", ""), request.COOKIES.get(COOKIE, "")):
        if said in {ALL, SAID, NOTES, EVENTS}:
            return said
    return ALL


def choices(chosen: str, view: View) -> tuple[Choice, ...]:
    """All four, each with the address that chooses it."""
    words = {ALL: _("Todo"), SAID: _("Conversación"), NOTES: _("Notas"), EVENTS: _("Hechos")}
    return tuple(Choice(label, view.with_(ver=name), name == chosen) for name, label in words.items())


def remember(response: HttpResponse, request: HttpRequest) -> HttpResponse:
    """Keep what the address chose, for the next case."""
    chosen = request.GET.get("ver", "")
    if chosen in {ALL, SAID, NOTES, EVENTS}:
        response.set_cookie(COOKIE, chosen, max_age=A_YEAR, samesite="Lax", httponly=True, secure=request.is_secure())
    return response


def of(chosen: str, timeline: Sequence[Post | Fold]) -> tuple[Post | Fold, ...]:
    """Keep what was chosen; of what happened, all in one list."""
    if chosen == EVENTS:
        events = tuple(event for item in timeline if isinstance(item, Fold) for event in item.events)
        return (Fold(events),) if events else ()
    if chosen in {SAID, NOTES}:
        return tuple(item for item in timeline if isinstance(item, Post) and (item.kind == "note") == (chosen == NOTES))
    return tuple(timeline)
