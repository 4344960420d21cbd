"""When a mail of ours was refused."""

from acuerdo.events.models import Event
from acuerdo.notifications.models import Outgoing
from acuerdo.tickets.actions.undelivered import note_undelivered
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import SUBJECT


def note_refused(event: Event) -> None:
    """mail.refused: note it in the case that it is about, as a mail that came back is."""
    mail = Outgoing.objects.get(pk=event.subject_id)
    if mail.subject_kind == SUBJECT and mail.subject_id and Ticket.objects.filter(pk=mail.subject_id).exists():
        note_undelivered(mail.subject_id, to=mail.to, subject=mail.subject, said=mail.problem, at=event.at)
