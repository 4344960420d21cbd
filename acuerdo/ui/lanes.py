"""A clock drawn on an axis: what counted, what is still to count, where it stood still."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from acuerdo.ui.axis import Axis, ClockTimes, Part, axis, columns
from acuerdo.ui.components import ClockPanel, ClockView, Day, Lane, LaneSegment, SegmentKind
from acuerdo.ui.moments import clock_time, dated, short

#: Words inside a segment need this much room, percent.
ROOM_FOR_WORDS = 16


def lanes(
    clocks: Iterable[ClockTimes], now: datetime, zone: ZoneInfo, *, days_after: int = 0, with_opens: bool = False
) -> tuple[tuple[Day, ...], tuple[Lane, ...]]:
    """The days and one lane a clock, all on the same axis; nothing for no clocks. Instants are UTC.

    `days_after` gives the words of a customer's last pin room to its right; `with_opens` draws too when the desk is open.
    """
    clocks = tuple(clocks)
    if not clocks:
        return (), ()
    shared = axis(clocks, now, zone, days_after)
    drawn = tuple(lane(clock, shared, now, zone, opens_on(clock, shared) if with_opens else ()) for clock in clocks)
    return columns(shared, clocks, now, zone), drawn


def opens_on(clock: ClockTimes, on: Axis) -> tuple[LaneSegment, ...]:
    """When a clock's desk is open."""
    return tuple(segment("open", opens, closes, on) for opens, closes in clock.opens(on.points[0], on.points[-1]))


def panel(days: tuple[Day, ...], clocks: Iterable[ClockView], now: datetime, zone: ZoneInfo) -> ClockPanel:
    """The panel of the views made with those lanes; the pill of now stands where their lanes mark it."""
    views = tuple(clocks)
    now_left = next((view.lane.now_at for view in views if view.lane.now_at is not None), None)
    return ClockPanel(days, views, now_left, short(now, now, zone))


def lane(clock: ClockTimes, on: Axis, now: datetime, zone: ZoneInfo, opens: tuple[LaneSegment, ...] = ()) -> Lane:
    """One clock on an axis that it shares."""
    ends = clock.stopped_at or now
    last = max(i for i in (ends, clock.due, clock.due_if_resumed) if i)
    drawn = [segment("off", clock.start, last, on)]
    drawn += [piece for part in clock.parts for piece in of_part(part, clock, on, ends, zone)]
    drawn += ahead(clock, on, now, zone)
    live_paused = clock.stopped_at is None and clock.due is None
    return Lane(
        segments=tuple(piece for piece in drawn if piece.width > 0),
        due_at=on.at(clock.due) if clock.due else None,
        due_if=on.at(clock.due_if_resumed) if live_paused and clock.due_if_resumed else None,
        done_at=on.at(clock.stopped_at) if clock.stopped_at else None,
        now_at=on.at(now) if on.holds(now) else None,
        pin_text=clock.pin,
        opens=opens,
    )


def segment(kind: SegmentKind, start: datetime, end: datetime, on: Axis, title: str = "") -> LaneSegment:
    """A stretch between two instants."""
    left = on.at(start)
    return LaneSegment(kind, left, on.at(end) - left, title)


def of_part(part: Part, clock: ClockTimes, on: Axis, ends: datetime, zone: ZoneInfo) -> Iterator[LaneSegment]:
    """What has passed of a part of the explanation: counted, late, paused or a holiday; closed time is only the line."""
    start, end = part.start, min(part.end, ends)
    if start >= end or part.kind == "closed":
        return
    title = f"{when(start, end, zone)} · {part.label}" if part.label else when(start, end, zone)
    if part.kind == "holiday":
        yield segment("fest", start, end, on, part.label)
    elif part.kind == "paused":
        rest = segment("rest", start, end, on, title)
        label = part.label if rest.width >= ROOM_FOR_WORDS else ""
        yield LaneSegment(rest.kind, rest.left, rest.width, rest.title, label)
    else:
        late = min(max(clock.due, start), end) if clock.due else end
        yield segment("run", start, late, on, title)
        yield segment("over", late, end, on, title)


def ahead(clock: ClockTimes, on: Axis, now: datetime, zone: ZoneInfo) -> Iterator[LaneSegment]:
    """What is still to count, what would count if it resumed now, or what was not needed."""
    if clock.stopped_at:
        kind: SegmentKind = "spare"
        start, end = clock.stopped_at, clock.due
    elif clock.due:
        kind, start, end = "todo", now, clock.due
    else:
        kind, start, end = "if", now, clock.due_if_resumed
    if end and start < end:
        yield from (segment(kind, opens, closes, on, when(opens, closes, zone)) for opens, closes in clock.opens(start, end))


def when(start: datetime, end: datetime, zone: ZoneInfo) -> str:
    """Lun 7 dic, 20:00–21:00, or with both days where they differ."""
    start, end = start.astimezone(zone), end.astimezone(zone)
    same_day = start.date() == end.date()
    return f"{dated(start, zone)}–{clock_time(end, zone)}" if same_day else f"{dated(start, zone)} – {dated(end, zone)}"
