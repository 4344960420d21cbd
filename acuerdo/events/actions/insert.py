"""Putting events into the log's tables, with their details and what remains to be done because of them, in one statement."""

import json
from collections.abc import Sequence

from django.db import connection
from django.utils import timezone
from psycopg import sql

from acuerdo.events.models import Event, EventDetail, Reaction
from acuerdo.events.queries import COVERED, COVERED_SINCE_FORM_2

#: All but the key.
COLUMNS = (*COVERED, *COVERED_SINCE_FORM_2, "hash")
#: The database makes the keys; the hash, which no two events share, says which key is whose.
STATEMENT = (
    sql.SQL("""
WITH written AS (
    INSERT INTO events_event ({columns})
    SELECT {columns} FROM jsonb_populate_recordset(NULL::events_event, %(events)s::jsonb)
    RETURNING id, hash
), detailed AS (
    INSERT INTO events_eventdetail (event_id, salt, content)
    SELECT id, salt, content
    FROM written JOIN jsonb_to_recordset(%(details)s::jsonb) AS detail (hash text, salt text, content jsonb) USING (hash)
), awaited AS (
    INSERT INTO events_reaction (event_id, name, created_at)
    SELECT id, name, %(now)s
    FROM written JOIN jsonb_to_recordset(%(reactions)s::jsonb) AS reaction (hash text, name text) USING (hash)
)
SELECT hash, id FROM written
""")
    .format(columns=sql.SQL(", ").join(map(sql.Identifier, COLUMNS)))
    .as_string()
)


def insert(events: Sequence[Event], details: Sequence[EventDetail], reactions: Sequence[Reaction]) -> None:
    """Insert events, and the details and reactions that are made of them; the events then have their keys."""
    with connection.cursor() as cursor:
        cursor.execute(
            STATEMENT,
            {
                "events": json.dumps([{column: getattr(event, column) for column in COLUMNS} for event in events], default=str),
                "details": json.dumps([{"hash": one.event.hash, "salt": one.salt, "content": one.content} for one in details]),
                "reactions": json.dumps([{"hash": one.event.hash, "name": one.name} for one in reactions]),
                "now": timezone.now(),
            },
        )
        keys = dict(cursor.fetchall())
    for event in events:
        event.pk = keys[event.hash]
