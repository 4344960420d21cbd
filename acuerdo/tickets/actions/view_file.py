"""Recording that a file of a case was looked at (INT-039)."""

from datetime import datetime

from django.db import transaction

from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.files.models import StoredFile
from acuerdo.tickets.actions.hold import in_turn
from acuerdo.tickets.events import FileViewed
from acuerdo.tickets.models import Ticket


@transaction.atomic
def view_file(ticket_id: int, stored: StoredFile, *, shown: bool, by: Actor, at: datetime) -> None:
    """Add it to the case's log; the case itself and its clocks stay as they are.

    Each answer is recorded. A browser may keep what it was given for an hour, and looks at that again unseen.
    """
    ticket = Ticket.objects.select_for_update(of=("self",)).only("pk", "last_activity_at").get(pk=ticket_id)
    record(FileViewed(subject_id=ticket_id, file=stored.pk, shown=shown, detail={"name": stored.name}), by=by, at=in_turn(at, ticket))
