"""Giving a tag another name in all its cases, joining it to another, or taking it from all: in batches, each case with its own entry."""

from datetime import datetime

from acuerdo.events.events import Actor
from acuerdo.jobs.desks import DeskTask
from acuerdo.tickets.actions.tag import TooManyTags, normal, retag
from acuerdo.tickets.models import Ticket

RETAG = DeskTask("tickets.retag")
#: Cases of one job; the next goes on after what else waits.
BATCH = 100


def ask_rename(old: str, new: str, *, by: Actor) -> int:
    """Have it done; `new` "" takes the tag away. Returns in how many cases."""
    number: int = Ticket.objects.filter(tags__contains=[old]).count()
    if number and normal([new]) != [old]:
        RETAG.defer(old=old, new=new, person=by.id, name=by.name, ip=by.ip)
    return number


def rename_some(old: str, new: str, *, by: Actor, at: datetime) -> bool:
    """One batch; whether there are more. Doing it again does nothing: those done have the tag no more."""
    wanted = normal([new])
    cases = list(Ticket.objects.filter(tags__contains=[old]).order_by("pk").values_list("pk", flat=True)[: BATCH + 1])
    for pk in cases[:BATCH]:
        try:
            retag(pk, add=wanted, remove=[old], by=by, at=at)
        except TooManyTags:  # as many as one may have, and the new one besides: the old one makes room
            retag(pk, remove=[old], by=by, at=at)
    return len(cases) > BATCH
