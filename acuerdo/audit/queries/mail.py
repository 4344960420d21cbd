"""Mail that stands still: received and not processed, or to be sent and not sent."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from acuerdo.audit.queries.seals import Trouble
from acuerdo.channels.mail.models import Mailbox, RawMail
from acuerdo.notifications.models import Outgoing

#: A mail that waits so long does not wait for its turn.
STUCK = timedelta(minutes=30)


def unprocessed() -> QuerySet[RawMail]:
    """What arrived and became nothing yet, oldest first."""
    return RawMail.objects.defer("raw").exclude(state=RawMail.State.PROCESSED).order_by("received_at", "pk")


def unsent(now: datetime) -> QuerySet[Outgoing]:
    """What waits to be sent, oldest first; not what waits for the working hours of whom it is for."""
    mails = Outgoing.objects.defer("text", "html").filter(Q(not_before=None) | Q(not_before__lte=now), sent_at=None, refused_at=None)
    return mails.order_by("created_at", "pk")


def refused() -> QuerySet[Outgoing]:
    """What a mail server refused, or sent back, newest first."""
    return Outgoing.objects.defer("text", "html").filter(refused_at__isnull=False).order_by("-refused_at", "-pk")


def wrong_mail(now: datetime) -> Iterator[Trouble | int]:
    """What stands still for longer than it should, and what was refused in the last day; last how many mails were looked at."""
    looked = 0
    for mailbox in Mailbox.objects.filter(is_active=True, failing_since__lt=now - STUCK).order_by("pk"):
        looked += 1
        yield Trouble(
            f"mailbox {mailbox.user}", f"not fetched since {mailbox.failing_since:%Y-%m-%d %H:%M}: {mailbox.problem} {mailbox.detail}"
        )
    for raw in unprocessed().filter(received_at__lt=now - STUCK).iterator(chunk_size=200):
        looked += 1
        yield Trouble(f"received mail {raw.pk}", f"not processed since {raw.received_at:%Y-%m-%d %H:%M}: {raw.problem}")
    for mail in unsent(now).filter(Q(not_before=None) | Q(not_before__lt=now - STUCK), created_at__lt=now - STUCK).iterator(chunk_size=200):
        looked += 1
        yield Trouble(f"outgoing mail {mail.pk}", f"not sent since {mail.created_at:%Y-%m-%d %H:%M}")
    for mail in refused().filter(refused_at__gte=now - timedelta(days=1)).iterator(chunk_size=200):
        looked += 1
        yield Trouble(f"outgoing mail {mail.pk}", f"refused: {mail.problem}")
    yield looked
