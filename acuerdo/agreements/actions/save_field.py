"""Writing down a question of the desk's own."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from acuerdo.agreements.events import FieldKept
from acuerdo.agreements.models import CustomField
from acuerdo.events.actions.keep import keep
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor


@transaction.atomic
def save_field(pk: int | None, values: Mapping[str, Any], *, by: Actor, at: datetime) -> CustomField:
    """Make a question, or change one. What was answered to it stays as it was."""
    field = CustomField.objects.select_for_update().get(pk=pk) if pk else CustomField()
    before, after = keep(field, values)
    if after:
        record(FieldKept(subject_id=field.pk, before=before, after=after), by=by, at=at)
    return field
