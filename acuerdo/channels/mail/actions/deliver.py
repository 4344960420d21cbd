"""A message for one or several desks, as a door brings it: stored in all of them, or in none."""

from collections.abc import Mapping
from datetime import datetime

from django.db import close_old_connections, connection, transaction

from acuerdo.channels.mail.actions.receive import receive
from acuerdo.channels.mail.models import RawMail
from acuerdo.core.mail import tag
from acuerdo.desks.queries import in_desk

#: A desk that is locked longer (a migration) is tried again later by whoever brought the message.
PATIENCE = "15s"


def deliver(raw: bytes, *, envelope_from: str | None, recipients: Mapping[str, list[str]], at: datetime) -> list[RawMail]:
    """Store and process in every desk, `recipients` by schema; one transaction over all their schemas.

    Raises NoSuchDesk, and whatever is the database's trouble: then nothing was stored anywhere.
    """
    close_old_connections()
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('lock_timeout', %s, true)", [PATIENCE])
        # In one order, so that two messages for the same two desks never wait for each other.
        return [deliver_to(schema, raw, envelope_from, recipients[schema], at) for schema in sorted(recipients)]


def deliver_to(schema: str, raw: bytes, envelope_from: str | None, addresses: list[str], at: datetime) -> RawMail:
    """One desk's copy; of several addresses the one that names a case counts."""
    recipient = next((each for each in addresses if tag(each)), addresses[0] if addresses else "")
    with in_desk(schema):
        return receive(raw, envelope_from=envelope_from, recipient=recipient, at=at)
