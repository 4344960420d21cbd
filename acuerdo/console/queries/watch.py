"""What somebody who watches over the desk looks at besides deadlines: escalations, approvals, what came back, what customers said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet

from acuerdo.console.queries.view import ENDED
from acuerdo.events.models import Event
from acuerdo.satisfaction.models import Rating
from acuerdo.tickets.models import Approval, Ticket
from acuerdo.tickets.queries import SUBJECT

RAISED = "ticket.level_raised"
#: So many of each are shown; the number above them opens all.
SHOWN = 6


@dataclass(frozen=True, slots=True)
class Raised:
    """A case above the first level, and how it got there; `event` is None where nobody raised it."""

    ticket: Ticket
    event: Event | None


def above(steps: Sequence[str]) -> QuerySet[Ticket]:
    """Give the open cases of these levels."""
    return Ticket.objects.filter(level__in=steps).exclude(status__in=ENDED)


def raised(steps: Sequence[str]) -> list[Raised]:
    """Give the first of them in the queue's order, with their last raise."""
    some = above(steps).select_related("organisation", "assignee")
    cases = list(some.only(*SAID, "level", "assignee__name").order_by("place", "place_key", "number")[:SHOWN])
    events = Event.objects.filter(subject_kind=SUBJECT, subject_id__in=[case.pk for case in cases], kind=RAISED)
    last = {event.subject_id: event for event in events.order_by("position")}
    return [Raised(case, last.get(case.pk)) for case in cases]


#: What is said of a case in a line.
SAID = ("number", "subject", "organisation__name")


def pending() -> QuerySet[Approval]:
    """Give what waits for a decision in open cases, the oldest first."""
    return (
        Approval.objects.filter(decided_at=None)
        .exclude(ticket__status__in=ENDED)
        .select_related("ticket__organisation")
        .order_by("asked_at", "pk")
    )


def undecided() -> QuerySet[Ticket]:
    """Give the open cases in which something waits for a decision: each once, whatever is asked in it."""
    return Ticket.objects.filter(pk__in=Approval.objects.filter(decided_at=None).values("ticket")).exclude(status__in=ENDED)


def answers(start: datetime, end: datetime) -> QuerySet[Rating]:
    """Give the answers of the survey in a period."""
    return Rating.objects.filter(at__gte=start, at__lt=end)


def faces(start: datetime, end: datetime) -> dict[str, int]:
    """Count them by what was said."""
    return dict(answers(start, end).values_list("value").annotate(n=Count("pk")).order_by())


def reopened() -> QuerySet[Ticket]:
    """Give the cases that were solved, came back, and are still open."""
    return Ticket.objects.filter(reopened_at__isnull=False).exclude(status__in=ENDED)
