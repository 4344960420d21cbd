"""What a careful reader would ask about hours, calendars and channels that do not fit each other; warnings, for nothing is wrong."""

from collections.abc import Iterator, Mapping, Sequence

from acuerdo.core.agreements.book import Book
from acuerdo.core.agreements.targets import TargetTable
from acuerdo.core.agreements.values import Channel, Plan
from acuerdo.core.agreements.week import week_in_words
from acuerdo.core.hours import Calendar

_WEEK = 7 * 1_440

Spans = list[tuple[int, int]]


def warn_of_hours_outside(
    book: Book, channels: Mapping[str, Channel], plans: Mapping[str, Plan], calendars: Mapping[str, Calendar]
) -> None:
    """Warn where a channel keeps hours in which its plan does not attend: who writes then waits for the plan (PRO-A16)."""
    for channel in channels.values():
        for plan in (plan for plan in plans.values() if channel.id in plan.channels):
            hours = calendars.get(channel.hours_by_plan.get(plan.id, channel.hours))
            attends = calendars.get(plan.calendar)
            if hours and attends and not _within(hours, attends):
                own = plan.id in channel.hours_by_plan
                path = ("channels", channel.id, *(("hours_by_plan", plan.id) if own else ("hours",)))
                weeks = {
                    f"{what}_{each}": week_in_words(of, each) for what, of in (("hours", hours), ("week", attends)) for each in ("es", "en")
                }
                book.warn(path, "hours_outside", channel=channel.label, plan=plan.label, **weeks)


def _within(inner: Calendar, outer: Calendar) -> bool:
    """Say whether the one is open only while the other is, in an ordinary week."""
    if inner.always or outer.always:
        return outer.always
    open_times = _spans(outer)
    return all(any(start >= opens and end <= closes for opens, closes in open_times) for start, end in _spans(inner))


def _spans(calendar: Calendar) -> Spans:
    """Give the open times as minutes of the week; those that touch are one, and the week is there twice, for nights past its end."""
    starts = sorted((each.day * 1_440 + each.opens, each.day * 1_440 + each.closes) for each in calendar.week)
    joined: Spans = []
    for start, end in [*starts, *((start + _WEEK, end + _WEEK) for start, end in starts)]:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def warn_of_no_calendar(book: Book, tables: Sequence[TargetTable], default_calendar: str) -> None:
    """Warn of a time that has no calendar in a case without a plan: the clock would not exist."""
    for cell in (cell for table in tables for cell in table.cells):
        if cell.target and not (cell.calendar or default_calendar or "plan" in cell.where):
            book.warn(cell.path, "no_calendar", value=cell.printed, clock=cell.clock)


def warn_of_channels_not_in_plan(book: Book, tables: Sequence[TargetTable], plans: Mapping[str, Plan]) -> None:
    """Warn where a table admits a channel that its plan does not have; a plan that names no channels has them all."""
    for table in tables:
        for row, channel, plan in _admitted(table, plans):
            if plan.channels and channel not in plan.channels:
                book.warn((*table.path, "channels", *([row] if row else [])), "channel_not_in_plan", channel=channel, plan=plan.label)


def _admitted(table: TargetTable, plans: Mapping[str, Plan]) -> Iterator[tuple[str, str, Plan]]:
    named = [plans[name] for name in plans if name in table.where.get("plan", ())]
    return ((row, channel, plan) for row, channels in table.channels.items() for channel in channels for plan in named)
