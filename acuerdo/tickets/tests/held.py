"""An answer that waits a moment before it leaves: how a page sends it and takes it back."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from acuerdo.tickets.models import Clock
from acuerdo.tickets.tests.verbs import post


def sent(client, case, **said):
    """Send an answer that may wait: no promise falls due before two hours."""
    Clock.objects.filter(ticket=case).update(due_at=timezone.now() + timedelta(hours=2))
    return post(client, "answers", case, text="Lo vemos", then="waiting_customer", waits="1", **said)


def undo(client, case, held, **said):
    """Take it back; with `now`, let it go at once."""
    return client.post(reverse("tickets:held", args=[case.number, held.pk]), said, follow=True)
