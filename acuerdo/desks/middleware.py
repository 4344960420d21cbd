"""Which desk a request came to; what a demonstration shows, it shows only at home."""

from collections.abc import Callable
from ipaddress import ip_address

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import InterfaceError, OperationalError, connection
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotFound
from django_tenants.middleware.main import TenantMainMiddleware

from acuerdo.desks.models import Desk
from acuerdo.desks.queries import desk_at, desk_of, enter, leave_desks

#: What proxies add. Behind one of this very machine everybody in the world comes from the loopback address.
PASSED_ON = ("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP")


def at_home(request: HttpRequest) -> bool:
    """Whether the request came from this very machine, and from nobody behind it."""
    if settings.SECURE or any(name in request.headers for name in PASSED_ON):
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


class DeskOfHost(TenantMainMiddleware):
    """Enters the desk that is reached by the request's host. In the desk of the request before, as most are, that is one statement."""

    def process_request(self, request: HttpRequest) -> HttpResponse | None:
        """Find it and enter it; 404 where there is none."""
        try:
            host = self.hostname_from_request(request)
        except DisallowedHost:
            return HttpResponseNotFound()
        desk = self.desk_at(host)
        if desk is None:
            leave_desks()
            raise Http404
        desk.domain_url = host
        request.tenant = desk  # type: ignore[attr-defined]
        enter(desk)
        self.setup_url_routing(request)
        return None

    def desk_at(self, host: str) -> Desk | None:
        """Find it. This being a request's first statement, it also finds out whether the connection still lives; a dead one is replaced.

        Django would ask for that with a statement of its own. Where nobody answers there is no connection, and nothing to replace.
        """
        connection.health_check_done = True  # type: ignore[attr-defined]  # its stubs lack it
        try:
            return desk_at(host)
        except (InterfaceError, OperationalError):
            if connection.connection is None:
                raise
            connection.close()
            return desk_at(host)


class DemoOnlyAtHome:
    """Demo desks, the list of desks and /buzon/ answer loopback only; an installation behind TLS (ACUERDO_SECURE) shows none."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next in line."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Refuse, as if it were not there, what is only for the machine itself."""
        desk = desk_of(request)
        shows_demo = desk.is_demo or desk.schema_name == "public"
        if shows_demo and not (settings.DEMO and at_home(request)):
            raise Http404
        return self.get_response(request)
