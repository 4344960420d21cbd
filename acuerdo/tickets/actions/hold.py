"""Holding a case: its row is locked until the transaction ends, so that its saves and its log come one after another."""

from acuerdo.tickets.models import Ticket


def hold(ticket_id: int) -> Ticket:
    """Lock and read a case; raises Ticket.DoesNotExist."""
    held = Ticket.objects.select_for_update(of=("self",)).select_related("manual", "contact", "organisation", "assignee")
    return held.defer("manual__text", "manual__holidays").get(pk=ticket_id)
