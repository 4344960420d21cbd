"""The cases above the first level of the ladder, and how each got there."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple, Self

from acuerdo.console.queries.counts import OPEN

#: The first of each level in the queue's order, from the level's own index; of these the first, each with the last time it was raised.
RAISED = f"""
SELECT one.number, one.subject, one.level, customer.name AS customer, assignee.name AS assignee, last.at,
       last.facts ->> 'cause' AS cause, last.facts ->> 'before' AS before, last.facts ->> 'level' AS after
FROM (SELECT first.* FROM unnest(%(steps)s::text[]) AS step CROSS JOIN LATERAL
             (SELECT id, number, subject, level, organisation_id, assignee_id, place, place_key FROM tickets_ticket
              WHERE {OPEN} AND level = step ORDER BY place, place_key, number LIMIT %(shown)s) AS first
      ORDER BY place, place_key, number LIMIT %(shown)s) AS one
LEFT JOIN customers_organisation AS customer ON customer.id = one.organisation_id
LEFT JOIN people_person AS assignee ON assignee.id = one.assignee_id
LEFT JOIN LATERAL (SELECT at, facts FROM events_event WHERE subject_kind = 'ticket' AND subject_id = one.id AND kind = 'ticket.level_raised'
                   ORDER BY position DESC LIMIT 1) AS last ON true
ORDER BY one.place, one.place_key, one.number
"""  # noqa: S608  only our own words


class Raised(NamedTuple):
    """A case above the first level, and how it got there; `at` is None where nobody raised it."""

    number: int
    subject: str
    level: str
    customer: str | None
    assignee: str | None
    at: datetime | None
    cause: str | None
    before: str | None
    after: str | None

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Self:
        """Read it as JSON has it."""
        return cls(**{**row, "at": datetime.fromisoformat(row["at"]) if row["at"] else None})
