"""What came with a message: downloads, and foreign HTML, under which a browser runs nothing."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from acuerdo.files.actions.store import store

pytestmark = pytest.mark.django_db
PNG = b"\x89PNG\r\n\x1a\nimage"


@pytest.fixture
def logo(desk):
    return store(name="logo.png", content_type="image/png", content=PNG, content_id="<logo@falcon>")


@pytest.fixture
def page(desk):
    return store(name="informe.html", content_type="text/html", content=b"<script>alert(1)</script>")


@pytest.fixture
def case(open_case, logo, page):
    html = '<p onclick="x()">Hola</p><script>alert(1)</script><img src="cid:logo@falcon"><img src="https://spy.example/p.gif">'
    return open_case(at=timezone.now() - timedelta(hours=2), html=html, files=[logo, page])


def test_a_file_is_downloaded_and_never_shown(signed_in, case, page):
    answer = signed_in.get(reverse("tickets:file", args=[case.number, page.pk]) + "?imagen")

    assert answer["Content-Disposition"] == 'attachment; filename="informe.html"'
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_an_image_is_shown_when_a_page_asks_for_it(signed_in, case, logo):
    answer = signed_in.get(reverse("tickets:file", args=[case.number, logo.pk]) + "?imagen")

    assert (answer["Content-Type"], answer.content) == ("image/png", PNG)
    assert answer["Content-Disposition"].startswith("inline")


def test_a_file_of_another_case_is_not_found(signed_in, case, open_case, page):
    other = open_case(at=timezone.now() - timedelta(hours=1))

    assert signed_in.get(reverse("tickets:file", args=[other.number, page.pk])).status_code == 404


def test_a_customer_does_not_reach_it_through_the_console(client, case, diana, page):
    client.force_login(diana.person)

    assert client.get(reverse("tickets:file", args=[case.number, page.pk])).status_code == 403
    assert client.get(reverse("tickets:markup", args=[case.number, case.messages.get().pk])).status_code == 403


def test_foreign_html_is_clean_and_shut_in(signed_in, case):
    answer = signed_in.get(reverse("tickets:markup", args=[case.number, case.messages.get().pk]))

    assert answer["Content-Security-Policy"].startswith("sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'")
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    for foul in ("script", "onclick", "alert", "spy.example"):
        assert foul not in answer.text
    assert "<p>Hola</p>" in answer.text


def test_its_own_images_come_by_a_signed_address_because_a_sandbox_has_no_cookies(signed_in, client, case):
    shown = signed_in.get(reverse("tickets:markup", args=[case.number, case.messages.get().pk])).text
    address = re.search(r'src="(/console/[^"]+)"', shown)[1]
    client.logout()

    assert client.get(address).content == PNG
    assert client.get(address[:-2] + "xx").status_code == 404


def test_a_signed_address_is_of_one_case(client, case, open_case, signed_in):
    other = open_case(at=timezone.now() - timedelta(hours=1))
    shown = signed_in.get(reverse("tickets:markup", args=[case.number, case.messages.get().pk])).text
    address = re.search(r'src="(/console/[^"]+)"', shown)[1]

    assert client.get(address.replace(f"/{case.number}/", f"/{other.number}/")).status_code == 404
