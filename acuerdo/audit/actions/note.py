"""Recording what was done with the desk's own records: one chain, one writer at a time."""

from datetime import datetime

from django.db import connection, transaction

from acuerdo.audit.events import AuditEvent
from acuerdo.desks.queries import current_schema
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor

#: The chain has no row to lock; this number stands for it.
LOCK = 0xA0D17


@transaction.atomic
def note(*events: AuditEvent, by: Actor, at: datetime) -> None:
    """Add to the chain; who comes meanwhile waits until this is committed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [LOCK, current_schema()])
    record(*events, by=by, at=at)
