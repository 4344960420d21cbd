"""The notice of a deed offers its opposite: done as a deed of its own, refused where the case changed meanwhile, of one person alone."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from acuerdo.events.queries import log_of
from acuerdo.people.access import as_actor
from acuerdo.people.models import Team
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.actions.tag import tag
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.tests.verbs import again, post

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(person_of):
    return person_of("agent", "Ana Cárdenas")


def notice(client, case) -> str:
    return client.get(reverse("console:case", args=[case.number])).text


def word_in(page: str) -> str:
    return re.search(r'name="word" value="([^"]+)"', page)[1]


def undo(client, case, word):
    return client.post(reverse("tickets:undo", args=[case.number]), {"word": word}, follow=True).text


def test_an_assignment_is_undone_with_an_event_of_its_own(signed_in, case, ana):
    post(signed_in, "assignment", case, to=ana.pk)

    page = undo(signed_in, case, word_in(notice(signed_in, case)))

    assert "Se deshizo" in page
    assert again(case).assignee is None
    assert [event.facts.get("to") for event in log_of("ticket", case.pk) if event.kind == "ticket.assigned"] == [ana.pk, None]


def test_what_can_be_undone_in_part_only_is_not_undone_at_all(signed_in, case, ana, person_of, by):
    leaves, team = person_of("agent", "Luis Pardo"), Team.objects.create(name="Base de datos", slug="base-de-datos")
    team.members.add(ana)
    assign(case.pk, leaves, by=by, at=timezone.now())
    post(signed_in, "assignment", case, to=ana.pk, team=team.pk)
    word = word_in(notice(signed_in, case))
    leaves.is_active = False
    leaves.save()

    assert "Se deshizo" not in undo(signed_in, case, word)
    assert (again(case).team, again(case).assignee) == (team, ana)


def test_who_took_a_new_case_by_mistake_leaves_it_new_again_unless_somebody_answered_since(signed_in, open_case, ana, by):
    case, other = open_case(), open_case("Otro")
    for each in (case, other):
        post(signed_in, "assignment", each, key=f"a{each.pk}", to=ana.pk)
        assert again(each).status == "in_progress"
        word = word_in(notice(signed_in, each))
        if each == other:
            answer(other.pk, "Ya lo vemos.", by=by, at=timezone.now())
        assert "Se deshizo" in undo(signed_in, each, word)

    assert [(again(each).assignee, again(each).status) for each in (case, other)] == [(None, "new"), (None, "in_progress")]
    assert log_of("ticket", case.pk)[-1].facts["status"] == "new"


def test_a_classification_and_tags_are_as_they_were(signed_in, case, by):
    before = dict(case.facts)
    post(signed_in, "classification", case, key="una", **{"fact-priority": "alto"})
    undo(signed_in, case, word_in(notice(signed_in, case)))
    assert again(case).facts == before

    tag(case.pk, ["vip"], by=by, at=timezone.now())
    post(signed_in, "tags", case, key="dos", tags="ivr, nodo 3")
    undo(signed_in, case, word_in(notice(signed_in, case)))
    assert again(case).tags == ["vip"]


def test_what_changed_nothing_offers_nothing(signed_in, case):
    post(signed_in, "tags", case, tags="")

    assert 'name="word"' not in notice(signed_in, case)


def test_a_case_that_changed_meanwhile_is_left_alone_and_a_second_click_too(signed_in, case, ana, agent):
    post(signed_in, "assignment", case, to=ana.pk)
    word = word_in(notice(signed_in, case))
    assign(case.pk, agent, by=as_actor(ana), at=timezone.now())

    assert "ya no se puede deshacer" in undo(signed_in, case, word)
    assert again(case).assignee == agent


@pytest.mark.parametrize("spoil", ["", "x{}", "{}x"])
def test_a_false_word_undoes_nothing(signed_in, case, ana, spoil):
    post(signed_in, "assignment", case, to=ana.pk)

    assert "ya no se puede deshacer" in undo(signed_in, case, spoil.format(word_in(notice(signed_in, case))))
    assert again(case).assignee == ana


def test_it_is_of_its_person_and_of_its_case(client, signed_in, case, ana, open_case):
    post(signed_in, "assignment", case, to=ana.pk)
    word = word_in(notice(signed_in, case))
    other = open_case("Otra vez")

    assert "ya no se puede deshacer" in undo(signed_in, other, word)
    client.force_login(ana)
    assert "ya no se puede deshacer" in undo(client, case, word)
    assert Ticket.objects.get(pk=case.pk).assignee == ana
