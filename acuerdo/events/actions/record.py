"""Recording events: their rows, their reactions and their announcement, all in the caller's transaction."""

import os
import secrets
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.utils import timezone

from acuerdo.events import reactions
from acuerdo.events.actions.insert import insert
from acuerdo.events.actions.wake import wake
from acuerdo.events.events import Actor, plain
from acuerdo.events.events import Event as Happening
from acuerdo.events.models import Event, EventDetail, Reaction
from acuerdo.events.queries import FORM, hash_of, hash_of_detail, head_of
from acuerdo.live.tell import tell

ENVIRONMENT = os.environ.get("ACUERDO_ENVIRONMENT", "production")
#: The head of a chain without events.
START = (0, "")
_historic: ContextVar[bool] = ContextVar("historic", default=False)


@contextmanager
def historic() -> Iterator[None]:
    """Within the block the past is written down (demo, imports): nothing is deferred and nobody is told."""
    token = _historic.set(True)
    try:
        yield
    finally:
        _historic.reset(token)


def is_historic() -> bool:
    """Whether the past is being written down."""
    return _historic.get()


def record(*happenings: Happening, by: Actor, at: datetime, log: Iterable[Event] | None = None, tells: Iterable[str] = ()) -> list[Event]:
    """Add events to the log, in this order. The caller holds a lock on their subjects' rows and is in a transaction.

    `log`: all that the log holds of these subjects, where the caller has read it under its lock; it is not asked again.
    `tells`: what else these events are said under to those who watch, besides their own subjects.
    """
    heads = {(last.subject_kind, last.subject_id): (last.position, last.hash) for last in log or ()}
    if not happenings:
        return []
    events: list[Event] = []
    details: list[EventDetail] = []
    for happening in happenings:
        subject = (happening.subject_kind, happening.subject_id)
        head = heads.get(subject) or (head_of(*subject) if log is None else START)
        event, detail = written(happening, head, by=by, at=at)
        heads[subject] = (event.position, event.hash)
        events.append(event)
        details += [detail] if detail else []
    waiting = [] if is_historic() else [Reaction(event=event, name=name) for event in events for name in reactions.named_for(event.kind)]
    insert(events, details, waiting)
    if not is_historic():
        announce([event for event, happening in zip(events, happenings, strict=True) if not happening.quiet], tells)
    if waiting:
        wake(*waiting)
    return events


def written(happening: Happening, head: tuple[int, str], *, by: Actor, at: datetime) -> tuple[Event, EventDetail | None]:
    """An event as the next link of its subject's chain, and apart from it what may be erased."""
    position, previous_hash = head
    event = Event(
        at=at,
        recorded_at=timezone.now(),
        form=FORM,
        actor_kind=by.kind,
        actor_id=by.id,
        subject_kind=happening.subject_kind,
        subject_id=happening.subject_id,
        position=position + 1,
        kind=happening.kind,
        facts=happening.as_json(),
        programme=by.programme,
        module=happening.module or happening.kind.partition(".")[0],
        environment=ENVIRONMENT,
        authorised_by=by.authorised_by,
        confirmed=happening.confirmed,
        previous_hash=previous_hash,
    )
    content = {**{key: plain(value) for key, value in happening.detail.items()}, **({"ip": by.ip} if by.ip else {})}
    detail = EventDetail(event=event, salt=secrets.token_hex(16), content=content) if content else None
    event.detail_hash = hash_of_detail(detail.salt, content) if detail else ""
    event.hash = hash_of(event)
    return event, detail


def announce(events: Sequence[Event], tells: Iterable[str] = ()) -> None:
    """Tell those who watch what changed, if anything did."""
    if not events:
        return
    subjects = dict.fromkeys((event.subject_kind, event.subject_id) for event in events)
    tell(*(f"{kind}-{subject_id}" for kind, subject_id in subjects), *dict.fromkeys(f"{kind}s" for kind, _id in subjects), *tells)
