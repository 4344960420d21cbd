"""Writing in a case."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from acuerdo.core.tickets import Status
from acuerdo.files import forms as limits
from acuerdo.people.access import as_actor
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.close import cancel
from acuerdo.tickets.models import Message, Ticket

KEY = "una-clave-de-prueba"


def write(browser, case, text="Ya probé y sigue igual.", once=KEY, **files):
    return browser.post(f"/casos/{case.number}/mensajes/", {"text": text, "once": once, **files})


def test_a_message_joins_the_case_and_resumes_it(case, agent, dianas, at):  # PRO-041
    answer(case.pk, "¿Nos envía un ejemplo?", by=as_actor(agent), at=at + timedelta(hours=1), then=Status.WAITING_CUSTOMER)

    response = write(dianas, case)

    assert (response.status_code, response["Location"]) == (303, f"/casos/{case.number}/")
    message = case.messages.get(text="Ya probé y sigue igual.")
    assert (message.kind, message.channel, message.contact.name) == ("customer", "web", "Diana Lozano")
    case.refresh_from_db()
    assert case.status == "in_progress"


def test_a_second_click_writes_nothing_twice(case, dianas):
    write(dianas, case)

    response = write(dianas, case)

    assert response.status_code == 303
    assert case.messages.filter(channel="web").count() == 1


def test_an_empty_message_comes_back_and_says_what_to_do(case, dianas):
    response = write(dianas, case, text="   ")

    assert response.status_code == 422
    assert "Escriba su mensaje, o adjunte un archivo." in response.content.decode()
    assert case.messages.count() == 1


def test_files_alone_are_a_message(case, dianas):
    write(dianas, case, text="", files=SimpleUploadedFile("pantalla.png", b"\x89PNG\r\n\x1a\n.", "image/png"))

    message = case.messages.get(channel="web")
    assert [stored.name for stored in message.files.all()] == ["pantalla.png"]


def test_what_was_typed_comes_back_when_a_file_is_too_large(case, dianas, monkeypatch):
    monkeypatch.setattr(limits, "LARGEST_FILE", 3)

    response = write(dianas, case, text="Va el video.", files=SimpleUploadedFile("video.mp4", b"12345", "video/mp4"))

    assert response.status_code == 422
    assert "Va el video." in response.content.decode()
    assert "video.mp4" in response.content.decode()


def test_after_the_end_a_message_opens_a_linked_case(case, agent, dianas, at):
    cancel(case.pk, reason="Repetido", by=as_actor(agent), at=at + timedelta(hours=1))

    response = write(dianas, case, text="Volvió a pasar.")

    follow_up = Ticket.objects.get(follows=case)
    assert response["Location"] == f"/casos/{follow_up.number}/"
    assert write(dianas, case, text="Volvió a pasar.")["Location"] == response["Location"]
    assert Ticket.objects.filter(follows=case).count() == 1


@pytest.mark.parametrize("once", ["", "corta", "con espacios y <b>"])
def test_a_form_without_its_key_is_refused(once, case, dianas):
    assert write(dianas, case, once=once).status_code == 422
    assert not Message.objects.filter(channel="web").exists()
