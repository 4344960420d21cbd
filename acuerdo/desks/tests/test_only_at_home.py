"""A demonstration, whose passwords everybody may read, is not for the world: not even by a proxy on the same machine."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

AT_HOME = ["127.0.0.1", "127.8.8.8", "::1"]
ELSEWHERE = ["10.0.0.7", "192.168.1.2", "203.0.113.9", "2001:db8::1", "0.0.0.0", "", "unknown", "127.0.0.1, 203.0.113.9"]
#: What a client may claim to be, and what a proxy says of it.
CLAIMS = {
    "X-Forwarded-For": "127.0.0.1",
    "X-Real-IP": "127.0.0.1",
    "Forwarded": "for=127.0.0.1",
    "Via": "1.1 proxy",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "localhost",
}


@pytest.fixture
def demo(desk):
    desk.is_demo = True
    desk.save()
    return desk


def status(path="/", host="testserver", come_from="127.0.0.1", **headers) -> int:
    return Client().get(path, REMOTE_ADDR=come_from, headers={"host": host, **headers}).status_code


@pytest.mark.parametrize("address", AT_HOME)
def test_this_machine_sees_the_demonstration(demo, address):
    assert (status(come_from=address), status("/buzon/", come_from=address)) == (200, 200)
    assert status(host="localhost", come_from=address) == 200


@pytest.mark.parametrize("address", ELSEWHERE)
def test_others_see_no_demo_desk_no_list_and_no_mailbox(demo, address):
    assert (status(come_from=address), status("/buzon/", come_from=address), status("/entrar/", come_from=address)) == (404, 404, 404)
    assert status(host="localhost", come_from=address) == 404


@pytest.mark.parametrize("header", CLAIMS)
def test_nobody_comes_home_through_a_proxy(demo, header):
    claim = {header: CLAIMS[header]}

    assert status(**claim) == 404
    assert status(host="localhost", **claim) == 404
    assert status(come_from="203.0.113.9", **claim) == 404


def test_behind_tls_no_demonstration_is_shown_whatever_the_proxy_says(demo, settings):
    settings.SECURE = True

    assert (status(), status("/buzon/"), status(host="localhost")) == (404, 404, 404)


def test_a_desk_for_real_is_for_everybody(desk, settings):
    settings.SECURE = True

    assert status(come_from="203.0.113.9", **CLAIMS) == 200


def test_without_the_word_demo_nothing_of_it_is_shown(demo, settings):
    settings.DEMO = False

    assert (status(), status(host="localhost")) == (404, 404)
