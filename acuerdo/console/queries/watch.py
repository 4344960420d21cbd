"""What somebody who watches over the desk reads besides its counts (board): what waits for approval, and what customers said."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import QuerySet

from acuerdo.console.queries.view import ENDED
from acuerdo.desks.prepared import Given, Prepared
from acuerdo.satisfaction.models import Rating
from acuerdo.tickets.models import Approval

#: So many of each are shown; the number above them opens all. Of bad answers fewer: they are read.
SHOWN, READ = 6, 3


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
