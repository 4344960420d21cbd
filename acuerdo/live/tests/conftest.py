"""Browsers whose people are committed, and taken away after the test."""

import pytest
from django.db import connection

from acuerdo.desks.queries import in_desk
from acuerdo.live.tests.browsers import DESK, Browser, signed_in


@pytest.fixture
def browser(django_db_setup, django_db_blocker):
    """A factory of browsers, committed."""
    made = []

    def make(role="agent") -> Browser:
        with in_desk(DESK):
            made.append(signed_in(role, f"{role}{len(made)}@live.example"))
        return made[-1]

    with django_db_blocker.unblock():
        yield make
        with in_desk(DESK):
            for each in made:
                each.session.delete()
                each.person.delete()
        connection.close()
