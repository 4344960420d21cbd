"""Making a desk: its schema, its manual's first version, its products, its rights."""

import re
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files

from django.core.management import call_command
from django.db import connection, transaction
from django_tenants.utils import schema_exists

from acuerdo.agreements.actions.publish import publish
from acuerdo.agreements.queries import agreement_of
from acuerdo.core.errors import Refusal
from acuerdo.customers.models import Product
from acuerdo.desks.actions.grant import grant, product_role
from acuerdo.desks.models import Address, Desk, Domain
from acuerdo.desks.queries import in_desk, leave_desks
from acuerdo.events.events import SYSTEM
from acuerdo.people.actions.invite import invite
from acuerdo.people.models import Role
from acuerdo.tickets.models import Counter

#: PostgreSQL cuts names at 63; `pg_` and `public` are its own.
SCHEMA = re.compile(r"[a-z][a-z0-9_]{1,40}")
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
TAKEN = frozenset({"public", "information_schema", "template"})


class CannotMakeDesk(Refusal):
    """The name, the host, the manual or the colour of the new desk will not do. Facts: `why`, and what was said."""

    code = "setup.cannot_make_desk"


@dataclass(frozen=True, kw_only=True)
class NewDesk:
    """What a new desk is to be."""

    schema: str
    name: str
    manual: str
    host: str
    accent: str = "#2552b8"
    first_number: int = 1
    is_demo: bool = False


def manual_text(manual: str) -> str:
    """The text of one of the manuals that come with the product. Raises CannotMakeDesk."""
    source = files("acuerdo.manuals") / f"{manual}.toml"
    if not re.fullmatch(r"[a-z][a-z0-9-]*", manual) or not source.is_file():
        msg = f"There is no manual {manual!r}. There are: {', '.join(known_manuals())}."
        raise CannotMakeDesk(msg, why="manual", said=manual, known=", ".join(known_manuals()))
    return source.read_text(encoding="utf-8")


def known_manuals() -> list[str]:
    """The manuals that come with the product."""
    return sorted(entry.name.removesuffix(".toml") for entry in files("acuerdo.manuals").iterdir() if entry.name.endswith(".toml"))


def check(new: NewDesk) -> None:
    """Refuse what cannot be made, before anything is. Raises CannotMakeDesk."""
    if not SCHEMA.fullmatch(new.schema) or new.schema in TAKEN or new.schema.startswith("pg_"):
        msg = f"{new.schema!r} is no name for a desk: letters a to z, digits and _, beginning with a letter."
        raise CannotMakeDesk(msg, why="name", said=new.schema)
    if schema_exists(new.schema) or Desk.objects.filter(schema_name=new.schema).exists():
        msg = f"There is a desk {new.schema!r} already."
        raise CannotMakeDesk(msg, why="taken", said=new.schema)
    if not re.fullmatch(r"[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?", new.host) or Domain.objects.filter(domain=new.host).exists():
        msg = f"The host {new.host!r} is not a host name, or another desk has it."
        raise CannotMakeDesk(msg, why="host", said=new.host)
    if not COLOUR.fullmatch(new.accent):
        msg = f"{new.accent!r} is no colour: # and six hexadecimal digits."
        raise CannotMakeDesk(msg, why="colour", said=new.accent)
    manual_text(new.manual)


@transaction.atomic
def create_desk(new: NewDesk, *, at: datetime) -> Desk:
    """Make the desk whole or not at all. Raises CannotMakeDesk."""
    leave_desks()
    check(new)
    desk: Desk = Desk.objects.create(schema_name=new.schema, name=new.name, manual=new.manual, accent=new.accent, is_demo=new.is_demo)
    Domain.objects.create(domain=new.host, tenant=desk, is_primary=True)
    Address.objects.create(address=f"soporte@{new.host}", desk=desk)
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE SCHEMA "{new.schema}"')
    call_command("migrate_schemas", schema_name=new.schema, interactive=False, verbosity=0)
    with in_desk(new.schema):
        fill(desk, new, at=at)
    role = product_role()
    if role:
        grant(new.schema, role)
    return desk


def fill(desk: Desk, new: NewDesk, *, at: datetime) -> None:
    """The manual's first version, the products it names, and where numbers begin."""
    version = publish(manual_text(new.manual), by=SYSTEM, at=at)
    agreement = agreement_of(version)
    desk.subtitle = agreement.desk_name
    desk.save(update_fields=["subtitle"])
    Product.objects.bulk_create(Product(slug=product.id, name=product.label, group=product.team) for product in agreement.products.values())
    Counter.objects.create(name="ticket", last=new.first_number - 1)


def invite_administrator(desk: Desk, *, email: str, name: str, at: datetime) -> str:
    """Invite the desk's first administrator; returns the invitation's path."""
    with in_desk(desk.schema_name):
        _person, secret = invite(email=email, name=name, role=Role.ADMIN, by=SYSTEM, at=at)
        return f"/invitacion/{secret}/"
