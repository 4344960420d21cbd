"""Why a clock stands where it stands, stretch by stretch (clocks.md part 7)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from acuerdo.core.clocks.clock import Amount, Clock
from acuerdo.core.clocks.cycle import Pause, PauseKind
from acuerdo.core.clocks.moves import NO_MOVES, Move, Moves
from acuerdo.core.clocks.terms import Terms
from acuerdo.core.hours import StretchKind, Unit, measure, stretches


class SegmentKind(StrEnum):
    """What a segment was for the clock; only an open one counts."""

    OPEN = "open"
    CLOSED = "closed"
    HOLIDAY = "holiday"
    PAUSED = "paused"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Segment:
    """From `start` up to `end`, UTC: what it was, how much of the unit it counts, the total after it.

    `label` is the holiday's name, the status of a pause, or the event that had stopped the clock;
    `party` whose time a pause was.
    """

    start: datetime
    end: datetime
    kind: SegmentKind
    label: str
    amount: Amount
    total: Amount
    party: str = ""

    @property
    def words(self) -> str:
        """Write kind and label as one: `paused: waiting_customer`."""
        return f"{self.kind}: {self.label}" if self.label else str(self.kind)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A clock with its arithmetic laid open; amounts are in `unit`, exact.

    `segments` lead from the start to the stop or to now, `ahead` from there to the deadline: what would
    count if nothing else happened (while it stands still, if it resumed now; after a stop, what was
    left). `moves` tell how its deadline came to be another than it was first.
    """

    clock: Clock
    segments: tuple[Segment, ...]
    ahead: tuple[Segment, ...]
    now: datetime
    moves: tuple[Move, ...] = ()

    @property
    def unit(self) -> Unit:
        """Give the unit of every amount."""
        return self.clock.target.unit

    @property
    def deadline(self) -> datetime | None:
        """Give the deadline it has, or would have if it resumed now."""
        return self.clock.due_at or self.clock.due_if_resumed


def explain(clock: Clock, terms: Terms, now: datetime, moves: Moves = NO_MOVES) -> Explanation:
    """Lay open how a clock came to its deadline and its state; `moves` are those of the case.

    Pauses of a promised date are shown, though they do not move it: its open time counts through them.
    """
    now = now.replace(microsecond=0)
    until = clock.stopped_at or now
    pauses = () if clock.target.is_date else clock.pauses
    past = tuple(totalled(parts(clock, pauses, until, terms), 0))
    total = past[-1].total if past else 0
    deadline = clock.due_at or clock.due_if_resumed
    ahead: tuple[Segment, ...] = ()
    if deadline is not None and deadline > until:
        ahead = tuple(totalled(running(clock, until, deadline), total))
    return Explanation(clock, past, ahead, now, moves.get((clock.id, clock.cycle), ()))


def totalled(segments: Iterable[Segment], total: Amount) -> Iterator[Segment]:
    """Add up the amounts, on top of what had counted before."""
    for segment in segments:
        # Most segments count nothing, and nothing is dear to add to a fraction.
        total = total + segment.amount if segment.amount else total
        yield Segment(segment.start, segment.end, segment.kind, segment.label, segment.amount, total, segment.party)


def parts(clock: Clock, pauses: tuple[Pause, ...], until: datetime, terms: Terms) -> Iterator[Segment]:
    """Cut the time from the start into what ran and what stood still; amounts are not added yet."""
    at = clock.counts_from
    for pause in pauses:
        yield from running(clock, at, pause.start)
        at = pause.end or until
        kind = SegmentKind.PAUSED if pause.kind is PauseKind.PAUSED else SegmentKind.STOPPED
        party = terms.statuses.get(pause.cause, "")
        if pause.start < at:
            yield Segment(pause.start, at, kind, pause.cause, 0, 0, party)
    yield from running(clock, at, until)


def running(clock: Clock, start: datetime, end: datetime) -> Iterator[Segment]:
    """Cut running time by the calendar, or leave it whole for a unit that runs day and night."""
    calendar, unit = clock.calendar, clock.target.unit
    if not unit.is_business:
        if start < end:
            yield Segment(start, end, SegmentKind.OPEN, "", measure(calendar, unit, start, end), 0)
        return
    for stretch in stretches(calendar, start, end):
        amount: Amount = 0
        if stretch.kind is StretchKind.OPEN:
            amount = measure(calendar, unit, stretch.start, stretch.end)
        yield Segment(stretch.start, stretch.end, SegmentKind(stretch.kind), stretch.name, amount, 0)
