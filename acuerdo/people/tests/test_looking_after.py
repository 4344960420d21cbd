"""Looking after people: rights, the last administrator, sessions, absences, what the log says of it."""

from datetime import date

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from acuerdo.events.models import Event
from acuerdo.notifications.models import Outgoing
from acuerdo.people.access import as_actor
from acuerdo.people.actions.be_away import be_away, be_back
from acuerdo.people.actions.change_person import LastAdministrator, change_person
from acuerdo.people.models import Absence, Person, Team
from acuerdo.tickets.tests.reacting import react_all

pytestmark = pytest.mark.django_db
PASSWORD = "una clave larga"


@pytest.fixture
def admin(person_of):
    return person_of("admin", "Patricia Henao", email="patricia@testserver.example")


@pytest.fixture
def office(admin):
    client = Client()
    client.force_login(admin, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def sign_in(email) -> Client:
    client = Client(REMOTE_ADDR="127.0.0.1")
    assert client.post(reverse("account_login"), {"login": email, "password": PASSWORD, "remember": "on"}).status_code == 302
    return client


def form_of(person, **changed):
    return {"name": person.name, "email": person.email, "role": person.role, "language": "es", "title": "", "level": "", **changed}


def test_the_last_administrator_who_can_sign_in_stays_one(admin, person_of):
    by, at = as_actor(admin), timezone.now()
    Person.objects.create_user("invitada@testserver", name="Invitada", role="admin")  # who has not chosen a password yet
    for values in ({"role": "agent"}, {"is_active": False}):
        with pytest.raises(LastAdministrator):
            change_person(admin.pk, values, by=by, at=at)
    person_of("admin", email="otra@testserver.example")
    assert change_person(admin.pk, {"role": "agent"}, by=by, at=at).role == "agent"


def test_the_page_says_why_the_last_administrator_stays(office, admin):
    refused = office.post(reverse("setup:person", args=[admin.pk]), form_of(admin, role="agent"))
    assert refused.status_code == 422
    assert "única persona que administra" in refused.content.decode()
    office.post(reverse("setup:person_access", args=[admin.pk]), {"que": "quitar"})
    admin.refresh_from_db()
    assert (admin.role, admin.is_active) == ("admin", True)


def test_who_loses_access_is_signed_out_everywhere_at_once(office, person_of):
    ana = person_of("agent", "Ana", email="ana@testserver.example")
    browser = sign_in(ana.email)
    assert browser.get(reverse("console:queue")).status_code == 200
    office.post(reverse("setup:person_access", args=[ana.pk]), {"que": "quitar"})
    assert browser.get(reverse("console:queue")).status_code == 302
    assert not UserSession.objects.filter(user=ana).exists()


def test_a_change_of_rights_is_in_the_log_with_before_and_after_and_names_stay_where_they_can_be_erased(office, person_of):
    ana = person_of("agent", "Ana", email="ana@testserver.example")
    team = Team.objects.create(slug="dos", name="Segundo nivel")
    said = form_of(ana, name="Ana María", role="supervisor", teams=[team.pk], mon_fri="08:00-12:00, 14:00-18:00")
    assert office.post(reverse("setup:person", args=[ana.pk]), said).status_code == 302
    event = Event.objects.select_related("detail").get(subject_kind="person", subject_id=ana.pk)
    assert event.facts["before"] == {"role": "agent", "week": {}, "teams": []}
    assert event.facts["after"] == {"role": "supervisor", "week": {"mon-fri": ["08:00-12:00", "14:00-18:00"]}, "teams": ["Segundo nivel"]}
    assert event.detail.content["after"] == {"name": "Ana María"}
    page = office.get(reverse("setup:person", args=[ana.pk])).content.decode()
    assert "Ana María" in page
    assert "supervisor" in page


def test_hours_that_nobody_can_mean_come_back_with_the_reason(office, person_of):
    ana = person_of("agent", "Ana", email="ana@testserver.example")
    refused = office.post(reverse("setup:person", args=[ana.pk]), form_of(ana, mon_fri="9 a 5"))
    assert refused.status_code == 422
    assert "9 a 5" in refused.content.decode()


def test_an_invitation_is_mailed_and_an_address_is_one_person(office):
    said = {"name": "Luis Peña", "email": "Luis@testserver.Example", "role": "agent", "title": "", "level": ""}
    assert office.post(reverse("setup:person_new"), said).status_code == 302
    react_all()
    mail = Outgoing.objects.get(to="luis@testserver.example")
    assert "/invitacion/" in mail.text
    assert office.post(reverse("setup:person_new"), said).status_code == 422


def test_signing_out_elsewhere_leaves_this_browser_signed_in(person_of):
    ana = person_of("agent", "Ana", email="ana@testserver.example")
    here, there = sign_in(ana.email), sign_in(ana.email)
    assert here.get(reverse("people:account")).content.decode().count("<li><b>") == 2
    here.post(reverse("people:others"))
    assert here.get(reverse("console:queue")).status_code == 200
    assert there.get(reverse("console:queue")).status_code == 302
    assert Event.objects.filter(kind="person.sessions_ended").get().facts["count"] == 1


def test_the_own_account_changes_name_language_and_signature_and_nothing_else(person_of):
    ana = person_of("agent", "Ana", email="ana@testserver.example")
    browser = sign_in(ana.email)
    said = {"name": "Ana M.", "language": "en", "signature": "Ana, soporte", "theme": "oscuro", "role": "admin", "is_active": ""}
    answer = browser.post(reverse("people:account"), said)
    ana.refresh_from_db()
    assert (ana.name, ana.language, ana.signature, ana.role, ana.is_active) == ("Ana M.", "en", "Ana, soporte", "agent", True)
    assert (answer.cookies["acuerdo_idioma"].value, answer.cookies["acuerdo_tema"].value) == ("en", "oscuro")
    assert "Your account" in browser.get(reverse("people:account")).content.decode()


def test_who_signs_in_reads_in_their_own_language_unless_they_chose_one_there(person_of):
    ana = person_of("agent", "Ana", email="ana@testserver.example", language="en")
    assert sign_in(ana.email).cookies["acuerdo_idioma"].value == "en"


def test_an_absence_is_ones_own_or_an_administrators(office, person_of):
    ana, luis = person_of("agent", "Ana", email="ana@testserver.example"), person_of("agent", "Luis", email="luis@testserver.example")
    said = {"starts_on": "2026-12-01", "ends_on": "2026-12-15", "substitute": luis.pk, "reason": "Vacaciones"}
    own = sign_in(ana.email)
    assert own.get(reverse("setup:absences", args=[ana.pk])).status_code == 200
    assert own.post(reverse("setup:absences", args=[ana.pk]), said).status_code == 302
    assert own.post(reverse("setup:absences", args=[luis.pk]), said).status_code == 403
    assert office.post(reverse("setup:absences", args=[luis.pk]), {**said, "substitute": ""}).status_code == 302
    assert office.post(reverse("setup:absences", args=[ana.pk]), {**said, "ends_on": "2026-11-01"}).status_code == 422
    assert own.post(reverse("setup:absence_remove", args=[Absence.objects.get(person=luis).pk])).status_code == 403


def test_an_absence_that_was_taken_back_twice_is_gone_once(admin, person_of):
    ana, by, at = person_of("agent", "Ana"), as_actor(admin), timezone.now()
    absence = be_away(ana.pk, date(2026, 12, 1), date(2026, 12, 2), by=by, at=at)
    be_back(absence.pk, by=by, at=at)
    be_back(absence.pk, by=by, at=at)
    assert Event.objects.filter(kind="person.absence").count() == 2
