"""A person of the desk answered a case's mail: an internal note with their name, never public by accident."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from acuerdo.core.mail import Letter, newest_of
from acuerdo.files.models import StoredFile
from acuerdo.people.access import as_actor
from acuerdo.people.models import Person
from acuerdo.tickets.actions.note import note
from acuerdo.tickets.models import Message, Ticket


def keep_note(ticket: Ticket, letter: Letter, files: Sequence[StoredFile], *, by: Person, at: datetime) -> Message:
    """Keep the mail as a note; one without words says that only files came."""
    split = newest_of(letter)
    text = split.new.strip() or _("(sin texto)")
    message = note(ticket.pk, text, by=as_actor(by, programme="mail"), at=at, files=files)
    message.channel, message.message_id, message.quoted = "email", letter.message_id[:255], split.quoted
    message.html = letter.html
    message.save(update_fields=["channel", "message_id", "quoted", "html"])
    return message
