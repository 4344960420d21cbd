"""Searching the log: always within a period, newest first, paged by key; no page's cost grows with what is before it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import CharField, Q, QuerySet, TextField
from django.db.models.functions import Cast

from acuerdo.audit.queries.authors import by_person
from acuerdo.channels.mail.models import RawMail
from acuerdo.events.models import Event
from acuerdo.notifications.models import Outgoing
from acuerdo.tickets.models import Ticket

#: Entries of one page, and of one reading of an export.
PAGE, MANY = 50, 1000
#: Days searched when no period is given.
DAYS = 30
#: Subjects of which a case's mails are recorded.
MAIL, RECEIVED = "mail", "received_mail"


@dataclass(frozen=True, kw_only=True)
class Search:
    """What is looked for; what is empty is any. Days are of the desk's zone, both included."""

    since: date
    until: date
    person: int | None = None
    kind: str = ""
    case: int | None = None
    ip: str = ""
    text: str = ""

    def as_facts(self) -> dict[str, object]:
        """The search as the log says it when its result is taken away."""
        said = {"since": self.since.isoformat(), "until": self.until.isoformat(), "kind": self.kind, "ip": self.ip, "text": self.text}
        return {name: value for name, value in (said | {"person": self.person, "case": self.case}).items() if value}


def start_of(day: date) -> datetime:
    """The first instant of a day of the desk's."""
    return datetime.combine(day, time(), ZoneInfo(settings.TIME_ZONE)).astimezone(UTC)


def found(search: Search) -> QuerySet[Event]:
    """The entries, newest first."""
    events = Event.objects.filter(at__gte=start_of(search.since), at__lt=start_of(search.until + timedelta(days=1)))
    if search.person:
        events = events.filter(by_person(search.person))
    if search.kind:
        events = events.filter(kind=search.kind)
    if search.case:
        events = events.filter(of_case(search.case))
    if search.ip:
        events = events.filter(detail__content__ip=search.ip)
    if search.text:
        words = Cast("facts", TextField())
        events = events.annotate(words=words, kept=Cast("detail__content", CharField())).filter(
            Q(words__icontains=search.text) | Q(kept__icontains=search.text) | Q(authorised_by__icontains=search.text)
        )
    return events.select_related("detail").order_by("-at", "-pk")


def of_case(number: int) -> Q:
    """What is about a case: its own chain, and the mails sent and received about it."""
    pk = Ticket.objects.filter(number=number).values_list("pk", flat=True).first()
    if pk is None:
        return Q(pk__in=[])
    sent = list(Outgoing.objects.filter(subject_kind="ticket", subject_id=pk).values_list("pk", flat=True))
    received = list(RawMail.objects.filter(ticket=pk).values_list("pk", flat=True))
    return (
        Q(subject_kind="ticket", subject_id=pk)
        | Q(subject_kind=MAIL, subject_id__in=sent)
        | Q(subject_kind=RECEIVED, subject_id__in=received)
    )


def after(events: QuerySet[Event], key: tuple[datetime, int] | None) -> QuerySet[Event]:
    """What comes after an entry in that order."""
    if key is None:
        return events
    at, pk = key
    return events.filter(Q(at__lt=at) | Q(at=at, pk__lt=pk), at__lte=at)


def all_of(search: Search) -> Iterator[list[Event]]:
    """Every entry, batch by batch: an export of years holds no long transaction and no memory."""
    key: tuple[datetime, int] | None = None
    while batch := list(after(found(search), key)[:MANY]):
        yield batch
        key = (batch[-1].at, batch[-1].pk)
