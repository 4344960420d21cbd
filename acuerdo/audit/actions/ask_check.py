"""Asking for checks: a row each, which a job then fills."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from acuerdo.audit.models import SelfCheck
from acuerdo.events.events import SYSTEM, Actor
from acuerdo.jobs.desks import DeskTask

RUN = DeskTask("audit.run_check")
#: One that has not ended by then will not: its worker is gone for good.
GIVEN_UP = timedelta(hours=6)
#: Results are kept for so long.
KEPT = timedelta(days=400)


@transaction.atomic
def ask_checks(kinds: Iterable[str], *, at: datetime, by: Actor = SYSTEM) -> list[SelfCheck]:
    """Have these checks run; one that is under way is not run beside itself. What is very old is forgotten."""
    SelfCheck.objects.filter(at__lt=at - KEPT).delete()
    under_way = SelfCheck.objects.filter(state__in=[SelfCheck.State.WAITING, SelfCheck.State.RUNNING], at__gte=at - GIVEN_UP)
    busy = set(under_way.values_list("kind", flat=True))
    asked = [SelfCheck.objects.create(kind=kind, at=at, asked_by=by.name) for kind in kinds if kind not in busy]
    for check in asked:
        RUN.defer(lock="self-check", check_id=check.pk)
    return asked
