"""Who may do what. The one place where rights are decided: a role has rights, a view asks for one."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, cast
from urllib.parse import urlsplit

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from acuerdo.events.events import Actor
from acuerdo.people.models import Person, Role

#: See the console at all.
READ = "read"
#: Answer, note, classify, assign, raise, solve, close.
WORK = "work"
#: Watch over the desk: decide for a committee, close what an agent may not, put times right in the open.
OVERSEE = "oversee"
#: Read the record of what was done, and the administration's own figures.
AUDIT = "audit"
#: Manage people, customers, manual.
ADMINISTER = "administer"

RIGHTS: dict[str, frozenset[str]] = {
    Role.AGENT: frozenset({READ, WORK}),
    Role.SUPERVISOR: frozenset({READ, WORK, OVERSEE}),
    Role.MANAGER: frozenset({READ, WORK, OVERSEE}),
    Role.ADMIN: frozenset({READ, WORK, OVERSEE, AUDIT, ADMINISTER}),
    Role.AUDITOR: frozenset({READ, AUDIT}),
    Role.CUSTOMER: frozenset(),
}


#: Each right, in the words of somebody who wonders what they may do.
RIGHTS_IN_WORDS: Mapping[str, Any] = {
    READ: _("Ver la cola y todos los casos"),
    WORK: _("Responder, clasificar, asignar, escalar, solucionar y cerrar casos"),
    OVERSEE: _("Cuidar los plazos: decidir por el comité, corregir tiempos a la vista de todos"),
    AUDIT: _("Leer el registro de lo que hizo cada quien, y exportarlo"),
    ADMINISTER: _("Administrar personas, clientes, contratos, manual y buzones"),
}


class SignedInRequest(HttpRequest):
    """A request whose `user` is a Person: what views behind `needs` and `customers_only` receive."""

    user: Person


View = Callable[..., HttpResponseBase]


def may(person: Person, right: str) -> bool:
    """Whether a person has a right."""
    return person.is_active and right in RIGHTS.get(person.role, frozenset())


def needs(*rights: str) -> Callable[[View], View]:
    """A view for people of the desk with this right, or one of these: others get 403, strangers the sign-in page."""
    return _guard(lambda person: any(may(person, right) for right in rights))


def customers_only(view: View) -> View:
    """A view for customers' contacts."""
    return _guard(lambda person: person.is_customer and person.is_active)(view)


def _guard(allows: Callable[[Person], bool]) -> Callable[[View], View]:
    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not isinstance(request.user, Person):
                return redirect_to_login(place_of(request))
            if not allows(request.user):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def place_of(request: HttpRequest) -> str:
    """Where whoever signs in goes on: what they asked for, or the page whose form they sent: a form's own address cannot be opened."""
    if request.method in {"GET", "HEAD"}:
        return request.get_full_path()
    page = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(page, {request.get_host()}, require_https=request.is_secure()):
        return reverse("people:home")
    parts = urlsplit(page)
    return f"/{parts.path.lstrip('/')}{f'?{parts.query}' if parts.query else ''}"


def acting(request: HttpRequest) -> Actor:
    """Who acts in this request, for an action's `by=`. Only behind `needs` or `customers_only`."""
    person = cast("Person", request.user)
    match = request.resolver_match
    return Actor(
        kind="contact" if person.is_customer else "person",
        id=person.pk,
        name=person.name,
        ip=request.META.get("REMOTE_ADDR", ""),
        programme=f"{match.namespace}:{match.url_name}" if match else "",
    )


def as_actor(person: Person, programme: str = "") -> Actor:
    """A person of the desk acting outside a request (command line, demo)."""
    return Actor(kind="person", id=person.pk, name=person.name, programme=programme)
