"""The whole log followed, chains and seals, as a check does it."""

from collections.abc import Iterator

from acuerdo.audit.queries.seals import Trouble, wrong_seals
from acuerdo.events.models import Event
from acuerdo.events.queries import broken


def count() -> int:
    """How many events there are."""
    return Event.objects.count()


def wrong_log() -> Iterator[Trouble | int]:
    """What is wrong with the log of the current desk; between, how many events were followed so far.

    First the chains: the first bad entry of each. Then the seals, which know what was cut off a chain's end.
    """
    events = Event.objects.order_by("subject_kind", "subject_id", "position").iterator(chunk_size=2000)
    followed = 0

    def counted() -> Iterator[Event]:
        nonlocal followed
        for event in events:
            followed += 1
            yield event

    for bad in broken(counted()):
        yield Trouble(f"{bad.event.subject_kind} {bad.event.subject_id} [{bad.event.position}]", bad.problem)
        yield followed
    yield followed
    yield from wrong_seals()
