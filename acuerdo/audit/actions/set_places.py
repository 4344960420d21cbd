"""Saying where seals are sent from now on."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from acuerdo.audit.actions.note import note
from acuerdo.audit.events import PlacesChanged
from acuerdo.audit.models import SealPlaces
from acuerdo.events.events import Actor


@transaction.atomic
def set_places(addresses: Sequence[str], *, by: Actor, at: datetime) -> SealPlaces:
    """Replace the addresses; the log keeps the old and the new ones."""
    places, _new = SealPlaces.objects.select_for_update().get_or_create(pk=1)
    before, now = list(places.addresses), list(addresses)
    if before != now:
        places.addresses = now
        places.save(update_fields=["addresses"])
        note(PlacesChanged(detail={"before": before, "addresses": now}), by=by, at=at)
    return places
