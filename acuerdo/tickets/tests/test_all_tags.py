"""The page of all tags: renamed, joined and taken away in every case, each with its entry in the log."""

import pytest
from django.test import Client
from django.urls import reverse

from acuerdo.desks.queries import in_desk
from acuerdo.events.models import Event
from acuerdo.people.access import as_actor
from acuerdo.tickets.actions import rename_tag
from acuerdo.tickets.actions.rename_tag import rename_some
from acuerdo.tickets.actions.tag import MOST, normal, tag
from acuerdo.tickets.models import Ticket

pytestmark = pytest.mark.django_db
URL = "/admin/etiquetas/"


@pytest.fixture
def admin(person_of):
    return person_of("admin")


@pytest.fixture
def office(admin) -> Client:
    client = Client()
    client.force_login(admin, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.fixture
def tagged(open_case, by, now):
    def make(*tags):
        case = open_case(at=now)
        tag(case.pk, tags, by=by, at=now)
        return case

    return make


def tags_of(*cases):
    return [Ticket.objects.get(pk=case.pk).tags for case in cases]


def test_each_tag_is_shown_with_its_cases_and_another_desks_never(office, tagged, other_desk):
    tagged("ivr", "agenda")
    tagged("ivr")
    page = office.get(URL).content.decode()
    assert ">2</a>" in page
    assert "agenda" in page
    with in_desk(other_desk.schema_name):
        assert not Ticket.objects.filter(tags__contains=["ivr"]).exists()


def test_a_tag_is_renamed_joined_and_taken_away_everywhere(office, admin, tagged, now):
    by = as_actor(admin)
    cases = tagged("ivr", "urgente"), tagged("i.v.r."), tagged("agenda")
    assert rename_some("i.v.r.", "IVR", by=by, at=now) is False
    assert tags_of(*cases) == [["ivr", "urgente"], ["ivr"], ["agenda"]]
    rename_some("ivr", "", by=by, at=now)
    assert tags_of(*cases) == [["urgente"], [], ["agenda"]]
    last = Event.objects.filter(kind="ticket.tagged").latest("pk")
    assert (last.actor_id, last.facts["before"]) == (admin.pk, ["ivr"])
    events = Event.objects.count()
    rename_some("ivr", "", by=by, at=now)
    assert Event.objects.count() == events


def test_many_cases_are_done_in_batches(admin, tagged, now, monkeypatch):
    monkeypatch.setattr(rename_tag, "BATCH", 2)
    for _case in range(3):
        tagged("viejo")
    assert [rename_some("viejo", "nuevo", by=as_actor(admin), at=now) for _batch in range(2)] == [True, False]
    assert Ticket.objects.filter(tags=["nuevo"]).count() == 3


def test_a_case_full_of_tags_keeps_to_its_most(admin, tagged, now):
    full = tagged(*(f"t{n:02}" for n in range(MOST)))
    rename_some("t00", "otra", by=as_actor(admin), at=now)
    assert len(tags_of(full)[0]) == MOST
    assert "otra" in tags_of(full)[0]


def test_a_name_that_is_none_is_refused_and_a_tag_that_is_none_changes_nothing(office, tagged):
    case = tagged("ivr")
    assert office.post(URL, {"cambiar": "ivr", "nombre": " ,# "}).status_code == 422
    assert office.post(URL, {"cambiar": "ivr", "nombre": "\x00"}).status_code == 422
    assert office.post(URL, {"cambiar": "no hay", "nombre": "x"}).status_code == 302
    assert office.post(URL, {}).status_code == 422
    assert tags_of(case) == [["ivr"]]
    assert reverse("tags") == URL


def test_tags_that_look_alike_are_one():
    """Marks of direction and letters of no width are not seen, and an accent may be a letter of its own."""
    assert normal(["ivr", "IVR\u200f", "\u202eivr", "i\u200bvr", "iv\u00adr", "\u2066ivr\u2069", "ivr\x00", "ivr\ud800"]) == ["ivr"]
    assert normal(["nin\u0303o", "ni\u00f1o"]) == ["ni\u00f1o"]
    assert normal(["\u200f", "\ufeff \u200b", "línea\u2028nueva"]) == ["línea nueva"]
