"""What most tests of a case begin with."""

from datetime import timedelta

import pytest
from django.utils import timezone


@pytest.fixture
def case(open_case):
    """A case reported two hours ago."""
    return open_case(at=timezone.now() - timedelta(hours=2))
