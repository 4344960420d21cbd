"""From deadline to deadline with one key."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

pytestmark = pytest.mark.django_db
AT = timezone.now() - timedelta(hours=2)


def goes(client, **query):
    return client.get(reverse("console:next"), query)["Location"]


def test_it_goes_from_each_running_case_to_the_one_that_falls_due_after_it_and_round(signed_in, open_case):
    first, second = open_case("Uno", at=AT), open_case("Dos", at=AT + timedelta(minutes=5))

    assert goes(signed_in) == f"/console/casos/{first.number}/"
    assert goes(signed_in, caso=first.number) == f"/console/casos/{second.number}/"
    assert goes(signed_in, caso=second.number, grupo="vencimiento") == f"/console/casos/{first.number}/?grupo=vencimiento"


@pytest.mark.parametrize("number", ["", "x", "99999", "9" * 40])
def test_where_nothing_is_due_it_says_so(signed_in, number):
    page = signed_in.get(reverse("console:next"), {"caso": number, "de": "mios"}, follow=True)

    assert "No hay otro caso por vencer" in page.text
