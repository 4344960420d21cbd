"""Sending a mail of the outbox again, because a person says so: its Message-ID stays, so a repeat is the same message."""

from contextlib import suppress

from django.db import transaction
from procrastinate.exceptions import AlreadyEnqueued

from acuerdo.notifications.actions.queue import queue
from acuerdo.notifications.models import Outgoing


@transaction.atomic
def send_again(outgoing_id: int) -> bool:
    """Queue a waiting or refused mail; false for one that has left meanwhile. Raises Outgoing.DoesNotExist."""
    outgoing = Outgoing.objects.select_for_update().get(pk=outgoing_id)
    if outgoing.sent_at and not outgoing.refused_at:
        return False
    outgoing.sent_at = outgoing.refused_at = None
    outgoing.problem = ""
    outgoing.save(update_fields=["sent_at", "refused_at", "problem"])
    with suppress(AlreadyEnqueued), transaction.atomic():
        queue(outgoing.pk)
    return True
