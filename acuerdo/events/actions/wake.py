"""Having reactions done."""

from acuerdo.events.models import Reaction
from acuerdo.jobs.desks import DeskTask, queue

REACT = DeskTask("events.react")


def wake(*waiting: Reaction) -> None:
    """Queue reactions, each in the row of its subject's reactions; raises AlreadyEnqueued when one still waits there."""
    queue(
        *(
            REACT.job(
                lock=f"{reaction.event.subject_kind}-{reaction.event.subject_id}",
                queueing_lock=f"{reaction.event.pk}-{reaction.name}",
                event_id=reaction.event.pk,
                name=reaction.name,
            )
            for reaction in waiting
        )
    )
