"""Doing the reactions that wait, as the worker does them: in the order of the log, each once."""

from acuerdo.events.models import Reaction
from acuerdo.events.reactions import reaction


def react_all(*names):
    """Do what waits (only these, if named) and what that brings; returns how many were done."""
    done = 0
    while waiting := [
        each
        for each in Reaction.objects.filter(done_at=None).select_related("event").order_by("event_id", "pk")
        if not names or each.name in names
    ]:
        for each in waiting:
            reaction(each.name)(each.event)
            each.done_at = each.event.at
            each.save(update_fields=["done_at"])
            done += 1
    return done
