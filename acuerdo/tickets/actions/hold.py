"""Holding a case: its row is locked until the transaction ends, so that its saves and its log come one after another."""

from acuerdo.tickets.models import Ticket


def hold(ticket_id: int) -> Ticket:
    """Lock and read a case; raises Ticket.DoesNotExist."""
    return Ticket.objects.select_for_update(of=("self",)).select_related("manual", "contact", "organisation", "assignee").get(pk=ticket_id)
