"""Noting time on a case, and putting one's own notes right. It stops no clock and moves no deadline."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.events import TicketEvent, TimeChanged, TimeEntered, TimeRemoved
from acuerdo.tickets.models import Ticket, TimeEntry


class NotYours(Refusal):
    """A note of time is put right by who made it."""

    code = "tickets.not_your_time"


@dataclass(frozen=True, slots=True)
class Spent:
    """Minutes (1 to 1440) of one day, on what, and whether the customer pays for them."""

    minutes: int
    activity: TimeEntry.Activity
    day: date
    billable: bool
    note: str = ""

    def as_facts(self) -> dict[str, object]:
        """What the log keeps of it: the words are the person's own and stay out."""
        return {"minutes": self.minutes, "activity": self.activity.value, "day": self.day, "billable": self.billable}


@transaction.atomic
def enter_time(ticket_id: int, spent: Spent, *, by: Actor, at: datetime) -> TimeEntry:
    """Note it, also on a case that has ended. Raises NotYours for whoever is nobody."""
    ticket = hold(ticket_id)
    if by.id is None:
        msg = "Time is a person's."
        raise NotYours(msg)
    entry = TimeEntry(ticket=ticket, person_id=by.id)
    write(entry, spent)
    tell(ticket, TimeEntered(subject_id=ticket.pk, entry=entry.pk, **spent.as_facts()), by=by, at=at)  # type: ignore[arg-type]
    return entry


@transaction.atomic
def change_time(entry_id: int, spent: Spent, *, by: Actor, at: datetime) -> TimeEntry:
    """Put one's own note right; nothing new changes nothing. Raises NotYours."""
    entry, ticket = own(entry_id, by)
    before = spent_of(entry)
    if before == spent:
        return entry
    write(entry, spent)
    was = before.as_facts()
    tell(ticket, TimeChanged(subject_id=ticket.pk, entry=entry.pk, before=was, **spent.as_facts()), by=by, at=at)  # type: ignore[arg-type]
    return entry


@transaction.atomic
def remove_time(entry_id: int, *, by: Actor, at: datetime) -> None:
    """Take one's own note away; the log keeps that it was there. Raises NotYours."""
    entry, ticket = own(entry_id, by)
    gone = TimeRemoved(subject_id=ticket.pk, entry=entry.pk, minutes=entry.minutes, activity=entry.activity, day=entry.day)
    entry.delete()
    tell(ticket, gone, by=by, at=at)


def own(entry_id: int, by: Actor) -> tuple[TimeEntry, Ticket]:
    """The note and its held case, if it is this person's. Raises NotYours, TimeEntry.DoesNotExist."""
    entry = TimeEntry.objects.get(pk=entry_id)
    ticket = hold(entry.ticket_id)
    if by.kind != "person" or entry.person_id != by.id:
        msg = f"Time entry {entry_id} is somebody else's."
        raise NotYours(msg)
    return entry, ticket


def spent_of(entry: TimeEntry) -> Spent:
    """What a note says."""
    return Spent(entry.minutes, TimeEntry.Activity(entry.activity), entry.day, entry.billable, entry.note)


def write(entry: TimeEntry, spent: Spent) -> None:
    """Save it as said."""
    entry.minutes, entry.activity, entry.day = spent.minutes, spent.activity.value, spent.day
    entry.billable, entry.note = spent.billable, spent.note[:300]
    entry.save()


def tell(ticket: Ticket, happened: TicketEvent, *, by: Actor, at: datetime) -> None:
    """Record it."""
    record(happened, by=by, at=in_turn(at, ticket))
