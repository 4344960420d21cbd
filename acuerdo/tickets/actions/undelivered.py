"""A mail about a case did not arrive: the case says so, or nobody would know but who opens that message."""

from datetime import datetime

from django.utils.translation import gettext as _

from acuerdo.events.events import SYSTEM
from acuerdo.tickets.actions.note import note
from acuerdo.tickets.models import Message


def note_undelivered(ticket_id: int, *, to: str, subject: str, said: str, at: datetime) -> Message:
    """Note to whom it did not go and what their server said, once for one moment."""
    text = _("Un correo nuestro no llegó a %(to)s: «%(subject)s».") % {"to": to, "subject": subject}
    text = f"{text} {_('Su servidor dijo:')} {said}" if said else text
    known = Message.objects.filter(ticket=ticket_id, kind=Message.Kind.NOTE, at__gte=at, text=text).first()
    return known or note(ticket_id, text, by=SYSTEM, at=at)
