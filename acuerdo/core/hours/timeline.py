"""The open hours of whole years, laid end to end for bisection."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

Interval = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Open intervals in Unix seconds, in order, and how much has been open before each.

    `before` and `before_date` end with the total, so each is one longer than what it counts. It is
    right for instants from `begins` up to `ends`.
    """

    begins: int
    ends: int
    opens: list[int]
    closes: list[int]
    before: list[int]
    before_date: list[int]
    date_closes: list[int]

    @classmethod
    def of(cls, dates: Iterable[list[Interval]], begins: int, ends: int) -> "Timeline":
        """Lay the intervals of successive dates end to end; those without open seconds fall away."""
        by_date = [kept for hours in dates if (kept := [i for i in hours if i[0] < i[1]])]
        laid = [interval for hours in by_date for interval in hours]
        lengths = [closes - opens for opens, closes in laid]
        dates_open = [sum(closes - opens for opens, closes in hours) for hours in by_date]
        return cls(
            begins,
            ends,
            opens=[opens for opens, _ in laid],
            closes=[closes for _, closes in laid],
            before=list(accumulate(lengths, initial=0)),
            before_date=list(accumulate(dates_open, initial=0)),
            date_closes=[hours[-1][1] for hours in by_date],
        )

    def open_until(self, moment: int) -> int:
        """Count the open seconds before a moment."""
        index = bisect_right(self.opens, moment) - 1
        if index < 0:
            return 0
        return self.before[index] + min(moment, self.closes[index]) - self.opens[index]

    def reaching(self, count: int) -> int | None:
        """Find the first moment before which so many seconds (above 0) were open; None if too few."""
        index = bisect_left(self.before, count) - 1
        if index >= len(self.opens):
            return None
        return self.opens[index] + count - self.before[index]

    def date_of(self, count: int) -> tuple[int, int, int]:
        """Say how many dates so many open seconds fill, the seconds beyond, and that date's seconds.

        The third is at least 1, also at the end of the timeline.
        """
        full = bisect_right(self.before_date, count) - 1
        whole = self.before_date[full + 1] - self.before_date[full] if full < len(self.date_closes) else 1
        return full, count - self.before_date[full], whole

    def reaching_date(self, full: int, part: int, whole: int) -> int | None:
        """Find the first moment by which `full` dates and `part`/`whole` of the next have passed.

        `part` is above 0 and at most `whole`; None if the timeline has too few dates.
        """
        if full >= len(self.date_closes):
            return None
        begins, ends = self.before_date[full], self.before_date[full + 1]
        return self.reaching(begins + ceiling((ends - begins) * part, whole))

    def closing(self, moment: int) -> int | None:
        """Find the first closing of a date at or after a moment; None if there is none."""
        index = bisect_left(self.date_closes, moment)
        return self.date_closes[index] if index < len(self.date_closes) else None


def ceiling(count: int, share: int) -> int:
    """Divide whole numbers and round up."""
    return -(-count // share)
