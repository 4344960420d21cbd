"""Saying that somebody has a case open, answers it, or has gone; with it, that they have seen it as it is.

Cheap: it comes every few seconds from every open case.
"""

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

from django.db import connection

from acuerdo.live.tell import tell
from acuerdo.people.models import Person
from acuerdo.tickets.models import Presence

#: Who is not heard of for so long has gone.
LASTS = timedelta(seconds=50)
GONE = "gone"
HERE = """
WITH forgotten AS (DELETE FROM tickets_presence WHERE until < %(at)s - interval '1 hour'), here AS (
    INSERT INTO tickets_presence (person_id, ticket_id, doing, until)
    SELECT %(person)s, id, %(doing)s, %(until)s FROM tickets_ticket WHERE number = %(number)s
    ON CONFLICT (ticket_id, person_id) DO UPDATE SET doing = EXCLUDED.doing, until = EXCLUDED.until
    RETURNING ticket_id)
INSERT INTO tickets_seen (person_id, ticket_id, at) SELECT %(person)s, ticket_id, %(at)s FROM here
ON CONFLICT (person_id, ticket_id) DO UPDATE SET at = EXCLUDED.at
RETURNING ticket_id
"""
LEFT = """
WITH it AS (SELECT id FROM tickets_ticket WHERE number = %(number)s), gone AS (
    DELETE FROM tickets_presence USING it WHERE person_id = %(person)s AND ticket_id = it.id)
INSERT INTO tickets_seen (person_id, ticket_id, at) SELECT %(person)s, id, %(at)s FROM it
ON CONFLICT (person_id, ticket_id) DO UPDATE SET at = EXCLUDED.at
RETURNING ticket_id
"""


def be_present(number: int, doing: str, *, person: Person, at: datetime) -> bool:
    """Note what the person does at the case of this number and tell those who look; False where there is no such case."""
    said: dict[str, Any] = {"at": at, "person": person.pk, "number": number}
    if doing != GONE:
        said |= {"doing": Presence.Doing(doing).value, "until": at + LASTS}
    with connection.cursor() as cursor:
        cursor.execute(LEFT if doing == GONE else HERE, said)
        if cursor.fetchone() is None:
            return False
    # The one word of the stream that says more than that something changed (docs/decisions/0010-presence.md).
    tell(f"ticket-presence-{number}-{person.pk}-{doing}-{quote(person.first_name)}")
    return True
