"""Questions about desks, and entering one."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.models import QuerySet
from django.http import HttpRequest
from django_tenants.utils import get_public_schema_name
from psycopg import sql

from acuerdo.core.errors import Refusal
from acuerdo.desks.models import Address, Desk, Domain
from acuerdo.desks.prepared import Given, Prepared


class NoSuchDesk(Refusal):
    """No desk has that name. `acuerdo desk list` shows those there are."""

    code = "desks.no_such_desk"


def current_schema() -> str:
    """The name of the schema this connection is in: a desk's, or public."""
    return str(_tenants().schema_name)


def leave_desks() -> None:
    """Go to the public schema."""
    _tenants().set_schema_to_public()


def _tenants() -> Any:
    """The connection as django-tenants extends it, which Django's types do not know."""
    return connection


_AT = Prepared(lambda: Domain.objects.select_related("tenant").filter(domain=Given("host")))


def desk_at(host: str) -> Desk | None:
    """The desk that is reached by a host name. Its table is found from within any desk."""
    domain = _AT.first(host=host)
    return domain.tenant if domain else None


def enter(desk: Desk) -> None:
    """Go to a desk. Where the database looks there already, as it does for the next page of the same desk, it is not told again."""
    tenants = _tenants()
    told = tenants.search_path_set_schemas
    tenants.set_tenant(desk)
    if told and told[0] == desk.schema_name:
        tenants.search_path_set_schemas = told


def desk_of(request: HttpRequest) -> Desk:
    """The desk that a request came to: the tenant that the middleware found by its host."""
    desk: Desk = request.tenant  # type: ignore[attr-defined]
    return desk


def all_desks() -> list[Desk]:
    """Every desk but the public row, by name."""
    return list(Desk.objects.exclude(schema_name=get_public_schema_name()).order_by("schema_name"))


def behind(schemas: Iterable[str]) -> list[str]:
    """Which of these schemas lack a migration of this version; two queries, however many there are."""
    wanted = set(MigrationLoader(None).disk_migrations)
    asked = list(schemas)
    applied: dict[str, set[tuple[str, str]]] = {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT schemaname FROM pg_tables WHERE tablename = 'django_migrations' AND schemaname = ANY(%s)", [asked])
        recorded = [
            sql.SQL("SELECT {}, app, name FROM {}").format(sql.Literal(schema), sql.Identifier(schema, "django_migrations"))
            for (schema,) in cursor.fetchall()
        ]
        if recorded:
            cursor.execute(sql.SQL(" UNION ALL ").join(recorded))
            for schema, app, name in cursor.fetchall():
                applied.setdefault(schema, set()).add((app, name))
    return [schema for schema in asked if not wanted <= applied.get(schema, set())]


@contextmanager
def in_desk(schema: str) -> Iterator[Desk]:
    """Enter a desk: within the block every query is its own. Raises NoSuchDesk."""
    tenants = _tenants()
    before = tenants.tenant
    tenants.set_schema_to_public()
    desk = Desk.objects.filter(schema_name=schema).first()
    if desk is None:
        tenants.set_tenant(before)
        msg = f"There is no desk {schema!r}. `acuerdo desk list` shows those there are."
        raise NoSuchDesk(msg, desk=schema)
    tenants.set_tenant(desk)
    try:
        yield desk
    finally:
        tenants.set_tenant(before)


def current_desk() -> Desk:
    """The desk whose schema this connection is in."""
    tenant = _tenants().tenant
    found: Desk = tenant if isinstance(tenant, Desk) else Desk.objects.get(schema_name=current_schema())
    return found


def host_of(desk: Desk) -> str:
    """The desk's first host name."""
    domain = desk.domains.order_by("-is_primary", "pk").first()
    return domain.domain if domain else "localhost"


def url_of(desk: Desk, path: str = "/") -> str:
    """The absolute address of a page of a desk, as people outside type it."""
    return f"{settings.URL_SCHEME}://{host_of(desk)}{settings.URL_PORT}{path}"


def addresses_of(desk: Desk) -> QuerySet[Address]:
    """A desk's addresses; the first is the one that its mails come from."""
    return Address.objects.filter(desk=desk).order_by("-is_sender", "pk")


def mailbox_of(desk: Desk) -> str:
    """The address that the desk's mails come from."""
    address = addresses_of(desk).first()
    return address.address if address else f"soporte@{host_of(desk)}"
