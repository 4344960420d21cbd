"""Writing a saved answer down, and throwing one away."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from acuerdo.automation.events import MacroKept
from acuerdo.automation.models import Macro
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor


@transaction.atomic
def save_macro(macro: Macro, values: Mapping[str, Any], *, by: Actor, at: datetime) -> Macro:
    """Make it say these values."""
    if macro.pk:
        Macro.objects.select_for_update().get(pk=macro.pk)
    for name, value in values.items():
        setattr(macro, name, value)
    macro.save()
    record(MacroKept(subject_id=macro.pk, title=macro.title), by=by, at=at)
    return macro


@transaction.atomic
def throw_away(macro: Macro, *, by: Actor, at: datetime) -> None:
    """Throw it away; what was sent with it stays sent."""
    Macro.objects.select_for_update().get(pk=macro.pk)
    record(MacroKept(subject_id=macro.pk, title=macro.title, gone=True), by=by, at=at)
    macro.delete()
