"""The started product and a browser. Nothing here touches the database of the other tests."""

from collections.abc import Iterator

import pytest

from tests.product import Product, started


@pytest.fixture(scope="session")
def demo() -> Iterator[Product]:
    """The product with its five demo desks and its built-in mailbox: one start for all journeys."""
    with started(demo=True) as product:
        yield product
