"""Writing a product line down."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from acuerdo.customers.events import ProductKept
from acuerdo.customers.models import Product
from acuerdo.events.actions.keep import keep
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor


@transaction.atomic
def save_product(pk: int | None, values: Mapping[str, Any], *, by: Actor, at: datetime) -> Product:
    """Make a product, or change one."""
    product = Product.objects.select_for_update().get(pk=pk) if pk else Product()
    before, after = keep(product, values)
    if before or after:
        record(ProductKept(subject_id=product.pk, before=before, after=after), by=by, at=at)
    return product
