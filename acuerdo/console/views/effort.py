"""Time that the desk's people put into a case, and how much of the desk's own time a committee had it."""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from acuerdo.console.views.side import in_words
from acuerdo.core.clocks import Stay
from acuerdo.core.hours import Calendar, opened
from acuerdo.core.tickets import Party, Status
from acuerdo.tickets.models import Ticket, TimeEntry

ENTERED = "ticket.time_entered"


@dataclass(frozen=True, slots=True)
class Effort:
    """The notes of time, newest last, and their sums in words."""

    entries: tuple[TimeEntry, ...]
    total: str
    billable: str


def effort(ticket: Ticket, kinds: Container[str]) -> Effort | None:
    """Add up what was noted; None where nothing was, which the log says without a query."""
    if ENTERED not in kinds:
        return None
    found: QuerySet[TimeEntry] = ticket.time_entries.select_related("person")
    entries = tuple(found)
    if not entries:
        return None
    billable = sum(entry.minutes for entry in entries if entry.billable)
    return Effort(entries, in_hours(sum(entry.minutes for entry in entries)), in_hours(billable) if billable else "")


def in_hours(minutes: int) -> str:
    """Write minutes as people count work: «1 h 25 min»."""
    hours, rest = divmod(minutes, 60)
    return " ".join(part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest or not hours else "") if part)


def committee(stays: Iterable[Stay], calendar: Calendar | None) -> str:
    """Say how long the provider's own committee had it; empty where it never did (lifecycle.md: a quote is the customer's time)."""
    waited = [stay for stay in stays if stay.status == Status.WAITING_APPROVAL and stay.party == Party.PROVIDER]
    seconds = sum(opened(calendar, s.start, s.end) if calendar else int((s.end - s.start).total_seconds()) for s in waited)
    return in_words(seconds, calendar) if seconds else ""
