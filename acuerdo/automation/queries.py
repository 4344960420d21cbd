"""Which saved answers somebody has at hand, and when a recurring case comes next."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Q, QuerySet

from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.automation.models import Macro, Recurring
from acuerdo.core.agreements import Agreement
from acuerdo.core.hours import Calendar
from acuerdo.core.hours.recurrence import Due, Recurrence, due_days
from acuerdo.people.models import Person


def at_hand(person: Person) -> QuerySet[Macro]:
    """The saved answers that a person may use: their own, their teams', the desk's."""
    mine = Q(visible_to=Macro.For.OWN, owner=person)
    teams = Q(visible_to=Macro.For.TEAM, team__in=person.teams.values("pk"))
    return Macro.objects.filter(mine | teams | Q(visible_to=Macro.For.DESK)).order_by("title", "pk")


def own(person: Person) -> QuerySet[Macro]:
    """Those that are the person's alone."""
    return Macro.objects.filter(visible_to=Macro.For.OWN, owner=person)


def shared() -> QuerySet[Macro]:
    """Those of teams and of the whole desk."""
    return Macro.objects.exclude(visible_to=Macro.For.OWN).select_related("team")


def agreement_now() -> Agreement:
    """The manual in force."""
    return agreement_of(current_version())


def calendar_of(agreement: Agreement) -> Calendar:
    """The manual's main calendar: its business days are the schedule's."""
    return agreement.calendars[agreement.default_calendar or next(iter(agreement.calendars))]


def recurrence_of(recurring: Recurring) -> Recurrence:
    """Its schedule as the core knows it."""
    return Recurrence(recurring.every, recurring.unit, recurring.starts_on, recurring.day, recurring.closed)


def next_days(recurring: Recurring, calendar: Calendar, since: date, count: int) -> tuple[Due, ...]:
    """The next days on which its case opens."""
    return due_days(recurrence_of(recurring), calendar, max(since, recurring.not_before), count)


def due_now(recurring: Recurring, calendar: Calendar, now: datetime) -> Iterable[Due]:
    """The days that have come and whose case is not open yet, oldest first; one that was missed while nothing ran is not lost."""
    local = now.astimezone(calendar.zone)
    done = set(recurring.occurrences.values_list("due_on", flat=True))
    for due in due_days(recurrence_of(recurring), calendar, recurring.not_before, len(done) + 400):
        if due.falls_on > local.date() or (due.falls_on == local.date() and local.time() < recurring.at):
            return
        if due.named not in done:
            yield due
