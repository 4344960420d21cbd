"""The minimum information of a case, and what its customer may lack."""

from dataclasses import dataclass

from acuerdo.core.agreements import WAIVED, Agreement, Given, Point, outdated, points
from acuerdo.customers.models import Product
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


@dataclass(frozen=True, slots=True)
class Older:
    """A version that a customer said to have, and the latest one of the product, which is newer."""

    said: str
    latest: str
    product: str


def older_version(ticket: Ticket, agreement: Agreement) -> dict[str, Older]:
    """The points that a case lacks because its customer has no longer the latest version (DIG-021, DIG-065); one query where one was named.

    What the desk waived is not lacking.
    """
    kind = agreement.types.get(str(ticket.facts.get("type", "")))
    named = {ask.compares for ask in kind.asks.values()} if kind else set()
    slug = str(ticket.facts.get("product", ""))
    if not slug or not any(ticket.information.get(name, {}).get("said") for name in named):
        return {}
    product = Product.objects.filter(slug=slug).first()
    found = outdated(kind, ticket.facts, ticket.information, product.version) if product else {}
    waived = {name for name, decided in ticket.information.items() if decided.get("state") == WAIVED}
    return {name: Older(said, product.version, product.name) for name, said in found.items() if name not in waived} if product else {}
