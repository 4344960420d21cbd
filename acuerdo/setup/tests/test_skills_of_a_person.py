"""What a person knows, written down on their own page; rules ask for it (issue 4, point 2)."""

import pytest
from django.urls import reverse

from acuerdo.events.models import Event
from acuerdo.tickets.models import Skill

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client, person_of):
    client.force_login(person_of("admin", "Alba"))
    return client


def sent(person, *skills):
    said = {"name": person.name, "email": person.email, "role": person.role, "language": "es"}
    return {**said, "skills": [skill.pk for skill in skills]}


def test_what_they_know_is_ticked_on_their_page_and_each_change_is_on_record(admin, person_of):
    ana, beto = person_of("agent", "Ana", email="ana@mesa.example"), person_of("agent", "Beto")
    oracle, nomina = Skill.objects.create(slug="oracle", name="Oracle"), Skill.objects.create(slug="nomina", name="Nómina")
    oracle.people.set([ana, beto])
    page = reverse("setup:person", args=[ana.pk])
    assert "Qué sabe" in admin.get(page).text

    admin.post(page, sent(ana, nomina))
    admin.post(page, sent(ana, nomina))

    assert list(ana.skills.all()) == [nomina]
    assert list(oracle.people.all()) == [beto]
    changes = {event.subject_id: event.facts["after"]["people"] for event in Event.objects.filter(kind="skill.kept")}
    assert changes == {oracle.pk: ["Beto"], nomina.pk: ["Ana"]}
    assert Event.objects.filter(kind="skill.kept").count() == 2


def test_one_that_there_is_not_is_refused_and_nothing_else_is_kept(admin, person_of):
    ana = person_of("agent", "Ana", email="ana@mesa.example")
    Skill.objects.create(slug="oracle", name="Oracle")

    refused = admin.post(reverse("setup:person", args=[ana.pk]), {**sent(ana), "name": "Ana María", "skills": ["999999"]})

    ana.refresh_from_db()
    assert (refused.status_code, ana.name, "Ana María" in refused.text) == (422, "Ana", True)


def test_a_desk_where_nothing_is_written_down_asks_nothing_and_says_where(admin, person_of):
    page = admin.get(reverse("setup:person", args=[person_of("agent", "Ana").pk])).text

    assert 'name="skills"' not in page
    assert reverse("skill_new") in page


@pytest.mark.parametrize("role", ["agent", "supervisor", "auditor"])
def test_only_administrators_write_it_down(client, person_of, role):
    ana, oracle = person_of("agent", "Ana"), Skill.objects.create(slug="oracle", name="Oracle")
    client.force_login(person_of(role))

    assert client.post(reverse("setup:person", args=[ana.pk]), sent(ana, oracle)).status_code == 403
    assert not ana.skills.exists()
