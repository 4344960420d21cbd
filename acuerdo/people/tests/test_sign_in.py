"""Signing in and out."""

import json

import pytest
from django.core.cache import cache

from acuerdo.live.tokens import fingerprint
from acuerdo.people.models import Role
from acuerdo.people.views import sign_in as view

PASSWORD = "una clave larga"


@pytest.fixture(autouse=True)
def _no_earlier_attempts(desk):
    cache.clear()


def sign_in(client, email, password=PASSWORD, path="/entrar/", **headers):
    return client.post(path, {"login": email, "password": password}, **headers)


@pytest.mark.parametrize("role", [Role.AGENT, Role.SUPERVISOR, Role.MANAGER, Role.ADMIN, Role.AUDITOR])
def test_the_desks_people_begin_at_the_queue(role, person_of, client):
    response = sign_in(client, person_of(role, email=f"{role}@desk.example").email)

    assert (response.status_code, response.url) == (302, "/console/")
    assert client.get("/inicio/").url == "/console/"


def test_a_contact_begins_at_their_area(diana, client):
    assert sign_in(client, "Diana@Santa-Aurelia.example").url == "/mi-area/"


def test_strangers_have_no_beginning(desk, client):
    assert client.get("/inicio/").url == "/entrar/"


def test_next_is_followed_within_the_desk_only(diana, client):
    assert sign_in(client, diana.email, path="/entrar/?next=/casos/7/").url == "/casos/7/"
    client.logout()
    assert sign_in(client, diana.email, path="/entrar/?next=https://mal.example/").url == "/mi-area/"


def test_a_wrong_password_keeps_the_address_and_says_what_to_do(diana, client):
    response = sign_in(client, diana.email, "otra cosa")

    shown = response.content.decode()
    assert "El correo o la contraseña no son correctos" in shown
    assert f'value="{diana.email}"' in shown
    assert "otra cosa" not in shown


def test_an_unknown_address_gets_the_same_answer_as_a_wrong_password(diana, client):
    known = sign_in(client, diana.email, "otra cosa").content.decode()
    unknown = sign_in(client, "nadie@example.com", "otra cosa").content.decode()

    assert "El correo o la contraseña no son correctos" in known
    assert "El correo o la contraseña no son correctos" in unknown


def test_a_person_of_another_desk_is_nobody_here(diana, other_desk, client):
    response = sign_in(client, diana.email, HTTP_HOST="other.localhost")

    assert response.status_code == 200
    assert "no son correctos" in response.content.decode()


def test_guessing_is_stopped_even_with_the_right_password(diana, client):
    for _ in range(6):
        sign_in(client, diana.email, "adivino")

    response = sign_in(client, diana.email)

    assert "_auth_user_id" not in client.session
    assert "demasiados intentos" in response.content.decode().lower()


def test_nobody_signs_up(desk, client):
    assert client.get("/entrar/nueva/").url == "/entrar/"
    assert client.post("/entrar/nueva/", {"email": "x@example.com"}).status_code == 405


def test_signing_out_needs_a_post_and_ends_the_sessions_streams(diana, client, django_capture_on_commit_callbacks):
    sign_in(client, diana.email)

    assert client.get("/salir/").status_code == 200
    assert "_auth_user_id" in client.session
    assert client.post("/salir/").status_code == 302
    assert "_auth_user_id" not in client.session


def test_signing_out_names_the_session_that_ended(diana, client, monkeypatch):
    ended = []
    monkeypatch.setattr(view, "end_streams", lambda **what: ended.append(what))
    sign_in(client, diana.email)
    key = client.session.session_key

    client.post("/salir/")

    assert ended == [{"session": fingerprint(key)}]


@pytest.fixture
def demo(desk, settings, tmp_path):
    settings.DATA = tmp_path
    said = [
        {"desk": "otra", "url": "", "people": [{"name": "Otra", "role": "Agente", "email": "otra@x", "password": "secreto-ajeno"}]},
        {"desk": desk.schema_name, "url": "", "people": [{"name": "Ana", "role": "Agente", "email": "ana@x", "password": "secreto-7"}]},
    ]
    (tmp_path / "demo.json").write_text(json.dumps(said))


def test_demo_accounts_are_shown_on_a_demo_desk_only(demo, desk, client, settings):
    assert "secreto-7" not in client.get("/entrar/").content.decode()

    desk.is_demo = True
    desk.save()

    shown = client.get("/entrar/?correo=ana@x").content.decode()
    assert "secreto-7" in shown
    assert "secreto-ajeno" not in shown
    assert 'value="ana@x"' in shown
    settings.DEMO = False
    assert client.get("/entrar/").status_code == 404  # a demo desk is not there at all outside a demonstration


def test_a_demo_desk_without_its_list_has_a_plain_page(desk, client, settings, tmp_path):
    settings.DATA = tmp_path
    desk.is_demo = True
    desk.save()

    assert "Cuentas de demostración" not in client.get("/entrar/").content.decode()
