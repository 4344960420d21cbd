"""What most tests of a case begin with."""

from datetime import timedelta

import pytest
from django.utils import timezone

from acuerdo.tickets.tests.desks import Story


@pytest.fixture
def case(open_case):
    """A case reported two hours ago."""
    return open_case(at=timezone.now() - timedelta(hours=2))


@pytest.fixture
def sgm(desk, now):
    """A desk that works by the manual of SGM."""
    return Story("sgm")


@pytest.fixture
def other_case(open_case):
    """Another of the same customer's, reported an hour ago."""
    return open_case("Otra vez el IVR", "Sigue sin transferir.", at=timezone.now() - timedelta(hours=1))


@pytest.fixture
def cases(open_case):
    """Three, reported two hours ago."""
    return [open_case(f"Caso {n}", at=timezone.now() - timedelta(hours=2)) for n in range(3)]
