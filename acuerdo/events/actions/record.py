"""Recording an event: one row, its reactions and its announcement, all in the caller's transaction."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from acuerdo.events import reactions
from acuerdo.events.actions.wake import wake
from acuerdo.events.events import Actor, plain
from acuerdo.events.events import Event as Happening
from acuerdo.events.models import Event, EventDetail, Reaction
from acuerdo.events.queries import hash_of, hash_of_detail, head_of
from acuerdo.live.tell import tell

ENVIRONMENT = os.environ.get("ACUERDO_ENVIRONMENT", "production")
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


def record(happening: Happening, *, by: Actor, at: datetime) -> Event:
    """Add an event to the log. The caller holds a lock on the subject's row and is in a transaction."""
    position, previous_hash = head_of(happening.subject_kind, happening.subject_id)
    event = Event(
        at=at,
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
    detail = {**{key: plain(value) for key, value in happening.detail.items()}, **({"ip": by.ip} if by.ip else {})}
    salt = secrets.token_hex(16) if detail else ""
    event.detail_hash = hash_of_detail(salt, detail) if detail else ""
    event.hash = hash_of(event)
    event.save(force_insert=True)
    if detail:
        EventDetail.objects.create(event=event, salt=salt, content=detail)
    if not is_historic():
        tell(f"{event.subject_kind}-{event.subject_id}", f"{event.subject_kind}s")
        for name in reactions.named_for(event.kind):
            Reaction.objects.create(event=event, name=name)
            wake(event, name)
    return event
