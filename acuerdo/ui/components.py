"""What the components of a page are given: plain values, computed by the slices, shown as they are.

Places on a lane are percent of its width, 0 at the left edge and 100 at the right one.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from acuerdo.ui.pins import stands, with_room

ChipKind = Literal["late", "near", "run", "rest", "wrote", "none", "over"]
SegmentKind = Literal["run", "todo", "if", "spare", "rest", "fest", "off", "over", "open"]
DueState = Literal["", "near", "late", "met", "missed", "if", "answered", "elapsed"]

ICONS = {
    "late": "alert-octagon",
    "near": "alert-triangle",
    "run": "clock",
    "rest": "player-pause",
    "wrote": "message-2",
    "none": "circle-dashed",
    "over": "circle-check",
}


class DueChip(NamedTuple):
    """Time left as words, a shape and a bar. `share` is the percent used (above 100 when late), None without a bar."""

    kind: ChipKind
    words: str
    share: float | None = None
    detail: str = ""

    @property
    def icon(self) -> str:
        """The shape that says the same as the colour."""
        return ICONS[self.kind]


@dataclass(frozen=True, slots=True)
class LaneSegment:
    """A stretch of a lane. `title` is shown on hover, `label` inside it where there is room."""

    kind: SegmentKind
    left: float
    width: float
    title: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """One clock drawn over the days. A place is None where there is nothing to mark; `opens` is when the desk is open, for customers."""

    segments: tuple[LaneSegment, ...]
    due_at: float | None = None
    due_if: float | None = None
    done_at: float | None = None
    now_at: float | None = None
    pin_text: str = ""
    opens: tuple[LaneSegment, ...] = ()

    #: A sentence needs about this much room, percent.
    ROOM = 38

    @property
    def marks_end(self) -> float:
        """Where the last flag or disc stands."""
        return max(self.due_at or 0, self.done_at or 0, self.due_if or 0)

    @property
    def begins(self) -> float:
        """Where the lane's clock starts."""
        return min((segment.left for segment in self.segments), default=0)

    @property
    def pin_side(self) -> Literal["", "after", "before"]:
        """Where the sentence goes: after the flag, before the start, or nowhere when it fits neither."""
        if not self.pin_text:
            return ""
        if 100 - self.marks_end >= self.ROOM:
            return "after"
        return "before" if self.begins >= self.ROOM else ""

    @property
    def room_after(self) -> float:
        """What is free behind the last flag."""
        return 100 - self.marks_end


@dataclass(frozen=True, slots=True)
class Day:
    """A column of the axis. `off`: the desk does not open; `sub`: the holiday's name; `shown`: its name has room."""

    left: float
    width: float
    name: str
    letter: str
    number: int
    off: bool = False
    now: bool = False
    sub: str = ""
    shown: bool = True


@dataclass(frozen=True, slots=True)
class ClockRow:
    """A stretch of the reckoning: when, what happened, how much it counts and the running total, in words."""

    when: str
    what: str
    counts: str
    total: str
    zero: bool = False


@dataclass(frozen=True, slots=True)
class ClockView:
    """One clock as people read it. `why` is the explanation's sentence; `printed` the manual's own words."""

    label: str
    used_share: float
    used_words: str
    due_words: str
    lane: Lane
    due_state: DueState = ""
    due_detail: str = ""
    why: str = ""
    why_if: str = ""
    scope: str = ""
    printed: str = ""
    clause: str = ""
    clause_url: str = ""
    live: bool = True

    @property
    def bar_state(self) -> str:
        """How the thin bar is filled: amber from 75 %, red when late."""
        if self.due_state in {"late", "missed"}:
            return "late"
        return "near" if self.due_state == "near" else ""


@dataclass(frozen=True, slots=True)
class ClockPanel:
    """All clocks of a case on one axis of days."""

    days: tuple[Day, ...]
    clocks: tuple[ClockView, ...]
    now_left: float | None = None
    now_words: str = ""

    @property
    def live_first(self) -> tuple[ClockView, ...]:
        """Where clocks stand one under the other, those that still run come first."""
        return tuple(sorted(self.clocks, key=lambda clock: not clock.live))


@dataclass(frozen=True, slots=True)
class Pin:
    """An instant named above a customer's clock bar: "Usted lo reportó" "vie 13, 16:00"."""

    at: float
    words: str
    when: str


@dataclass(frozen=True)
class ClockBar:
    """One clock for its customer: days, lane and two or three pins; `label` tells all of it to who cannot see."""

    days: tuple[Day, ...]
    lane: Lane
    pins: tuple[Pin, ...]
    label: str

    @cached_property
    def placed(self) -> tuple[tuple[Pin, bool, int], ...]:
        """Each pin, whether its words stand to its left, and on which row above the bar, so that none covers another; tried out once."""
        pins = sorted(self.pins, key=lambda pin: pin.at)
        return tuple((pin, *stand) for pin, stand in zip(pins, stands([pin.at for pin in pins]), strict=True))

    @property
    def columns(self) -> tuple[tuple[Day, bool], ...]:
        """Each day, and whether its name has room."""
        return tuple(zip(self.days, with_room([day.left for day in self.days]), strict=True))

    @property
    def rows(self) -> int:
        """How many rows of words stand above the bar."""
        return 1 + max((row for _pin, _left, row in self.placed), default=0)

    @property
    def kinds(self) -> frozenset[SegmentKind]:
        """What the legend must name."""
        return frozenset(segment.kind for segment in (*self.lane.segments, *self.lane.opens))
