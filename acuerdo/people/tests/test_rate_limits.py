"""Guessing passwords: counted in the database, by desk, over all processes; no header of the client's changes the count."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client

from acuerdo.desks.queries import in_desk
from acuerdo.people.models import Person

PASSWORD = "una clave larga"
TOO_MANY = "demasiados intentos"


def guess(email, password="otra clave", **more):  # noqa: S107  a guess
    return Client().post("/entrar/", {"login": email, "password": password}, **more)


def refused(response) -> bool:
    return response.status_code == 429 or TOO_MANY in response.content.decode().lower()


@pytest.fixture
def ana(person_of):
    cache.clear()
    return person_of("agent", email="ana@desk.example")


def test_after_five_guesses_even_the_right_password_waits(ana):
    assert not any(refused(guess(ana.email)) for _ in range(5))

    assert refused(guess(ana.email, PASSWORD))


def test_an_address_in_other_letters_is_the_same_address(ana):
    for spelled in ("ana@desk.example", "ANA@desk.example", "Ana@Desk.Example", " ana@desk.example ", "aNA@DESK.example"):
        guess(spelled)

    assert refused(guess(ana.email, PASSWORD))


@pytest.mark.parametrize("header", ["X-Forwarded-For", "X-Real-IP", "Forwarded", "CF-Connecting-IP", "X-Client-IP"])
def test_a_client_that_says_it_is_somebody_else_is_still_itself(ana, header):
    guesses = [guess(f"persona{n}@desk.example", headers={header: f"203.0.113.{n}"}) for n in range(11)]

    assert [refused(each) for each in guesses] == [False] * 10 + [True]


def test_each_desk_counts_for_itself(ana, other_desk):
    with in_desk(other_desk.schema_name):
        Person.objects.create_user(ana.email, PASSWORD, name="Ana", role="agent")
    for _ in range(6):
        guess(ana.email)

    assert refused(guess(ana.email, PASSWORD))
    assert guess(ana.email, PASSWORD, headers={"host": "other.localhost"}).status_code == 302


def test_asking_for_passwords_is_counted_too(ana):
    answers = [Client().post("/clave/", {"email": ana.email}).status_code for _ in range(4)]

    assert answers == [302, 302, 302, 429]


@pytest.fixture
def committed_ana(django_db_setup, django_db_blocker):
    """Ana, for several connections to see."""
    with django_db_blocker.unblock():
        with in_desk("proware_test"):
            ana = Person.objects.create_user("ana@committed.example", PASSWORD, name="Ana", role="agent")
            cache.clear()
        yield ana
        with in_desk("proware_test"):
            cache.clear()
            ana.delete()
        connection.close()


def test_guesses_at_once_over_several_connections_are_one_count(committed_ana):
    def one(_number) -> bool:
        try:
            return refused(guess(committed_ana.email))
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as threads:
        refusals = list(threads.map(one, range(16)))

    assert refusals.count(False) <= 5
