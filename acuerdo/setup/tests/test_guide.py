"""The guide of a new desk: each step ticks itself from what is there, can be put aside, and is gone when none is left."""

import pytest
from django.test import Client
from django.urls import reverse

from acuerdo.people.access import as_actor
from acuerdo.setup.queries import guide_of
from acuerdo.tickets.actions.answer import answer

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(person_of):
    return person_of("admin", "Patricia Henao")


@pytest.fixture
def office(admin) -> Client:
    client = Client()
    client.force_login(admin, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def done(desk) -> list[str]:
    return [step.name for step in guide_of(desk) if step.done]


def test_each_step_ticks_itself_from_what_there_is(desk, office, admin, organisation_of, person_of, now):
    assert done(desk) == []
    office.post(reverse("setup:step"), {"hecho": "manual"})
    office.post(reverse("setup:step"), {"hecho": "mailbox"})
    assert done(desk) == ["manual", "mailbox"]
    organisation_of("Ferretería")
    person_of("agent")
    assert done(desk) == ["manual", "mailbox", "customers", "people"]


def test_the_first_answered_mail_is_the_end_of_the_guide(desk, office, admin, open_case, person_of, now):
    for step in ("manual", "mailbox"):
        office.post(reverse("setup:step"), {"hecho": step})
    person_of("agent")
    case = open_case(at=now)
    assert [step.name for step in guide_of(desk) if step.now] == ["answer"]
    answer(case.pk, "Ya lo miramos", by=as_actor(admin), at=now)
    assert guide_of(desk) == []
    assert "guide__bar" not in office.get(reverse("setup:administration")).content.decode()


def test_a_step_is_put_aside_and_comes_to_be_done_all_the_same(desk, office, organisation_of):
    office.post(reverse("setup:step"), {"despues": "customers"})
    assert [(step.skipped, step.done) for step in guide_of(desk) if step.name == "customers"] == [(True, False)]
    organisation_of("Ferretería")
    assert "customers" in done(desk)


def test_who_knows_the_way_is_left_alone(desk, office):
    office.post(reverse("setup:step"), {"todo": "1"})
    assert guide_of(desk) == []


def test_what_only_facts_can_show_is_not_ticked_by_hand(desk, office):
    office.post(reverse("setup:step"), {"hecho": "answer"})
    office.post(reverse("setup:step"), {"despues": "nonsense"})
    assert done(desk) == []


def test_an_auditor_sees_the_menu_they_may_follow_and_no_guide(person_of):
    client = Client()
    client.force_login(person_of("auditor"), backend="allauth.account.auth_backends.AuthenticationBackend")
    page = client.get(reverse("setup:administration")).content.decode()
    assert "guide__bar" not in page
    assert reverse("setup:people") not in page


def test_the_pages_that_the_steps_lead_to_know_the_way_back_until_none_is_left(office):
    way = "Seguir con los primeros pasos"
    people = reverse("setup:people")
    assert way not in office.get(people).text, "nobody has begun"

    assert way not in office.get(reverse("setup:administration")).text
    assert way in office.get(people).text

    office.post(reverse("setup:step"), {"todo": "1"}, follow=True)
    assert way not in office.get(people).text


def test_the_front_page_costs_the_same_whatever_is_in_the_desk(office, django_assert_max_num_queries):
    office.get(reverse("setup:administration"))
    with django_assert_max_num_queries(16):
        office.get(reverse("setup:administration"))
