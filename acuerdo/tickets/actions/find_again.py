"""A customer or a contact has another name: their cases are found by it.

A batch at a time, each in a transaction of its own, so that no case is held for long; each batch has the next one queued.
"""

from django.db import transaction

from acuerdo.jobs.desks import DeskTask
from acuerdo.tickets.actions.hold import hold_all
from acuerdo.tickets.actions.make_findable import index_again
from acuerdo.tickets.models import Ticket

FIND_AGAIN = DeskTask("tickets.find_again")
#: Whose cases: a column of the case.
OF_ORGANISATION, OF_CONTACT = "organisation", "contact"
#: Cases held in one go.
BATCH = 50


@transaction.atomic
def find_again(whose: str, pk: int, *, before: int | None = None, most: int = BATCH) -> int:
    """Make the newest `most` of their cases findable anew, of those older than `before`, and queue the rest; gives how many were done."""
    theirs = Ticket.objects.filter(**{f"{whose}_id": pk}, **({"pk__lt": before} if before else {}))
    batch = list(theirs.order_by("-pk").values_list("pk", flat=True)[:most])
    hold_all(batch)  # what is said in them meanwhile waits, and comes on top of this
    if len(batch) == most:
        FIND_AGAIN.defer(whose=whose, pk=pk, before=batch[-1])
    return index_again(batch)
