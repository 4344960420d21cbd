"""The minimum information of a case, and what its customer may lack."""

from acuerdo.core.agreements import Agreement, Given, Point, points
from acuerdo.tickets.models import Ticket


def information_of(ticket: Ticket, agreement: Agreement) -> tuple[Point, ...]:
    """Where each point of the minimum information stands; asks for files only where the manual does."""
    kind = agreement.types.get(str(ticket.facts.get("type", "")))
    if kind is None or not kind.needs:
        return ()
    wants_files = any(ask.kind == "files" for ask in kind.asks.values())
    given = Given(
        text=True,
        contact=bool(ticket.contact.email),
        product=bool(ticket.facts.get("product")),
        files=wants_files and ticket.messages.filter(kind="customer", files__isnull=False).exists(),
    )
    return points(kind, ticket.facts, ticket.information, given)
