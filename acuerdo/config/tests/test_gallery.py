"""The gallery shows every address that answers with a page."""

import re

import pytest
from django.urls import resolve

from acuerdo.config.tests.addresses import addresses
from acuerdo.config.tests.places import PLACES
from acuerdo.config.tests.who import METHOD
from tests.gallery.found import WHERE
from tests.gallery.sights import SIGHTS, UNSEEN
from tests.gallery.states import STATES

READ = {name for name, _pattern in addresses() if set(PLACES[name].get.values()) != {METHOD}}


def test_every_address_that_can_be_read_has_its_place_in_the_gallery():
    """A new page is looked at too: put it in `tests/gallery/sights.py`."""
    assert READ - set(SIGHTS) - set(UNSEEN) == set()


def test_nothing_stands_in_the_gallery_that_is_not_there_any_more_or_that_stands_twice():
    assert (set(SIGHTS) | set(UNSEEN)) - READ == set()
    assert set(SIGHTS) & (set(UNSEEN) | set(STATES)) == set()


@pytest.mark.parametrize("name", sorted(SIGHTS))
def test_a_sight_is_at_the_address_whose_name_it_has(name):
    path = re.sub(r"\{\w+\}", "1", SIGHTS[name].path.partition("?")[0])
    assert resolve(path, "acuerdo.config.urls").view_name == name


def test_whatever_a_path_names_can_be_looked_up():
    named = {name for sight in (*SIGHTS.values(), *STATES.values()) for name in re.findall(r"\{(\w+)\}", sight.path)}
    assert named - set(WHERE) == set()
