import pytest
from django.core.cache import cache

from acuerdo.events.models import Event
from acuerdo.people.events import NOBODY


@pytest.fixture
def agent(person_of):
    return person_of("agent", email="marcela@desk.example")


@pytest.fixture
def log_of_sign_ins(desk):
    """Those of this test: some tests of signing in commit, and their events are there for good."""
    cache.clear()  # nobody has tried too often
    last = Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    return lambda: list(Event.objects.filter(kind__startswith="person.sign", pk__gt=last).order_by("pk"))


def test_who_comes_and_goes_is_recorded_with_the_address_it_was_from(client, agent, log_of_sign_ins):
    client.post("/entrar/", {"login": agent.email, "password": "una clave larga"})
    client.post("/salir/")

    came, left = log_of_sign_ins()
    assert [(e.kind, e.subject_id, e.actor_id) for e in (came, left)] == [
        ("person.signed_in", agent.pk, agent.pk),
        ("person.signed_out", agent.pk, agent.pk),
    ]
    assert came.detail.content["ip"] == left.detail.content["ip"] == "127.0.0.1"


def test_a_wrong_password_is_recorded_on_whose_it_was_to_be_and_the_password_nowhere(client, agent, log_of_sign_ins):
    client.post("/entrar/", {"login": agent.email.upper(), "password": "equivocada del todo"})

    (failed,) = log_of_sign_ins()
    assert (failed.kind, failed.subject_id, failed.actor_id) == ("person.sign_in_failed", agent.pk, None)
    assert failed.detail.content["ip"] == "127.0.0.1"
    assert "equivocada" not in str(failed.facts) + str(failed.detail.content)


def test_an_address_that_nobody_has_is_recorded_too(client, log_of_sign_ins):
    client.post("/entrar/", {"login": "nadie@x.example", "password": "equivocada del todo"})
    client.post("/entrar/", {"login": "nadie2@x.example", "password": "equivocada del todo"})

    first, second = log_of_sign_ins()
    assert (first.subject_id, first.position, second.position) == (NOBODY, second.position - 1, first.position + 1)
    assert second.detail.content["address"] == "nadie2@x.example"


def test_what_is_no_address_is_not_kept_it_may_be_a_password(client, log_of_sign_ins):
    client.post("/entrar/", {"login": "mi clave secreta", "password": "x"})

    assert "secreta" not in str([event.detail.content for event in log_of_sign_ins() if event.detail_hash])


def test_signing_out_when_nobody_is_signed_in_records_nothing(client, log_of_sign_ins):
    client.post("/salir/")
    assert log_of_sign_ins() == []
