"""Replays, a step a job: between two steps the worker does what others wait for."""

from django.utils import timezone

from acuerdo.jobs.desks import desk_task
from acuerdo.publishing.actions.replay import REPLAY, advance


@desk_task(REPLAY.name, queue="replays")
def replay(*, replay_id: int) -> None:
    """Do the next step of one; a replay that was thrown away is nothing to do."""
    advance(replay_id, at=timezone.now())
