"""The log as it is folded: cut at now, in order, with corrected times."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from acuerdo.core.clocks.happening import Happening
from acuerdo.core.clocks.illegal import IllegalLog


def as_known_at(now: datetime, happenings: Iterable[Happening]) -> Sequence[Happening]:
    """Give the events up to `now` in the order in which they apply; `now` has whole seconds.

    The log is in the order it was written. A corrected time moves its event to (corrected time, log
    position). Raises IllegalLog when a time goes back or a correction names no event.
    """
    known = [whole for event in happenings if (whole := cut(event)).at <= now]
    check_order(known)
    times = corrected_times(known)
    if not times:
        return known
    moved = [replace(event, at=times[event.position]) if event.position in times else event for event in known]
    return sorted((e for e in moved if e.at <= now), key=lambda event: (event.at, event.position))


def cut(event: Happening) -> Happening:
    """Cut the parts of a second."""
    return replace(event, at=event.at.replace(microsecond=0)) if event.at.microsecond else event


def check_order(events: Sequence[Happening]) -> None:
    """Refuse a time before that of the event above it."""
    for before, event in pairwise(events):
        if event.at < before.at:
            what = f"its time is before that of event {before.position + 1} ({before.at.isoformat()})"
            raise illegal(event, what)


def corrected_times(events: Sequence[Happening]) -> dict[int, datetime]:
    """Give the corrected time of each corrected position; of several corrections the last."""
    times: dict[int, datetime] = {}
    seen: set[int] = set()
    for event in events:
        if event.event == "corrected" and event.corrects is not None:
            if event.corrects not in seen or event.time is None:
                what = f"'corrects' must be the place of an earlier event, counted from 0, and come with its time; it is {event.corrects}"
                raise illegal(event, what)
            times[event.corrects] = event.time.replace(microsecond=0)
        elif event.event != "corrected":
            seen.add(event.position)
    return times


def illegal(event: Happening, what: str) -> IllegalLog:
    """Make the refusal of an event."""
    return IllegalLog(what, event=event.event, position=event.position, at=event.at)
