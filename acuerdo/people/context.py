"""What every page shows: the desk, the person, the live token, the theme."""

from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest

from acuerdo.desks.queries import current_schema
from acuerdo.live import tokens
from acuerdo.people.access import ADMINISTER, AUDIT, OVERSEE, READ, WORK, may
from acuerdo.people.models import Person

THEMES = {"claro": "light", "oscuro": "dark"}
#: Who wants no single keys has this cookie with this value.
KEYS_COOKIE, WITHOUT_KEYS = "acuerdo_teclas", "no"


def who_and_where(request: HttpRequest) -> dict[str, object]:
    """The context shared by all templates."""
    desk = getattr(request, "tenant", None)
    person = getattr(request, "user", None)
    context: dict[str, object] = {
        "desk": desk,
        "zone": ZoneInfo(settings.TIME_ZONE),
        "theme": THEMES.get(request.COOKIES.get("acuerdo_tema", ""), ""),
        "without_keys": request.COOKIES.get(KEYS_COOKIE) == WITHOUT_KEYS,
        "demo": settings.DEMO and bool(getattr(desk, "is_demo", False)),
    }
    if isinstance(person, Person):
        session_key = request.session.session_key or ""
        topics = topics_of(person)
        context |= {
            "person": person,
            "may_work": may(person, WORK),
            "may_administer": may(person, ADMINISTER),
            "may_audit": may(person, AUDIT),
            "may_watch": may(person, OVERSEE) or may(person, AUDIT),
            "live_token": tokens.make(desk=current_schema(), person=person.pk, session_key=session_key, topics=topics),
        }
    return context


def topics_of(person: Person) -> tuple[str, ...]:
    """What a person may hear: the desk's people of every case, a customer's contact of themselves only."""
    if not may(person, READ):
        return (f"person-{person.pk}",)
    return (f"person-{person.pk}", "tickets", "ticket-*")
