from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from acuerdo.events.queries import broken, log_of
from acuerdo.files.actions.store import store
from acuerdo.tickets.models import Clock

PNG = b"\x89PNG\r\n\x1a\nimage"


@pytest.fixture
def photo(desk):
    return store(name="cédula de Diana.png", content_type="image/png", content=PNG)


@pytest.fixture
def case(open_case, photo):
    return open_case(at=timezone.now() - timedelta(hours=2), files=[photo])


def looks(case):
    return [event for event in log_of("ticket", case.pk) if event.kind == "ticket.file_viewed"]


def test_who_looks_at_a_file_is_recorded_and_its_name_may_be_erased(signed_in, agent, case, photo):
    url = reverse("tickets:file", args=[case.number, photo.pk])
    signed_in.get(url)
    signed_in.get(f"{url}?imagen")

    downloaded, shown = looks(case)
    assert (downloaded.actor_id, downloaded.facts) == (agent.pk, {"file": photo.pk, "shown": False})
    assert shown.facts == {"file": photo.pk, "shown": True}
    assert downloaded.detail.content["name"] == "cédula de Diana.png"
    assert downloaded.detail.content["ip"] == "127.0.0.1"
    assert list(broken(log_of("ticket", case.pk))) == []


def test_the_customers_look_is_recorded_too(client, diana, case, photo):
    client.force_login(diana.person)
    client.get(reverse("portal:file", args=[case.number, photo.pk]))

    (seen,) = looks(case)
    assert (seen.actor_kind, seen.actor_id) == ("contact", diana.pk)


def test_looking_moves_neither_the_case_nor_its_clocks(signed_in, case, photo):
    before = list(Clock.objects.filter(ticket=case).values())
    signed_in.get(reverse("tickets:file", args=[case.number, photo.pk]))

    last = case.last_activity_at
    case.refresh_from_db()
    assert case.last_activity_at == last
    assert list(Clock.objects.filter(ticket=case).values()) == before
    assert "cédula" not in signed_in.get(reverse("console:case", args=[case.number])).content.decode().partition("file_viewed")[2]


def test_a_file_that_is_not_found_was_not_looked_at(signed_in, case):
    signed_in.get(reverse("tickets:file", args=[case.number, 999_999]))
    assert looks(case) == []
