"""Where a session ends while somebody writes: the page knows the way to sign in, and coming back is following `next`."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_a_page_to_write_on_knows_where_one_signs_in_again(client, person_of, open_case) -> None:
    client.force_login(person_of("agent"))
    case = reverse("console:case", args=[open_case().number])

    page = client.get(case).content.decode()

    assert f'data-door="{reverse("account_login")}" data-enter="Iniciar sesión"' in page


def test_whoever_is_signed_in_already_is_led_back_at_once(client, person_of, open_case) -> None:
    client.force_login(person_of("agent"))
    case = reverse("console:case", args=[open_case().number])

    assert client.get(reverse("account_login"), {"next": case}).url == case
