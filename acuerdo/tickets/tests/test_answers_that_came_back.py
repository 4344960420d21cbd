"""An answer that could not leave comes back to its writer, and nothing is lost of it or of what was typed meanwhile."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from acuerdo.events.queries import log_of
from acuerdo.notifications.models import Notice
from acuerdo.people.access import as_actor
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.close import cancel
from acuerdo.tickets.actions.draft import keep
from acuerdo.tickets.actions.hold_answer import leave
from acuerdo.tickets.actions.merge import merge
from acuerdo.tickets.models import Draft, HeldAnswer, Message
from acuerdo.tickets.tests.held import sent, undo
from acuerdo.tickets.tests.verbs import post

pytestmark = pytest.mark.django_db


def test_what_another_said_meanwhile_keeps_it_back_and_its_writer_is_told(signed_in, case, person_of, agent):
    sent(signed_in, case)
    answer(case.pk, "Ya está", by=as_actor(person_of("agent", "Ana")), at=timezone.now())

    assert not leave(HeldAnswer.objects.get().pk, at=timezone.now())

    assert Draft.objects.get(person=agent).text == "Lo vemos"
    assert "Lo vemos</textarea>" in signed_in.get(reverse("console:case", args=[case.number])).text
    assert "no salió" in Notice.objects.get(person=agent, key__startswith="returned").text


def test_a_case_that_ended_meanwhile_gives_it_back(signed_in, case, by, agent):
    sent(signed_in, case)
    cancel(case.pk, reason="Repetido", by=by, at=timezone.now())

    assert not leave(HeldAnswer.objects.get().pk, at=timezone.now())
    assert Draft.objects.get(person=agent).text == "Lo vemos"


def comes_back(client, case, person_of):
    """Send an answer that another's comes before, and let it return."""
    sent(client, case, key="una", files=[SimpleUploadedFile("a.txt", b"a")])
    answer(case.pk, "Ya está", by=as_actor(person_of("agent", "Ana")), at=timezone.now())
    assert not leave(HeldAnswer.objects.get().pk, at=timezone.now())


def page_of(client, case):
    return client.get(reverse("console:case", args=[case.number]))


def mark_on(page):
    return re.search(r'name="returned" value="([^"]*)"', page.text)[1]


@pytest.mark.parametrize("verb", ["answers", "notes"])
def test_what_came_back_is_not_lost_by_what_a_page_sends_that_has_not_shown_it(signed_in, case, person_of, agent, verb):
    sent(signed_in, case, key="una")
    answer(case.pk, "Ya está", by=as_actor(person_of("agent", "Ana")), at=timezone.now())
    seen = log_of("ticket", case.pk)[-1].position
    post(signed_in, verb, case, text="Otra cosa", key="dos", seen=str(seen))

    assert Draft.objects.get(person=agent).text == "Lo vemos"
    assert Message.objects.filter(text="Otra cosa").exists()


def test_what_is_typed_meanwhile_does_not_write_over_what_came_back(signed_in, case, person_of):
    url = reverse("tickets:drafts", args=[case.number])
    signed_in.post(url, {"text": "Y otra", "kind": "answer"})
    comes_back(signed_in, case, person_of)
    signed_in.post(url, {"text": "Y otra cosa", "kind": "answer"})

    page = page_of(signed_in, case)
    assert "Y otra cosa\n\nLo vemos</textarea>" in page.text
    assert "a.txt" in page.text

    signed_in.post(url, {"text": "Todo junto", "kind": "answer", "returned": mark_on(page)})
    again_shown = page_of(signed_in, case)
    assert ("Todo junto</textarea>" in again_shown.text, "a.txt" in again_shown.text, mark_on(again_shown)) == (True, True, "")


def test_sent_from_the_page_that_showed_it_what_came_back_is_over(signed_in, case, person_of):
    comes_back(signed_in, case, person_of)
    post(signed_in, "answers", case, text="Lo vemos", key="dos", returned=mark_on(page_of(signed_in, case)))

    assert not Draft.objects.exists()


def test_a_file_chosen_beside_what_came_back_loses_neither(signed_in, case, person_of):
    comes_back(signed_in, case, person_of)
    mark = mark_on(page_of(signed_in, case))
    files = {"files": [SimpleUploadedFile("b.txt", b"b")], "part": "1", "returned": mark}
    kept = signed_in.post(reverse("tickets:draft_files", args=[case.number]), files).text

    assert ("a.txt" in kept, "b.txt" in kept) == (True, True)
    assert "Lo vemos</textarea>" in page_of(signed_in, case).text


def test_what_was_begun_for_the_desk_alone_does_not_become_part_of_an_answer(signed_in, case, agent):
    sent(signed_in, case)
    keep(agent, case, Draft.Kind.NOTE, "Cliente difícil", at=timezone.now())
    page = undo(signed_in, case, HeldAnswer.objects.get()).text
    url = reverse("tickets:draft_files", args=[case.number])
    mark = mark_on(page_of(signed_in, case))
    signed_in.post(url, {"files": [SimpleUploadedFile("b.txt", b"b")], "part": "1", "kind": "note", "returned": mark})

    assert 'value="note" id="mode-note" checked' in page
    assert Draft.objects.get().kind == Draft.Kind.NOTE


def test_of_a_case_that_became_part_of_another_it_comes_back_into_that_one(signed_in, case, other_case, by):
    sent(signed_in, case)
    merge(case.pk, other_case.pk, by=by, at=timezone.now())

    assert not leave(HeldAnswer.objects.get().pk, at=timezone.now())
    assert "Lo vemos</textarea>" in page_of(signed_in, other_case).text
