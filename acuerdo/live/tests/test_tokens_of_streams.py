"""What opens a live stream and what does not: a token is of one host, one session and one person, for a while."""

import time
from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone

from acuerdo.desks.queries import in_desk
from acuerdo.live import tokens
from acuerdo.live.tests.browsers import DESK
from acuerdo.people.context import topics_of
from acuerdo.people.models import Person


@pytest.mark.parametrize("host", ["other.localhost", "localhost", "nadie.example", "", "testserver.nadie.example"])
def test_a_token_opens_nothing_at_another_host(browser, host):
    assert browser().hear(host=host) == [403]


def test_a_token_opens_nothing_for_another_session(browser):
    mine, theirs = browser(), browser()

    assert mine.hear(token=theirs.token) == [403]
    assert mine.hear(cookie="x" * 32) == [403]


@pytest.mark.parametrize("token", ["", "x", "a:b:c", "%00", "%ff%fe:a", "💥"])
def test_what_is_no_token_opens_nothing(browser, token):
    assert browser().hear(token=token) == [403]


def test_a_token_of_another_kind_or_too_old_opens_nothing(browser, monkeypatch):
    mine = browser()
    said = {
        "desk": DESK,
        "person": mine.person.pk,
        "session": tokens.fingerprint(mine.session.session_key),
        "topics": ["tickets"],
        "at": time.time(),
    }

    assert mine.hear(token=signing.dumps(said, salt="acuerdo.decision")) == [403]
    monkeypatch.setattr(tokens, "LASTS", -1)
    assert mine.hear() == [403]


def test_a_session_that_is_over_opens_nothing(browser):
    mine = browser()
    mine.session.set_expiry(timezone.now() - timedelta(seconds=1))
    with in_desk(DESK):
        mine.session.save()

    assert mine.hear() == [403]


def test_a_person_who_was_switched_off_opens_nothing(browser):
    mine = browser()
    with in_desk(DESK):
        Person.objects.filter(pk=mine.person.pk).update(is_active=False)

    assert mine.hear() == [403]


@pytest.mark.django_db
def test_a_renewed_token_has_what_its_person_may_hear_now(person_of):
    person = person_of("agent")
    client = Client()
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    old = tokens.make(desk=DESK, person=person.pk, session_key=client.session.session_key, topics=topics_of(person))
    Person.objects.filter(pk=person.pk).update(role="customer")

    renewed = client.get("/live/token", {"token": old})

    assert tokens.read(renewed.json()["token"]).topics == (f"person-{person.pk}",)
    assert Client().get("/live/token", {"token": old}).status_code == 403
    assert client.get("/live/token", {"token": old}, headers={"host": "other.localhost"}).status_code == 403
