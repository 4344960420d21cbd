"""Publishing the draft."""

from datetime import datetime

from django.db import transaction

from acuerdo.agreements.actions.publish import publish
from acuerdo.agreements.models import ManualVersion
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.publishing.actions.draft import Stale, hold_draft
from acuerdo.publishing.events import DraftPublished

#: Whom a new version can be told.
AUTHORISED, NOBODY = "authorised", "nobody"


@transaction.atomic
def release(revision: int, *, tell: str, note: str, by: Actor, at: datetime) -> ManualVersion:
    """Publish the draft at the revision that its reader has seen. Who is told of it follows from the event.

    Raises Stale, NoDraft, Faults, CannotPublish. Of two at once the second finds no draft.
    """
    draft = hold_draft()
    if draft.revision != revision:
        raise Stale(draft)
    version = publish(draft.text, by=by, at=at, note=note.strip())
    draft.is_open, draft.published, draft.note = None, version, note.strip()
    draft.save(update_fields=["is_open", "published", "note"])
    record(DraftPublished(subject_id=draft.pk, version=version.version, tell=tell), by=by, at=at)
    return version
