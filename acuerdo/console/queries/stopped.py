"""Promises that have stopped, one by one, as a list and a table show them: plain values, read without making a record of each."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import QuerySet

from acuerdo.tickets.models import Clock


class Stopped(NamedTuple):
    """A promise that has stopped, and its case."""

    pk: int
    number: int
    subject: str
    customer: str | None
    assignee: str | None
    label: str
    cycle: int
    state: str
    is_estimated: bool
    printed: str
    target: str
    elapsed: str
    started_at: datetime
    due_at: datetime | None
    stopped_at: datetime


#: What is named otherwise where it is stored.
STORED = {
    "number": "ticket__number",
    "subject": "ticket__subject",
    "customer": "ticket__organisation__name",
    "assignee": "ticket__assignee__name",
}
COLUMNS = tuple(STORED.get(name, name) for name in Stopped._fields)


def read(clocks: QuerySet[Clock]) -> list[Stopped]:
    """Read them in their order, in one query."""
    return list(map(Stopped._make, clocks.values_list(*COLUMNS)))
