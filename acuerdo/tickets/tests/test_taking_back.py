"""An answer that was sent a moment ago: it can be taken back, leaves once, and never past what happened meanwhile."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from acuerdo.core.tickets import Status
from acuerdo.events.queries import log_of
from acuerdo.people.access import as_actor
from acuerdo.tickets.actions import hold_answer as holding
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.hold_answer import leave, may_wait, send_due
from acuerdo.tickets.models import Clock, HeldAnswer, Message
from acuerdo.tickets.tests.held import sent, undo
from acuerdo.tickets.tests.verbs import again, post

pytestmark = pytest.mark.django_db


def test_while_it_waits_nothing_has_happened_and_the_page_shows_it(signed_in, case):
    before = len(log_of("ticket", case.pk))
    page = signed_in.get(sent(signed_in, case)["Location"]).text

    assert "Deshacer" in page
    assert "Lo vemos" in page
    assert (len(log_of("ticket", case.pk)), again(case).status, Message.objects.filter(kind="answer").count()) == (before, "new", 0)


def test_it_leaves_with_its_true_instant_status_files_and_origin_once(signed_in, case):
    sent(signed_in, case, files=[SimpleUploadedFile("a.txt", b"a")], key="una")
    later = timezone.now() + timedelta(seconds=9)

    assert (send_due(at=timezone.now(), most=9), send_due(at=later, most=9), send_due(at=later, most=9)) == (0, 1, 0)

    message, event = Message.objects.get(kind="answer"), next(e for e in log_of("ticket", case.pk) if e.kind == "ticket.responded")
    assert (message.at, event.at, again(case).status) == (later, later, Status.WAITING_CUSTOMER)
    assert (message.files.get().name, event.programme) == ("a.txt", "tickets:answers")


def test_taken_back_it_is_a_draft_with_its_files_and_never_leaves(signed_in, case):
    sent(signed_in, case, files=[SimpleUploadedFile("a.txt", b"a")])
    held = HeldAnswer.objects.get()

    page = undo(signed_in, case, held).text

    assert "Lo vemos</textarea>" in page
    assert "a.txt" in page
    assert not leave(held.pk, at=timezone.now())
    assert "ya no se puede deshacer" in undo(signed_in, case, held).text
    assert not Message.objects.filter(kind="answer").exists()


def test_nobody_else_takes_it_back_or_hurries_it(client, signed_in, case, person_of):
    sent(signed_in, case)
    held = HeldAnswer.objects.get()
    client.force_login(person_of("supervisor", "Ana"))

    assert "ya no se puede deshacer" in undo(client, case, held).text
    undo(client, case, held, now="1")
    assert HeldAnswer.objects.exists()


def test_it_can_be_let_go_at_once(signed_in, case):
    sent(signed_in, case)

    assert "va en camino" in undo(signed_in, case, HeldAnswer.objects.get(), now="1").text
    assert Message.objects.filter(kind="answer").count() == 1


def test_the_page_that_counts_down_learns_whether_it_left(signed_in, case, person_of):
    sent(signed_in, case, key="una")
    url = reverse("tickets:held", args=[case.number, HeldAnswer.objects.get().pk])
    assert [signed_in.post(url, {"now": "1", "quiet": "1"}).status_code for _again in range(2)] == [204, 204]

    sent(signed_in, case, key="dos")
    answer(case.pk, "Ya está", by=as_actor(person_of("agent", "Ana")), at=timezone.now())
    url = reverse("tickets:held", args=[case.number, HeldAnswer.objects.get().pk])
    assert signed_in.post(url, {"now": "1", "quiet": "1"}).status_code == 409


def test_a_promise_that_falls_due_in_a_moment_is_not_broken_by_waiting(signed_in, case):
    Clock.objects.filter(ticket=case).update(due_at=timezone.now() + timedelta(seconds=30))

    assert not may_wait(case, timezone.now())
    post(signed_in, "answers", case, text="Lo vemos", waits="1")
    assert Message.objects.filter(kind="answer").count() == 1


def test_the_next_answer_does_not_overtake_the_first(signed_in, case):
    sent(signed_in, case, key="una")
    post(signed_in, "answers", case, text="Y otra cosa", waits="1", key="dos")

    assert [message.text for message in Message.objects.filter(kind="answer")] == ["Lo vemos"]
    assert HeldAnswer.objects.get().text == "Y otra cosa"


def test_what_its_writer_does_next_in_the_case_comes_after_it(signed_in, case):
    sent(signed_in, case, key="una")
    post(signed_in, "notes", case, text="Le escribí", key="dos")

    assert [message.kind for message in case.messages.order_by("at", "pk")][-2:] == ["answer", "note"]
    assert again(case).status == Status.WAITING_CUSTOMER


@pytest.mark.parametrize("text", ["", "  "])
def test_what_could_never_leave_is_refused_at_once(signed_in, case, text):
    assert post(signed_in, "answers", case, text=text, waits="1").status_code == 422
    assert not HeldAnswer.objects.exists()


def test_an_answer_is_signed_as_its_writer_signs_and_a_note_is_not(signed_in, case, agent):
    agent.signature = "Marcela I.\nMesa de ayuda"
    agent.save()
    post(signed_in, "answers", case, text="Lo vemos", key="una")
    post(signed_in, "notes", case, text="Ojo", key="dos")

    assert dict(Message.objects.exclude(kind="customer").values_list("kind", "signature")) == {"answer": agent.signature, "note": ""}
    assert "Mesa de ayuda" in signed_in.get(reverse("console:case", args=[case.number])).text


def test_an_answer_that_cannot_leave_keeps_no_other_waiting(signed_in, case, other_case, monkeypatch):
    sent(signed_in, case, key="una")
    sent(signed_in, other_case, key="dos")
    send = holding.send

    def fails_once(ticket_id, *said, **how):
        if ticket_id == case.pk:
            raise RuntimeError
        send(ticket_id, *said, **how)

    monkeypatch.setattr(holding, "send", fails_once)
    assert send_due(at=timezone.now() + timedelta(seconds=9), most=9) == 1
    assert HeldAnswer.objects.get().ticket_id == case.pk


def test_it_locks_its_case_first_as_every_verb_does(signed_in, case):
    sent(signed_in, case)
    with CaptureQueriesContext(connection) as asked:
        assert leave(HeldAnswer.objects.get().pk, at=timezone.now())

    locks = [query["sql"].partition(" FROM ")[2].split()[0] for query in asked if "FOR UPDATE" in query["sql"]]
    assert locks[:2] == ['"tickets_ticket"', '"tickets_heldanswer"']
