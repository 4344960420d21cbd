"""The whole log followed, chains and seals, as a check does it."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef

from acuerdo.audit.queries.seals import Trouble, wrong_seals
from acuerdo.events.models import Event, EventDetail, Reaction
from acuerdo.events.queries import broken


def count() -> int:
    """How many events there are."""
    return Event.objects.count()


def wrong_log() -> Iterator[Trouble | int]:
    """What is wrong with the log of the current desk; between, how many events were followed so far.

    First the chains: the first bad entry of each. Then what is left of events that are gone, and the seals, which know what was cut
    off a chain's end.
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
    yield from left_behind()
    yield from wrong_seals()


def left_behind() -> Iterator[Trouble]:
    """Events that are not there, though their erasable part or what was to be done because of them is: cut off before any seal."""
    there = Event.objects.filter(pk=OuterRef("event_id"))
    details = EventDetail.objects.filter(~Exists(there)).values_list("event_id", flat=True)
    reactions = Reaction.objects.filter(~Exists(there)).values_list("event_id", flat=True)
    for event_id in details.union(reactions).order_by("event_id"):
        yield Trouble(f"event {event_id}", "it was removed, and what belonged to it was left")
