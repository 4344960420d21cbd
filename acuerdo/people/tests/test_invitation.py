"""Accepting an invitation."""

import pytest
from django.test import Client

from acuerdo.events.events import SYSTEM
from acuerdo.events.models import Event
from acuerdo.people.actions.invite import InvitationOver, accept, invite, invited_by
from acuerdo.people.models import Role


@pytest.fixture
def invited(desk, now):
    return invite(email="nueva@testserver", name="Nueva Persona", role=Role.AGENT, by=SYSTEM, at=now)


@pytest.fixture
def path(invited, now):
    """Signed now by the real clock, so that it is not too old."""
    return f"/invitacion/{invited[1]}/"


def choose(client, path, one="una clave bien larga", two=None):
    return client.post(path, {"password1": one, "password2": one if two is None else two})


def test_the_rules_are_shown_before_anything_is_typed(path, client):
    shown = client.get(path).content.decode()

    assert "Hola, Nueva" in shown
    assert "10 caracteres" in shown


def test_a_good_password_signs_in_and_is_on_record(invited, path, client):
    response = choose(client, path)

    assert response.url == "/inicio/"
    assert client.get("/inicio/").url == "/console/"
    invited[0].refresh_from_db()
    assert invited[0].check_password("una clave bien larga")
    assert Event.objects.filter(kind="person.accepted", subject_id=invited[0].pk).exists()


@pytest.mark.parametrize(
    ("one", "two", "words"),
    [
        ("corta", "corta", "10 caracteres"),
        ("contraseña larga", "otra distinta", "no son iguales"),
        ("nueva@testserver", "nueva@testserver", "similar"),
        ("password123", "password123", "común"),
        ("", "", "Falta"),
    ],
)
def test_a_refused_password_says_why(one, two, words, path, client):
    response = choose(client, path, one, two)

    assert response.status_code == 422
    assert words in response.content.decode()


def test_it_is_used_once(path, client):
    choose(client, path)

    assert Client().get(path).status_code == 410
    assert choose(Client(), path, "otra clave bien larga").status_code == 410


def test_a_false_one_and_one_of_another_desk_open_nothing(path, other_desk, client):
    assert client.get("/invitacion/falsa/").status_code == 410
    assert client.get(path, HTTP_HOST="other.localhost").status_code == 410


def test_opening_it_changes_nothing(invited, path, client):
    client.get(path)
    client.head(path)

    invited[0].refresh_from_db()
    assert not invited[0].has_usable_password()
    assert client.delete(path).status_code == 405


def test_of_two_who_accept_at_once_the_first_has_it(invited, now):
    one, two = invited_by(invited[1]), invited_by(invited[1])
    accept(one, password="una clave bien larga", at=now)

    with pytest.raises(InvitationOver):
        accept(two, password="otra clave bien larga", at=now)

    invited[0].refresh_from_db()
    assert invited[0].check_password("una clave bien larga")
    assert invited_by(invited[1]) is None


@pytest.mark.parametrize(("said", "called"), [("Elena Ríos", "Elena Ríos"), ("  ", "Administración")])
def test_a_desks_first_person_says_how_they_are_called(desk, client, now, said, called):
    person, secret = invite(email="jefa@testserver", name="Administración", role=Role.ADMIN, by=SYSTEM, at=now)
    assert 'name="name"' in client.get(f"/invitacion/{secret}/").text

    answer = client.post(f"/invitacion/{secret}/", {"name": said, "password1": "una clave bien larga", "password2": "una clave bien larga"})

    person.refresh_from_db()
    assert (person.name, answer.url) == (called, "/admin/")


def test_whoever_was_invited_by_name_keeps_it(invited, path, client):
    client.post(path, {"name": "Otra", "password1": "una clave bien larga", "password2": "una clave bien larga"})

    invited[0].refresh_from_db()
    assert invited[0].name == "Nueva Persona"
