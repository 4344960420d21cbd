"""A browser of the desk's people."""

import pytest


@pytest.fixture
def browser(client, person_of):
    """A factory: `browser("auditor")`, signed in as somebody of that role."""

    def of(role):
        client.force_login(person_of(role))
        return client

    return of
