"""What a case is owed: its manual version and its contract, as it is pinned to them."""

from collections.abc import Collection, Mapping
from hashlib import sha256
from typing import Any

from acuerdo.agreements.models import ManualVersion
from acuerdo.agreements.queries import agreement_of, terms_under
from acuerdo.core.agreements import Agreement
from acuerdo.core.clocks import Terms
from acuerdo.core.tickets import Quote
from acuerdo.events.queries import canonical
from acuerdo.tickets.models import Ticket


def agreement_for(ticket: Ticket) -> Agreement:
    """The manual version the case is pinned to."""
    return agreement_of(ticket.manual)


def terms_of(ticket: Ticket) -> Terms:
    """What the case is owed: its manual version and its contract's own terms."""
    return terms_under(ticket.manual, ticket.overrides)


def other_terms(facts: Mapping[str, Any]) -> Terms:
    """The terms that a person chose for a case instead of those it was opened under, by the facts of that event."""
    return terms_under(ManualVersion.objects.defer("text", "holidays").get(pk=facts["manual"]), facts.get("overrides", {}))


def pinned_to(ticket: Ticket) -> dict[str, str]:
    """What the log says of a case's manual and contract, so that neither can be exchanged behind it: their digests."""
    agreed = {"agreed": sha256(canonical(ticket.overrides)).hexdigest()} if ticket.overrides else {}
    return {"manual": ticket.manual.digest, **agreed}


def approvals_needed(agreement: Agreement, facts: Mapping[str, object], scope: Collection[str]) -> tuple[bool, Quote]:
    """Whether a committee must approve, and whether the customer a quote, by the catalogue's row, else by the type (SGM-A8).

    `scope`: the items that the contract includes. Where the row leaves the quote to the contract, one that is included needs none
    (SGM-A9); it may be asked for all the same.
    """
    item = agreement.catalogue.get(str(facts.get("item", "")))
    kind = agreement.types.get(str(facts.get("type", "")))
    committee = bool((item and item.committee) or (kind and kind.committee))
    quote = Quote(item.quote) if item else Quote.NO
    if quote is Quote.BY_CONTRACT and item and item.id in scope:
        quote = Quote.NO
    return committee, Quote.YES if kind and kind.quote else quote
