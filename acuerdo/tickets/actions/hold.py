"""Holding a case: its row is locked until the transaction ends, so that its saves and its log come one after another."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Q, QuerySet, Subquery

from acuerdo.tickets.models import Ticket


def hold(ticket_id: int) -> Ticket:
    """Lock and read a case; raises Ticket.DoesNotExist."""
    return holding().get(pk=ticket_id)


def hold_staying(ticket_id: int) -> Ticket:
    """Lock and read a case, or the one that it became part of: what is said in the one is heard in the other.

    Both in the order of `hold_all`: who parts them at the same moment wants them so too. Raises Ticket.DoesNotExist.
    """
    into = Ticket.objects.filter(pk=ticket_id).values("merged_into_id")[:1]
    both = {ticket.pk: ticket for ticket in holding().filter(Q(pk=ticket_id) | Q(pk=Subquery(into))).order_by("pk")}
    ticket = both.get(ticket_id) or hold(ticket_id)
    if ticket.merged_into_id is None:
        return ticket
    return both.get(ticket.merged_into_id) or hold(ticket.merged_into_id)


def in_turn(at: datetime, *held: Ticket) -> datetime:
    """When something is done to held cases: at `at`, or with the last that was done to them where that is later.

    Of two who act at once the one who had to wait comes second, whatever their clocks said before they waited.
    """
    return max([at, *(ticket.last_activity_at for ticket in held)])


def hold_all(ticket_ids: Collection[int]) -> list[Ticket]:
    """Lock and read several, always in one order: two who want the same ones never wait for each other."""
    return list(holding().filter(pk__in=ticket_ids).order_by("pk"))


def holding() -> QuerySet[Ticket]:
    """Cases to be locked, with the version of the manual they are pinned to."""
    return Ticket.objects.select_for_update(of=("self",)).select_related("manual").defer("manual__text", "manual__holidays")
