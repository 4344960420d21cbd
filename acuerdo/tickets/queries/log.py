"""A case's log: what it is called in it, and what it says of cases that are part of it."""

from collections.abc import Iterable

from acuerdo.events.models import Event

SUBJECT = "ticket"


def absorbed_in(events: Iterable[Event]) -> list[int]:
    """The cases that are part of this one now, by its own log: what it took in and did not give back."""
    held: dict[int, tuple[int, ...]] = {}
    for event in events:
        if event.kind == "ticket.absorbed":
            held[int(event.facts["case"])] = (int(event.facts["case"]), *event.facts.get("also", ()))
        elif event.kind == "ticket.released":
            held.pop(int(event.facts["case"]), None)
    return [pk for all_of in held.values() for pk in all_of]
