"""Every address of a desk, asked for by everybody there is: the one table of who gets in (architecture.md)."""

import pytest
from django.db import transaction
from django.test import Client

from acuerdo.config.tests.addresses import addresses
from acuerdo.config.tests.places import PLACES
from acuerdo.config.tests.who import ABSENT, ALL, FORBIDDEN, IN, METHOD, SIGN_IN
from acuerdo.desks.queries import in_desk
from acuerdo.people.models import Person

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def browser_of(person, **more) -> Client:
    client = Client(**more)
    if person is not None:
        client.force_login(person, backend=BACKEND)
    return client


def ask(client, method, url, **more) -> str:
    """Ask, undo whatever it did, and say what became of it."""
    cookies = client.cookies.copy()
    with transaction.atomic():
        response = client.generic(method, url, "", "application/x-www-form-urlencoded", **more)
        transaction.set_rollback(True)
    client.cookies = cookies
    assert response.status_code < 500, (method, url)
    assert response["Content-Security-Policy"], (method, url)
    if response.status_code == 302 and response["Location"].startswith("/entrar/?next="):
        return SIGN_IN
    return {403: FORBIDDEN, 404: ABSENT, 410: ABSENT, 405: METHOD}.get(response.status_code, IN)


def read(client, url) -> str:
    """The text of a page of the other desk, after its redirects."""
    return client.get(url, follow=True, headers={"host": "other.localhost"}).content.decode()


@pytest.fixture
def browsers(things):
    """Everybody's browser; one was switched off after they had signed in."""
    browsers = {who: browser_of(things.people[who]) for who in ALL}
    Person.objects.filter(pk=things.people["inactive"].pk).update(is_active=False)
    return browsers


def outcomes(things, browsers, method, asked=lambda _place: ALL) -> dict[str, dict[str, str]]:
    """Everybody's outcome at every address, or that of those who are asked there."""
    return {name: {who: ask(browsers[who], method, things.url(name)) for who in asked(place)} for name, place in PLACES.items()}


def of_each_kind(place) -> list[str]:
    """Of those whom a place treats alike the first and the last."""
    first, last = {got: who for who, got in reversed(place.get.items())}, {got: who for who, got in place.get.items()}
    return sorted({*first.values(), *last.values()})


def test_every_address_has_its_place_in_the_table():
    assert sorted(name for name, _pattern in addresses()) == sorted(PLACES)


def test_no_view_is_let_off_the_forms_token():
    assert [name for name, pattern in addresses() if getattr(pattern.callback, "csrf_exempt", False)] == []


def test_who_reads_what(things, browsers):
    assert outcomes(things, browsers, "GET") == {name: place.get for name, place in PLACES.items()}


def test_who_asks_for_the_head_alone_gets_in_where_a_reader_does(things, browsers):
    expected = {name: {who: place.get[who] for who in of_each_kind(place)} for name, place in PLACES.items()}

    assert outcomes(things, browsers, "HEAD", of_each_kind) == expected


def test_who_does_what(things, browsers):
    assert outcomes(things, browsers, "POST") == {name: place.post for name, place in PLACES.items()}


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE"])
def test_no_address_knows_another_method(things, browsers, method):
    ours = [name for name in PLACES if not name.startswith("account_")]  # allauth's pages take PUT for POST

    assert {name for name in ours if ask(browsers["admin"], method, things.url(name)) not in {METHOD, ABSENT}} == set()


@pytest.mark.parametrize("who", ["admin", "diana"])
def test_nothing_is_done_without_the_forms_token(things, who):
    browser = browser_of(things.people[who], enforce_csrf_checks=True)
    done = {name for name, place in PLACES.items() if place.post[who] == IN}

    assert done
    assert {name for name in done if ask(browser, "POST", things.url(name)) != FORBIDDEN} == set()


@pytest.mark.parametrize("who", ["admin", "diana"])
def test_a_session_and_a_secret_of_one_desk_open_nothing_at_another(things, browsers, other_desk, who):
    """The session is forged onto the other host, where the same person exists under the same number."""
    same = Person.objects.filter(pk=things.people[who].pk).values("pk", "email", "name", "role").get()
    with in_desk(other_desk.schema_name):
        Person.objects.create(**same)

    def outcome(name, method) -> str:
        return ask(browsers[who], method, things.url(name), headers={"host": "other.localhost"})

    def expected(place, stranger) -> str:
        return ABSENT if place.secret and stranger == IN else stranger

    assert 'type="password"' not in read(browsers[who], things.url("account_reset_password_from_key"))
    assert {name: outcome(name, "GET") for name in PLACES} == {n: expected(p, p.get["anonymous"]) for n, p in PLACES.items()}
    assert {name: outcome(name, "POST") for name in PLACES} == {n: expected(p, p.post["anonymous"]) for n, p in PLACES.items()}


@pytest.mark.parametrize("number", ["0", "999999", "2147483648", "9223372036854775808", "9" * 400, "9" * 5000])
def test_a_number_that_no_case_has_is_not_found(things, browsers, number):
    def url(name) -> str:
        return things.url(name).replace(f"/{things.args['number']}/", f"/{number}/", 1)

    numbered = [name for name, place in PLACES.items() if "number" in place.args]
    assert {(name, method) for name in numbered for method in ("GET", "POST") if ask(browsers["admin"], method, url(name)) == IN} == set()
