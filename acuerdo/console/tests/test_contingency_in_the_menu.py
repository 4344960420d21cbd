"""Where those who watch over the desk find the switch of a contingency (DIG-006, DIG-A7)."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "where"), [("supervisor", "console:queue"), ("manager", "console:queue"), ("admin", "setup:administration")]
)
def test_whoever_may_declare_one_has_it_in_a_menu_and_in_the_palette(client, person_of, role, where):
    client.force_login(person_of(role))
    link = reverse("contingency")

    assert f'href="{link}"' in client.get(reverse(where)).text
    assert f'href="{link}"' in client.get(reverse("console:palette"), {"q": "contingencia"}).text
    assert client.get(link).status_code == 200


@pytest.mark.parametrize("role", ["agent", "auditor"])
def test_whoever_may_not_is_not_led_there(client, person_of, role):
    client.force_login(person_of(role))
    link = reverse("contingency")

    assert f'href="{link}"' not in client.get(reverse("console:queue")).text
    assert f'href="{link}"' not in client.get(reverse("console:palette"), {"q": "contingencia"}).text
    assert client.get(link).status_code == 403
