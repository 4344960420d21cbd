"""Before something is done by a form that was drawn a while ago: what another did since, that its reader could not know."""

from collections.abc import Collection, Sequence

from acuerdo.core.errors import Refusal
from acuerdo.events.events import Actor
from acuerdo.events.models import Event
from acuerdo.tickets.actions.hold import hold
from acuerdo.tickets.queries import SUBJECT


class Meanwhile(Refusal):
    """Somebody else changed what this changes, or the customer wrote. Facts: events. Sent again with what was shown, it is done."""

    code = "tickets.meanwhile"

    def __init__(self, events: Sequence[Event]) -> None:
        super().__init__(f"{len(events)} events came in between.", events=events)


def heed(ticket_id: int, seen: str, kinds: Collection[str], *, by: Actor) -> None:
    """Refuse if one of these kinds of events of anybody else's came after the place `seen`; raises Meanwhile.

    The case stays locked, so that nothing comes between this and what is done next in the same transaction.
    """
    if not (seen.isdecimal() and len(seen) < 10 and kinds):  # noqa: PLR2004  fits the column
        return
    hold(ticket_id)
    later = Event.objects.filter(subject_kind=SUBJECT, subject_id=ticket_id, position__gt=int(seen))
    events = later.filter(kind__in=[f"ticket.{kind}" for kind in kinds]).order_by("position")
    news = [event for event in events if (event.actor_kind, event.actor_id) != (by.kind, by.id)]
    if news:
        raise Meanwhile(news)
