"""The demonstration and eyes for it."""

import json
from collections.abc import Iterator

import pytest

from tests.gallery.eye import Eye, by_place, eye
from tests.gallery.found import Finder
from tests.gallery.making import new_desk
from tests.product import Product


@pytest.fixture(scope="module")
def finder(demo: Product) -> Finder:
    """Finds what the paths of the sights name."""
    people = by_place(json.loads((demo.data / "demo.json").read_text("utf-8")))
    finder = Finder(people | new_desk(demo.data, demo.port), demo.port)
    finder.prepare()
    return finder


@pytest.fixture(scope="module")
def eyes(finder: Finder) -> Iterator[Eye]:
    """A browser, closed with the module."""
    with eye(finder.people, finder.port) as eyes:
        yield eyes
