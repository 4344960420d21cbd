"""What somebody who watches over the desk looks at besides deadlines: escalations, approvals, what customers said."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import connection
from django.db.models import QuerySet

from acuerdo.console.queries.counts import OPEN
from acuerdo.console.queries.view import ENDED
from acuerdo.desks.prepared import Given, Prepared
from acuerdo.satisfaction.models import Rating
from acuerdo.tickets.models import Approval

#: So many of each are shown; the number above them opens all. Of bad answers fewer: they are read.
SHOWN, READ = 6, 3


class Raised(NamedTuple):
    """A case above the first level, and how it got there; `at` is None where nobody raised it."""

    number: int
    subject: str
    level: str
    customer: str | None
    assignee: str | None
    at: datetime | None
    by_hand: bool | None
    before: str | None
    after: str | None


#: The first of each level in the queue's order, from the level's own index; of these the first, each with the last time it was raised.
RAISED = f"""
SELECT one.number, one.subject, one.level, customer.name, assignee.name,
       last.at, last.facts ->> 'cause' = 'hand', last.facts ->> 'before', last.facts ->> 'level'
FROM (SELECT first.* FROM unnest(%(steps)s::text[]) AS step CROSS JOIN LATERAL
             (SELECT id, number, subject, level, organisation_id, assignee_id, place, place_key FROM tickets_ticket
              WHERE {OPEN} AND level = step ORDER BY place, place_key, number LIMIT %(most)s) AS first
      ORDER BY place, place_key, number LIMIT %(most)s) AS one
LEFT JOIN customers_organisation AS customer ON customer.id = one.organisation_id
LEFT JOIN people_person AS assignee ON assignee.id = one.assignee_id
LEFT JOIN LATERAL (SELECT at, facts FROM events_event WHERE subject_kind = 'ticket' AND subject_id = one.id AND kind = 'ticket.level_raised'
                   ORDER BY position DESC LIMIT 1) AS last ON true
ORDER BY one.place, one.place_key, one.number
"""  # noqa: S608  only our own words


def raised(steps: Sequence[str]) -> list[Raised]:
    """Give the first open cases of these levels in the queue's order, with their last raise."""
    with connection.cursor() as cursor:
        cursor.execute(RAISED, {"steps": list(steps), "most": SHOWN})
        return list(map(Raised._make, cursor.fetchall()))


#: What waits for a decision in open cases, the oldest first.
PENDING = Prepared(
    lambda: (
        Approval.objects.filter(decided_at=None)
        .exclude(ticket__status__in=ENDED)
        .select_related("ticket")
        .only("kind", "of", "asked_at", "ticket__number", "ticket__subject")
        .order_by("asked_at", "pk")[:SHOWN]
    )
)


def pending() -> list[Approval]:
    """Give the first of them."""
    return PENDING()


def answers(start: datetime, end: datetime) -> QuerySet[Rating]:
    """Give the answers of the survey in a period."""
    return Rating.objects.filter(at__gte=start, at__lt=end)


UNHAPPY = Prepared(
    lambda: (
        Rating.objects.filter(at__gte=Given("since"), at__lt=Given("now"), value__any_of=Given("bad"))
        .select_related("ticket__organisation")
        .only("comment", "at", "ticket__number", "ticket__subject", "ticket__organisation__name")
        .order_by("-at")[:READ]
    )
)


def unhappy(bad: Sequence[str], since: datetime, now: datetime) -> list[Rating]:
    """Give the last answers of these faces, which somebody should read."""
    return UNHAPPY(bad=list(bad), since=since, now=now)
