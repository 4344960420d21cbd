"""Writing a contract down. Cases that are open keep the terms they were opened with (clocks.md 6)."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from acuerdo.customers.events import ContractKept
from acuerdo.customers.models import Contract, Product
from acuerdo.events.actions.keep import keep
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor


@transaction.atomic
def save_contract(
    pk: int | None, values: Mapping[str, Any], products: Iterable[Product] | None = None, *, by: Actor, at: datetime
) -> Contract:
    """Make a contract, or change one; its own terms were read against the manual (`core.agreements.read_contract`)."""
    contract = Contract.objects.select_for_update().get(pk=pk) if pk else Contract()
    before, after = keep(contract, values)
    if products is not None:
        had, wanted = sorted(map(str, contract.products.all())), list(products)
        if had != sorted(map(str, wanted)):
            contract.products.set(wanted)
            before, after = {**before, **({"products": had} if had else {})}, {**after, "products": sorted(map(str, wanted))}
    if before or after:
        record(ContractKept(subject_id=contract.pk, organisation=contract.organisation_id, before=before, after=after), by=by, at=at)
    return contract
