"""Processing a kept message again, once what kept it from being processed is mended."""

from datetime import datetime

from django.db import transaction

from acuerdo.channels.mail.actions.receive import process
from acuerdo.channels.mail.models import RawMail


@transaction.atomic
def process_again(raw_mail_id: int, *, at: datetime) -> RawMail:
    """Process it unless that was done meanwhile; what was put aside as an automatic answer is taken for a person's.

    Raises RawMail.DoesNotExist, and what is the database's trouble.
    """
    kept = RawMail.objects.select_for_update().get(pk=raw_mail_id)
    is_put_aside = kept.outcome == RawMail.Outcome.UNANSWERED
    if is_put_aside or kept.state != RawMail.State.PROCESSED:
        process(kept, at=at, insisted=is_put_aside)
    return kept
