"""Saying that somebody has a case open, answers it, or has gone. Cheap: it comes every few seconds from every open case."""

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
WITH forgotten AS (DELETE FROM tickets_presence WHERE until < %(at)s - interval '1 hour')
INSERT INTO tickets_presence (person_id, ticket_id, doing, until)
SELECT %(person)s, id, %(doing)s, %(until)s FROM tickets_ticket WHERE number = %(number)s
ON CONFLICT (ticket_id, person_id) DO UPDATE SET doing = EXCLUDED.doing, until = EXCLUDED.until
RETURNING ticket_id
"""


def be_present(number: int, doing: str, *, person: Person, at: datetime) -> bool:
    """Note what the person does at the case of this number and tell those who look; False where there is no such case."""
    if doing == GONE:
        Presence.objects.filter(person=person, ticket__number=number).delete()
    else:
        said: dict[str, Any] = {"at": at, "person": person.pk, "doing": Presence.Doing(doing).value, "until": at + LASTS, "number": number}
        with connection.cursor() as cursor:
            cursor.execute(HERE, said)
            if cursor.fetchone() is None:
                return False
    # The one word of the stream that says more than that something changed (docs/decisions/0010-presence.md).
    tell(f"ticket-presence-{number}-{person.pk}-{doing}-{quote(person.first_name)}")
    return True
