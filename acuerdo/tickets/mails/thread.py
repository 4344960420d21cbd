"""The thread a mail belongs to, so that mail programs show the conversation as one (RFC 5322 §3.6.4)."""

from acuerdo.notifications.models import Outgoing
from acuerdo.tickets.models import Message, Ticket
from acuerdo.tickets.queries import SUBJECT


def thread_of(ticket: Ticket) -> tuple[str, tuple[str, ...]]:
    """What the next mail answers, and every message before it: ours to this customer, then theirs, oldest first."""
    theirs = Message.objects.filter(ticket=ticket, kind=Message.Kind.CUSTOMER).exclude(message_id="")
    heard = list(theirs.order_by("at", "pk").values_list("message_id", flat=True))
    ours = Outgoing.objects.filter(subject_kind=SUBJECT, subject_id=ticket.pk, to=ticket.contact.email)
    sent = list(ours.order_by("pk").values_list("message_id", flat=True))
    thread = tuple(dict.fromkeys((*sent, *heard)))
    return (thread[-1] if thread else ""), thread
