"""Mail that stands still: received and not processed, or to be sent and not sent."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from django.db.models import BinaryField, Q, QuerySet
from django.db.models.functions import Substr

from acuerdo.audit.queries.seals import Trouble
from acuerdo.channels.mail.models import Mailbox, RawMail
from acuerdo.core.mail import read
from acuerdo.events.models import Event
from acuerdo.notifications.models import Outgoing

#: A mail that waits so long does not wait for its turn.
STUCK = timedelta(minutes=30)
#: Of mails that no case tells of so many are looked through; of a mail so many bytes are read for who wrote it and of what.
LOOKED_AT, HEAD = 500, 16_384


def unprocessed() -> QuerySet[RawMail]:
    """What arrived and became nothing yet, oldest first."""
    return RawMail.objects.defer("raw").exclude(state=RawMail.State.PROCESSED).order_by("received_at", "pk")


@dataclass(frozen=True)
class PutAside:
    """A mail that a program wrote in answer to one, and that is of no case: it opened none."""

    pk: int
    received_at: datetime
    sender: str
    subject: str


def put_aside(most: int) -> list[PutAside]:
    """The newest of them, among the newest mails that no case tells of: those are read from the log, newest first."""
    told = Event.objects.filter(subject_kind="received_mail", kind="mail.received").order_by("-subject_id")
    keys = [pk for pk, facts in told.values_list("subject_id", "facts")[:LOOKED_AT] if facts.get("outcome") == RawMail.Outcome.UNANSWERED]
    mails = RawMail.objects.filter(pk__in=keys, outcome=RawMail.Outcome.UNANSWERED).order_by("-pk")[:most]
    read_of = mails.annotate(head=Substr("raw", 1, HEAD, output_field=BinaryField())).values_list("pk", "received_at", "head")
    letters = [(pk, at, read(bytes(cast("memoryview", head)))) for pk, at, head in read_of]
    return [PutAside(pk, at, letter.sender.email, letter.subject) for pk, at, letter in letters]


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
