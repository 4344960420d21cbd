"""Answers, notes and solutions as people send them from the page of a case."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from acuerdo.tickets.models import Message
from acuerdo.tickets.tests.verbs import again, post

pytestmark = pytest.mark.django_db


def test_an_answer_reaches_the_customer_and_the_case_is_whose_answered(signed_in, case, agent):
    post(signed_in, "answers", case, text="Lo vemos.", then="in_progress")

    assert again(case).assignee == agent
    assert again(case).status == "in_progress"
    assert case.messages.get(kind=Message.Kind.ANSWER).text == "Lo vemos."


def test_asking_the_customer_stops_the_clock_that_waits_for_them(signed_in, case):
    post(signed_in, "answers", case, text="¿Qué extensión?", then="waiting_customer")

    assert again(case).status == "waiting_customer"
    assert case.clocks.get(clock="resolution").state == "paused"


def test_an_empty_answer_is_refused_on_the_page_of_the_case(signed_in, case):
    answer = post(signed_in, "answers", case, text="  ")

    assert answer.status_code == 422
    assert b"Falta el texto" in answer.content
    assert not case.messages.filter(kind=Message.Kind.ANSWER).exists()


def test_an_answer_to_an_ended_case_comes_back_with_its_text_and_its_files(signed_in, case):
    post(signed_in, "closure", case, closed_as="anular", reason="Repetido")
    file = SimpleUploadedFile("plano.txt", b"nodo 3", "text/plain")

    refused = post(signed_in, "answers", case, text="Un texto largo que costó escribir", files=[file])

    assert refused.status_code == 422
    assert "Un texto largo que costó escribir" in refused.text
    assert "plano.txt" in refused.text
    kept = refused.context["forms"]["answer"].kept_word
    assert post(signed_in, "notes", case, text="Como nota", kept=kept).status_code == 303
    assert [f.name for f in case.messages.get(kind=Message.Kind.NOTE).files.all()] == ["plano.txt"]


def test_files_kept_for_one_case_do_not_come_with_another(signed_in, case, open_case):
    other = open_case(at=timezone.now() - timedelta(hours=1))
    file = SimpleUploadedFile("plano.txt", b"nodo 3", "text/plain")
    kept = post(signed_in, "answers", case, text="", files=[file]).context["forms"]["answer"].kept_word

    post(signed_in, "notes", other, text="Otra", kept=kept)

    assert not other.messages.get(kind=Message.Kind.NOTE).files.exists()


def test_a_note_stays_within_the_desk_and_answers_nothing(signed_in, case):
    post(signed_in, "notes", case, text="Mirar el nodo 3", mode="note")

    assert again(case).answered_at is None
    assert case.clocks.get(clock="first_response").state == "running"


def test_text_written_as_a_note_never_leaves_by_the_answers_door(signed_in, case):
    refused = post(signed_in, "answers", case, text="Ese cliente no paga", mode="note")

    assert refused.status_code == 422
    assert not case.messages.exclude(kind=Message.Kind.CUSTOMER).exists()


def test_a_milestone_that_the_manual_does_not_name_is_refused(signed_in, case):
    assert post(signed_in, "answers", case, text="Hola", milestones=["diagnosed"]).status_code == 422


def test_a_solution_without_the_manuals_evidence_is_refused_and_keeps_its_text(signed_in, case):
    refused = post(signed_in, "solution", case, text="Ya transfiere")

    assert refused.status_code == 422
    assert "Qué se hizo para solucionarlo" in refused.text
    assert refused["HX-Retarget"] == "#verb-form"
    assert "Ya transfiere" in refused.text
    assert again(case).status == "new"


def test_a_solution_with_evidence_is_delivered(signed_in, case):
    post(signed_in, "solution", case, text="Ya transfiere", **{"evidence-solucion": "Se corrigió el destino"})

    assert again(case).status == "resolved"
    assert case.messages.get(kind=Message.Kind.SOLUTION).evidence == {"solucion": "Se corrigió el destino"}


def test_the_answer_goes_back_to_the_view_of_the_queue_one_came_from(signed_in, case):
    url = reverse("tickets:notes", args=[case.number])

    assert signed_in.post(f"{url}?de=mios", {"text": "Hola"})["Location"] == f"/console/casos/{case.number}/?de=mios"


def test_the_same_form_sent_twice_is_carried_out_once(signed_in, case):
    for _click in range(2):
        assert post(signed_in, "answers", case, text="Lo vemos.", key="abc").status_code == 303

    assert case.messages.filter(kind=Message.Kind.ANSWER).count() == 1


def test_a_refused_form_can_be_mended_and_sent_again_with_its_key(signed_in, case):
    assert post(signed_in, "solution", case, text="Ya", key="abc").status_code == 422
    assert post(signed_in, "solution", case, text="Ya", key="abc", **{"evidence-solucion": "Sí"}).status_code == 303
