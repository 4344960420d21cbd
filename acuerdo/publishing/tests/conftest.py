"""The five manuals, read."""

from functools import cache

import pytest

from acuerdo.core.agreements import read
from acuerdo.manuals import text_of

MANUALS = ("proware", "digitalware", "soporte", "interwapp", "sgm")


@cache
def agreement_named(name):
    from acuerdo.agreements.queries import holidays_of

    return read(text_of(name), holidays=holidays_of, file=f"{name}.toml")


@pytest.fixture(params=MANUALS)
def agreement(request):
    """Each of the five."""
    return agreement_named(request.param)
