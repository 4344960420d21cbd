"""Having a mail of the outbox sent."""

from datetime import datetime

from acuerdo.jobs.desks import DeskTask

DELIVER = DeskTask("notifications.deliver")


def queue(outgoing_id: int, *, at: datetime | None = None) -> None:
    """Queue one mail, to be sent now or at a moment; raises AlreadyEnqueued when it still waits there."""
    DELIVER.defer(queueing_lock=f"outgoing-{outgoing_id}", outgoing_id=outgoing_id, schedule_at=at)
