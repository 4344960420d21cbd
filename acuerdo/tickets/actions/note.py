"""An internal note: never seen by the customer, stops no clock."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.files.models import StoredFile
from acuerdo.tickets.actions.answer import NothingSaid, speak
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.events import Noted
from acuerdo.tickets.models import Message


@transaction.atomic
def note(ticket_id: int, text: str, *, by: Actor, at: datetime, files: Sequence[StoredFile] = ()) -> Message:
    """Write a note, also in a case that has ended. Raises NothingSaid."""
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    if not text.strip():
        msg = "A note needs a text."
        raise NothingSaid(msg)
    message = speak(ticket, Message.Kind.NOTE, text, by=by, at=at, files=files)
    record(Noted(subject_id=ticket.pk, message=message.pk), by=by, at=at)
    ticket.last_activity_at, ticket.last_activity_by = at, by.name[:120]
    ticket.save(update_fields=["last_activity_at", "last_activity_by"])
    return message
