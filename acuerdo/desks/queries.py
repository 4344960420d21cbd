"""Questions about desks, and entering one."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection
from django_tenants.utils import get_public_schema_name

from acuerdo.core.errors import Refusal
from acuerdo.desks.models import Address, Desk


class NoSuchDesk(Refusal):
    """No desk has that name. `acuerdo desk list` shows those there are."""

    code = "desks.no_such_desk"


def all_desks() -> list[Desk]:
    """Every desk but the public row, by name."""
    return list(Desk.objects.exclude(schema_name=get_public_schema_name()).order_by("schema_name"))


@contextmanager
def in_desk(schema: str) -> Iterator[Desk]:
    """Enter a desk: within the block every query is its own. Raises NoSuchDesk."""
    before = connection.tenant
    connection.set_schema_to_public()
    desk = Desk.objects.filter(schema_name=schema).first()
    if desk is None:
        connection.set_tenant(before)
        msg = f"There is no desk {schema!r}. `acuerdo desk list` shows those there are."
        raise NoSuchDesk(msg, desk=schema)
    connection.set_tenant(desk)
    try:
        yield desk
    finally:
        connection.set_tenant(before)


def current_desk() -> Desk:
    """The desk whose schema this connection is in."""
    tenant = connection.tenant
    if isinstance(tenant, Desk):
        return tenant
    return Desk.objects.get(schema_name=connection.schema_name)


def host_of(desk: Desk) -> str:
    """The desk's first host name."""
    domain = desk.domains.order_by("-is_primary", "pk").first()
    return domain.domain if domain else "localhost"


def url_of(desk: Desk, path: str = "/") -> str:
    """The absolute address of a page of a desk, as people outside type it."""
    return f"{settings.URL_SCHEME}://{host_of(desk)}{settings.URL_PORT}{path}"


def mailbox_of(desk: Desk) -> str:
    """The address that the desk's mails come from."""
    address = Address.objects.filter(desk=desk).order_by("pk").first()
    return address.address if address else f"soporte@{host_of(desk)}"
