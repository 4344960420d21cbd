"""Having a mail of the outbox sent."""

from acuerdo.jobs.desks import DeskTask

DELIVER = DeskTask("notifications.deliver")


def queue(outgoing_id: int) -> None:
    """Queue one mail; raises AlreadyEnqueued when it still waits there."""
    DELIVER.defer(queueing_lock=f"outgoing-{outgoing_id}", outgoing_id=outgoing_id)
