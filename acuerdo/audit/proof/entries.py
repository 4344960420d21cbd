"""The events of a proof: as stored for the desk's people; for the customer without what is the desk's own."""

from collections.abc import Mapping
from typing import Any

from acuerdo.core.clocks import FOR_CLOCKS
from acuerdo.events.models import Event
from acuerdo.events.queries import covered, instant
from acuerdo.tickets.queries import SAID

#: What a customer sees on their own page, or did themselves; all else goes to them as a hash.
THEIRS = frozenset(
    {
        "ticket.opened",
        "ticket.customer_wrote",
        "ticket.automatic_reply",
        "ticket.responded",
        "ticket.ready",
        "ticket.reached",
        "ticket.resolved",
        "ticket.reminded",
        "ticket.reopened",
        "ticket.closed",
        "ticket.cancelled",
        "ticket.rated",
    }
)
#: These say why in words of the desk's people, unless it is the product's own word.
REASONED = frozenset({"ticket.status", "ticket.classified"})
OWN_WORDS = frozenset({"", "customer_wrote", "customer"})
#: What the clocks read of an event, and what it says of the manual: nothing that somebody wrote.
READ = tuple(name for name in (*SAID, "pinned", "manual", "overrides") if name != "reason")


def as_stored(event: Event) -> dict[str, Any]:
    """An event with all that its hash covers; its erasable detail is represented by that detail's hash."""
    return {**covered(event), "form": event.form, "recorded_at": instant(event.recorded_at), "hash": event.hash}


def for_customer(event: Event) -> dict[str, Any]:
    """The same; of what is the desk's own only its place in the chain and what the clocks read of it."""
    if is_theirs(event):
        return as_stored(event)
    of_clocks = event.kind.removeprefix("ticket.") in FOR_CLOCKS
    facts: Mapping[str, Any] = event.facts
    return {
        "withheld": True,
        "position": event.position,
        "at": instant(event.at),
        "kind": event.kind if of_clocks or event.kind in {"ticket.merged", "ticket.unmerged"} else "",
        "facts": {name: facts[name] for name in READ if name in facts} if of_clocks else {},
        "previous_hash": event.previous_hash,
        "hash": event.hash,
    }


def is_theirs(event: Event) -> bool:
    """Whether a customer may read all of an event."""
    if event.authorised_by:
        return False
    if event.kind in REASONED:
        return event.facts.get("reason", "") in OWN_WORDS and event.facts.keys() <= {"reason", "status", "facts", "before", "pinned"}
    return event.kind in THEIRS
