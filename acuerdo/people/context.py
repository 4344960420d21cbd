"""What every page shows: the desk, the person, the live token, the theme."""

from collections.abc import Callable
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


Resolver = Callable[[Person], tuple[str, ...]]
#: What customers may hear besides of themselves; said by the rooms above this one (config/apps.py).
_of_customers: list[Resolver] = []


def let_customers_hear(resolver: Resolver) -> None:
    """Ask this, too, what a customer's contact may hear; the same twice is once."""
    if resolver not in _of_customers:
        _of_customers.append(resolver)


def topics_of(person: Person) -> tuple[str, ...]:
    """What a person may hear: the desk's people of every case, a customer's contact of themselves and what their cases are called."""
    if not may(person, READ):
        own = (f"person-{person.pk}",)
        return own + tuple(topic for resolver in _of_customers for topic in resolver(person)) if person.is_customer else own
    return (f"person-{person.pk}", "tickets", "ticket-*")
