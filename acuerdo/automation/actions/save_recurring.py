"""Writing a recurring case down."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from acuerdo.automation.events import RecurringKept
from acuerdo.automation.models import Recurring
from acuerdo.events.actions.keep import keep
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor


@transaction.atomic
def save_recurring(pk: int | None, values: Mapping[str, Any], *, today: date, by: Actor, at: datetime) -> Recurring:
    """Make one, or change it. Made, or set going again after a rest, it opens nothing for days before `today`."""
    recurring = Recurring.objects.select_for_update().get(pk=pk) if pk else Recurring()
    rested = pk is None or (values["is_active"] and not recurring.is_active)
    before, after = keep(recurring, {**values, **({"not_before": today} if rested else {})})
    if before or after:
        record(RecurringKept(subject_id=recurring.pk, before=before, after=after), by=by, at=at)
    return recurring
