"""A calendar made ready for arithmetic, year by year as it is asked for."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from acuerdo.core.hours.instants import check_reach, closing_at, instant, opening_at, seconds
from acuerdo.core.hours.timeline import Interval, Timeline

WEEK = 7 * 86_400
NEVER = 1 << 60

Hours = tuple[int, int]


class Compiled:
    """The timeline of a calendar over the years that were asked for so far.

    A timeline is replaced, never changed, so threads may share it; two that grow it at once do the
    same work twice.
    """

    def __init__(self, zone: ZoneInfo, hours_on: Callable[[date], tuple[Hours, ...]]) -> None:
        """Keep what is needed to lay out a year; nothing is laid out yet."""
        self.zone = zone
        self.hours_on = hours_on
        self.timeline = Timeline.of([], begins=0, ends=0)

    def covering(self, first: int, last: int) -> Timeline:
        """Give a timeline that is right from one second to another; raises OutOfReach."""
        timeline = self.timeline
        if timeline.begins <= first and last < timeline.ends:
            return timeline
        if timeline.begins < timeline.ends:
            first, last = min(first, timeline.begins), max(last, timeline.ends - 1)
        check_reach(first)
        check_reach(last)
        # A week of margin holds any zone's offset and any hours that run past midnight.
        begins, ends = instant(first - WEEK).year, instant(last + WEEK).year + 1
        self.timeline = timeline = self.lay_out(begins, ends)
        return timeline

    def lay_out(self, first: int, last: int) -> Timeline:
        """Lay out every date of the years from first to last."""
        return Timeline.of(
            self.intervals(date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal()),
            begins=seconds(datetime(first, 1, 3, tzinfo=UTC)),
            ends=seconds(datetime(last, 12, 29, tzinfo=UTC)),
        )

    def intervals(self, first: int, last: int) -> Iterator[list[Interval]]:
        """Give the open intervals of each date, by ordinal; none runs into the next one.

        Only a repeated hour can make two meet: it then belongs to the date or hours that begin in it.
        """
        named = [self.named(date.fromordinal(ordinal)) for ordinal in range(first, last + 2)]
        flat = [(index, interval) for index, hours in enumerate(named) for interval in hours]
        dates: list[list[Interval]] = [[] for _ in named]
        flat.append((last + 1, (NEVER, NEVER)))
        for (index, (opens, closes)), (_, (next_opens, _)) in pairwise(flat):
            dates[index].append((opens, min(closes, next_opens)))
        return iter(dates[:-1])

    def named(self, day: date) -> list[Interval]:
        """Give the instants that the local hours of a date name."""
        zone = self.zone
        return [(opening_at(zone, day, opens), closing_at(zone, day, closes)) for opens, closes in self.hours_on(day)]
