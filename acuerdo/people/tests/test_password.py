"""A forgotten password."""

import re

import pytest
from django.core.cache import cache

from acuerdo.events.models import Event
from acuerdo.notifications.models import Outgoing
from acuerdo.portal.reactions import mail_reset


@pytest.fixture(autouse=True)
def _no_earlier_attempts(desk):
    cache.clear()


@pytest.fixture
def link(diana, client):
    client.post("/clave/", {"email": diana.email})
    mail_reset(Event.objects.get(kind="person.reset_asked"))
    return re.search(r"https?://[^/]+(/clave/\S+)", Outgoing.objects.get().text)[1]


def test_known_and_unknown_addresses_get_the_same_answer(diana, client):
    known = client.post("/clave/", {"email": diana.email})
    unknown = client.post("/clave/", {"email": "nadie@example.com"})

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url) == (302, "/clave/enviada/")
    assert Event.objects.filter(kind="person.reset_asked").count() == 1
    assert client.get("/clave/enviada/").status_code == 200


def test_asking_too_often_is_stopped(diana, client):
    answers = [client.post("/clave/", {"email": diana.email}).status_code for _ in range(5)]

    assert answers[-1] == 429


def test_the_link_lets_one_choose_and_then_is_used_up(link, diana, client):
    page = client.get(link, follow=True)
    assert "Elija su contraseña" in page.content.decode()
    there = page.redirect_chain[-1][0]

    done = client.post(there, {"password1": "otra clave bien larga", "password2": "otra clave bien larga"})

    assert done.url == "/clave/cambiada/"
    diana.person.refresh_from_db()
    assert diana.person.check_password("otra clave bien larga")
    assert "Este enlace ya no sirve" in client.get(link, follow=True).content.decode()


def test_a_refused_password_says_why(link, client):
    there = client.get(link, follow=True).redirect_chain[-1][0]

    shown = client.post(there, {"password1": "corta", "password2": "corta"}).content.decode()

    assert "10 caracteres" in shown


def test_the_secret_is_not_in_the_log(link):
    assert link.split("-", 1)[1].strip("/") not in str(list(Event.objects.values_list("facts", flat=True)))


def test_an_inactive_person_is_mailed_nothing(diana, client):
    diana.person.is_active = False
    diana.person.save()

    client.post("/clave/", {"email": diana.email})

    assert not Event.objects.filter(kind="person.reset_asked").exists()
