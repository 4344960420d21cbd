"""Reading the log, and the chain's arithmetic."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from itertools import islice

from acuerdo.desks.prepared import Given, Prepared
from acuerdo.events.models import Event, EventDetail

#: Events whose details are read in one statement.
MANY = 1000
#: The columns that the chain covers, in the order of their names.
COVERED = (
    "actor_id",
    "actor_kind",
    "at",
    "authorised_by",
    "confirmed",
    "detail_hash",
    "environment",
    "extra_1",
    "extra_2",
    "extra_3",
    "extra_4",
    "extra_5",
    "facts",
    "kind",
    "module",
    "position",
    "previous_hash",
    "programme",
    "subject_id",
    "subject_kind",
)


#: The form of hash that is written today, and what it covers besides: itself, and when the event was written down.
FORM = 2
COVERED_SINCE_FORM_2 = ("form", "recorded_at")


def canonical(value: object) -> bytes:
    """JSON in one form: sorted names, no spaces, UTF-8."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def hash_of(event: Event) -> str:
    """The hash that an event's columns give, its predecessor's included, in the form the event was written in."""
    return sha256(canonical(covered(event))).hexdigest()


def covered(event: Event) -> dict[str, object]:
    """What an event's hash covers, as plain values."""
    names = COVERED if event.form < FORM else (*COVERED, *COVERED_SINCE_FORM_2)
    values = {name: getattr(event, name) for name in names}
    return {name: instant(value) if isinstance(value, datetime) else value for name, value in values.items()}


def instant(at: datetime) -> str:
    """An instant in one form."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def hash_of_detail(salt: str, content: object) -> str:
    """The salted hash of an event's personal part."""
    return sha256(salt.encode() + canonical(content)).hexdigest()


def head_of(subject_kind: str, subject_id: int) -> tuple[int, str]:
    """Position and hash of a subject's last event; (0, "") when it has none."""
    chain = Event.objects.filter(subject_kind=subject_kind, subject_id=subject_id).order_by("-position")
    return chain.values_list("position", "hash").first() or (0, "")


_LOG = Prepared(lambda: Event.objects.filter(subject_kind=Given("kind"), subject_id=Given("subject")).order_by("position"))


def log_of(subject_kind: str, *subject_ids: int) -> list[Event]:
    """The events of a subject, or of several, each one's in their order."""
    if len(subject_ids) == 1:
        return _LOG(kind=subject_kind, subject=subject_ids[0])
    return list(Event.objects.filter(subject_kind=subject_kind, subject_id__in=subject_ids).order_by("position"))


@dataclass(frozen=True)
class BadEntry:
    """The first event of a chain that is not as it was recorded."""

    event: Event
    problem: str


def broken(events: Iterable[Event]) -> Iterator[BadEntry]:
    """The first bad entry of each chain; `events` sorted by subject and position. Details are read for many events at once."""
    before: Event | None = None
    told: tuple[str, int] | None = None
    for event, detail in with_details(events):
        subject = (event.subject_kind, event.subject_id)
        if before is not None and (before.subject_kind, before.subject_id) != subject:
            before = None
        problem = problem_with(event, before, detail)
        if problem and told != subject:
            told = subject
            yield BadEntry(event, problem)
        before = event


def with_details(events: Iterable[Event]) -> Iterator[tuple[Event, EventDetail | None]]:
    """Each event with what may be erased of it, where that is there."""
    rest = iter(events)
    while batch := list(islice(rest, MANY)):
        details = {detail.event_id: detail for detail in EventDetail.objects.filter(event__in=[e.pk for e in batch if e.detail_hash])}
        yield from ((event, details.get(event.pk)) for event in batch)


def problem_with(event: Event, before: Event | None, detail: EventDetail | None) -> str:
    """What is wrong with one event, or nothing. An erased detail is nothing wrong (Ley 1581)."""
    if event.position != (before.position + 1 if before else 1):
        return "an event before it is missing"
    if event.previous_hash != (before.hash if before else ""):
        return "it does not follow the event before it"
    if event.hash != hash_of(event):
        return "its columns were changed"
    if detail is not None and hash_of_detail(detail.salt, detail.content) != event.detail_hash:
        return "its detail was changed"
    return ""
