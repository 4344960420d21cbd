"""Saying that something changed. PostgreSQL delivers it at commit, or never if the transaction is undone."""

import json

from django.db import connection

from acuerdo.desks.queries import current_schema

CHANNEL = "acuerdo_live"


def tell(*topics: str) -> None:
    """Name what changed in the current desk, e.g. `tickets`, `ticket-12`."""
    _notify({"desk": current_schema(), "topics": list(topics)})


def end_streams(*, person: int = 0, session: str = "") -> None:
    """End the streams of a person (their rights changed) or of a session (it signed out)."""
    _notify({"desk": current_schema(), "end": f"session:{session}" if session else f"person:{person}"})


def _notify(payload: dict[str, object]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, json.dumps(payload)])
