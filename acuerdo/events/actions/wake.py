"""Having a reaction done."""

from acuerdo.events.models import Event
from acuerdo.jobs.desks import DeskTask

REACT = DeskTask("events.react")


def wake(event: Event, name: str) -> None:
    """Queue one reaction, in the row of its subject's reactions; raises AlreadyEnqueued when it still waits there."""
    REACT.defer(lock=f"{event.subject_kind}-{event.subject_id}", queueing_lock=f"{event.pk}-{name}", event_id=event.pk, name=name)
