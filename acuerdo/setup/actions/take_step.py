"""Ticking a step of the first-run guide off, or putting it aside."""

from datetime import datetime

from django.db import transaction

from acuerdo.desks.models import Desk
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.setup.events import StepTaken


@transaction.atomic
def take_step(desk: Desk, step: str, *, skipped: bool, by: Actor, at: datetime) -> None:
    """Remember it in the desk's log."""
    Desk.objects.select_for_update().get(pk=desk.pk)
    record(StepTaken(subject_id=desk.pk, step=step, skipped=skipped or None), by=by, at=at)
