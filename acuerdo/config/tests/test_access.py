"""Every address of a desk, asked for by everybody there is: the one table of who gets in (architecture.md)."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from acuerdo.agreements.models import CustomField
from acuerdo.audit.actions.seal import seal
from acuerdo.channels.mail.models import RawMail
from acuerdo.config.tests.places import ABSENT, ALL, FORBIDDEN, IN, METHOD, PLACES, SIGN_IN, addresses
from acuerdo.customers.models import Contact, Product
from acuerdo.desks.queries import in_desk
from acuerdo.files.actions.store import store
from acuerdo.notifications.models import Outgoing
from acuerdo.people.access import as_actor
from acuerdo.people.actions.invite import invite
from acuerdo.people.models import Absence, Person, Team
from acuerdo.publishing.access import acknowledgement_token
from acuerdo.publishing.actions.draft import start
from acuerdo.satisfaction.access import Invitation, survey_token
from acuerdo.satisfaction.queries import last_closing, survey_of
from acuerdo.tickets.access import accord_token, approval_token, decision_token
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.decide import approve
from acuerdo.tickets.actions.solve import solve
from acuerdo.tickets.models import Accord, Approval, Message, RoutingRule, SavedView, Skill
from acuerdo.tickets.queries import agreement_for
from acuerdo.tickets.serving import address_of

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


@dataclass
class Things:
    """What the addresses are about: cases of Diana's, one solved, one closed, and the secrets of their links."""

    args: dict[str, object]
    people: dict[str, Person | None]

    def url(self, name: str) -> str:
        return reverse(name, args=[self.args[arg] for arg in PLACES[name].args])


@pytest.fixture
def things(open_case, diana, clinic, organisation_of, person_of):
    at = timezone.now() - timedelta(hours=5)
    admin_person = person_of("admin", name="Quien Atiende")
    admin = as_actor(admin_person)
    picture = store(name="foto.png", content_type="image/png", content=PNG, content_id="<foto>")
    case = open_case(at=at, files=[picture], html="<p>Hola <b>mundo</b> <img src='cid:foto'></p>")
    said = Message.objects.get(ticket=case)
    answer(case.pk, "Ya lo miramos", by=admin, at=at + timedelta(minutes=1))
    solution = solve(case.pk, "Listo", by=admin, at=at + timedelta(hours=1), evidence=evidence(case))
    closed = open_case("Otro", at=at)
    its = solve(closed.pk, "Listo", by=admin, at=at + timedelta(hours=1), evidence=evidence(closed))
    approve(closed.pk, its.pk, by=admin, at=at + timedelta(hours=2))
    closed.refresh_from_db()
    _invited, secret = invite(email="nueva@testserver", name="Nueva", role="agent", by=admin, at=at)
    mail = Outgoing.objects.create(
        key="una", message_id="<una@testserver>", sender="Mesa <soporte@testserver>", to=diana.email, subject="Hola", text="Hola",
        html="<head></head>Hola", attachments=[{"name": "a.txt", "content_type": "text/plain", "path": picture.path}],
    )  # fmt: skip
    people = {role: person_of(role) for role in ("agent", "supervisor", "manager", "admin", "auditor")}
    draft = start(case.manual, person=people["admin"], by=as_actor(people["admin"]), at=at)
    people |= {"diana": diana.person, "anonymous": None, "inactive": person_of("agent"), "nobody": person_of("customer")}
    people["colleague"] = contact_at(clinic, "jorge@santa-aurelia.example")
    people["outsider"] = contact_at(organisation_of("Ferretería El Tornillo"), "luis@tornillo.example")
    return Things(
        {
            "number": case.number,
            "version": case.manual.version,
            "file": picture.pk,
            "message": said.pk,
            "image": address_of(picture, case.number).rpartition("/")[2],
            "decision": decision_token(case, solution.pk),
            "accord": accord_token(Accord.objects.create(ticket=case, text="¿Cerramos?", person=admin_person, at=at).pk, diana.pk),
            "revision": draft.revisions.get().pk,
            "acknowledgement": acknowledgement_token(case.manual, diana),
            "survey": survey_token(Invitation(closed.pk, last_closing(closed), diana.pk)),
            "face": next(iter(survey_of(closed).faces)),
            "invitation": secret,
            "outgoing": mail.pk,
            "zero": 0,
            "template": "acknowledgement",
            "language": "es",
            "approval": (quote := Approval.objects.create(ticket=case, kind="quote", of="Diana", text="Cambio", asked_at=at)).pk,
            "approval_token": approval_token(quote.pk, diana.pk),
            "format": "csv",
            "seal": seal(at=timezone.now()).number,
            "raw": RawMail.objects.create(key="uno", raw=b"Subject: x", received_at=at, state="processed", outcome="ours").pk,
            "organisation": clinic.pk,
            "contract": clinic.contracts.get().pk,
            "contact": diana.pk,
            "saved_view": SavedView.objects.create(name="De la mesa", query="?de=mios").pk,
            "colleague": (helper := person_of("agent", name="Otra Persona")).pk,
            "team": Team.objects.create(slug="prueba", name="Prueba").pk,
            "absence": Absence.objects.create(person=helper, starts_on=at.date(), ends_on=at.date()).pk,
            "field": CustomField.objects.create(name="placa", label="Placa").pk,
            "rule": RoutingRule.objects.create(place=1).pk,
            "skill": Skill.objects.create(slug="sql", name="SQL").pk,
            "product": Product.objects.create(slug="prueba", name="Prueba").pk,
            "person": user_pk_to_url_str(diana.person),
            "key": default_token_generator.make_token(diana.person),
        },
        people,
    )


def evidence(case) -> dict[str, str]:
    return {item.id: "Probado" for item in agreement_for(case).closure.evidence.values()}


def contact_at(organisation, email) -> Person:
    person = Person.objects.create_user(email, "una clave larga", name=email, role="customer")
    Contact.objects.create(organisation=organisation, name=email, email=email, person=person)
    return person


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


def outcomes(things, browsers, method) -> dict[str, dict[str, str]]:
    """Everybody's outcome at every address."""
    return {name: {who: ask(browsers[who], method, things.url(name)) for who in ALL} for name in PLACES}


def test_every_address_has_its_place_in_the_table():
    assert sorted(name for name, _pattern in addresses()) == sorted(PLACES)


def test_no_view_is_let_off_the_forms_token():
    assert [name for name, pattern in addresses() if getattr(pattern.callback, "csrf_exempt", False)] == []


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_who_reads_what(things, browsers, method):
    assert outcomes(things, browsers, method) == {name: place.get for name, place in PLACES.items()}


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
