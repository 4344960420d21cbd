"""Files laid to an answer that is not sent yet: kept at once, of their owner alone, swept when nothing holds them."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from acuerdo.files.actions.sweep import sweep
from acuerdo.files.models import StoredFile
from acuerdo.tickets.actions.sweep_files import sweep_files
from acuerdo.tickets.models import Draft, Message
from acuerdo.tickets.tests.verbs import post

pytestmark = pytest.mark.django_db


def plan(name="plano.txt", content=b"nodo 3"):
    return SimpleUploadedFile(name, content, "text/plain")


def lay(client, case, *files, **said):
    return client.post(reverse("tickets:draft_files", args=[case.number]), {"files": files, "part": "1", **said})


def page(client, case):
    return client.get(reverse("console:case", args=[case.number])).text


def test_a_file_is_there_again_without_having_been_sent_and_goes_with_the_answer(signed_in, case):
    assert "plano.txt" in lay(signed_in, case, plan()).text
    again = signed_in.get(reverse("console:case", args=[case.number]))
    assert "plano.txt" in again.text

    post(signed_in, "answers", case, text="Va el plano", kept=again.context["forms"]["answer"].kept_word)

    assert [file.name for file in Message.objects.get(kind="answer").files.all()] == ["plano.txt"]
    assert not Draft.objects.exists()


def test_it_stays_when_the_text_goes_or_becomes_a_note(signed_in, case):
    lay(signed_in, case, plan(), kind="answer")
    url = reverse("tickets:drafts", args=[case.number])
    for said in ({"text": "Hola", "kind": "answer"}, {"text": "Hola", "kind": "note"}, {"text": "", "kind": "note"}):
        signed_in.post(url, said)

    assert [(draft.kind, draft.text, draft.files.count()) for draft in Draft.objects.all()] == [("note", "", 1)]


def test_of_two_first_keys_at_once_neither_is_lost_when_a_file_comes_and_what_was_a_note_stays_one(signed_in, case, agent):
    for kind, text in (("note", "Ojo: es el nodo 3"), ("answer", "Buenos días")):
        Draft.objects.create(person=agent, ticket=case, kind=kind, text=text, saved_at=timezone.now())
    lay(signed_in, case, plan(), kind="answer")

    assert [(one.kind, one.text, one.files.count()) for one in Draft.objects.all()] == [("note", "Ojo: es el nodo 3\n\nBuenos días", 1)]


def test_a_photo_that_the_page_did_not_show_is_not_lost_with_its_answer(signed_in, case):
    lay(signed_in, case, plan("foto.txt"))
    post(signed_in, "answers", case, text="Va sin ella")

    assert [(one.text, one.files.count()) for one in Draft.objects.all()] == [("", 1)]
    assert "foto.txt" in page(signed_in, case)


def test_taken_out_it_is_gone_and_an_empty_draft_with_it(signed_in, case):
    lay(signed_in, case, plan())
    file = StoredFile.objects.get()

    assert "plano.txt" not in lay(signed_in, case, drop=file.pk).text
    assert not Draft.objects.exists()


def test_without_script_taking_one_out_keeps_the_text_and_gives_the_page(signed_in, case):
    lay(signed_in, case, plan(), plan("otro.txt"))
    file = StoredFile.objects.get(name="plano.txt")
    url = reverse("tickets:draft_files", args=[case.number])

    response = signed_in.post(url, {"drop": file.pk, "text": "A medias", "mode": "note"}, follow=True)

    assert "A medias</textarea>" in response.text
    assert "otro.txt" in response.text
    assert "plano.txt" not in response.text


def test_nobody_else_sees_it_takes_it_out_or_sends_it(client, signed_in, case, person_of):
    lay(signed_in, case, plan())
    file, held = StoredFile.objects.get(), reverse("tickets:draft_file", args=[case.number, StoredFile.objects.get().pk])
    assert signed_in.get(held).content == b"nodo 3"

    client.force_login(person_of("supervisor", "Ana"))
    assert client.get(held).status_code == 404
    assert "plano.txt" not in page(client, case)
    lay(client, case, drop=file.pk)
    assert Draft.objects.get().files.get() == file


@pytest.mark.parametrize(("name", "why"), [("virus.EXE", "es un programa"), ("factura.pdf.scr ", "es un programa"), ("nada.txt", "vacío")])
def test_what_no_mail_would_carry_is_refused_with_what_to_do(signed_in, case, name, why):
    refused = lay(signed_in, case, plan(name, b"" if name == "nada.txt" else b"MZ"))

    assert refused.status_code == 422
    assert why in refused.text
    assert not StoredFile.objects.exists()


def test_an_eleventh_is_refused(signed_in, case):
    lay(signed_in, case, *(plan(f"{n}.txt") for n in range(10)))

    assert lay(signed_in, case, plan()).status_code == 422
    assert Draft.objects.get().files.count() == 10


def test_a_file_that_comes_after_its_text_was_sent_begins_nothing(signed_in, case):
    post(signed_in, "answers", case, text="Lo vemos", key="abc")

    assert lay(signed_in, case, plan(), key="abc").status_code == 204
    assert not Draft.objects.exists()


def test_the_files_of_a_refused_form_are_there_when_the_browser_was_closed(signed_in, case):
    post(signed_in, "answers", case, text="  ", files=[plan()])

    assert "plano.txt" in page(signed_in, case)


def test_what_nothing_holds_is_swept_after_days_and_nothing_else(signed_in, case):
    lay(signed_in, case, plan(), plan("igual.txt"), plan("solo.txt", b"solo"))
    for name in ("igual.txt", "solo.txt"):
        lay(signed_in, case, drop=StoredFile.objects.get(name=name).pk)
    now = timezone.now()
    kept, alone = StoredFile.objects.get(name="plano.txt"), StoredFile.objects.get(name="solo.txt")

    assert sweep_files(at=now, most=10) == 0
    assert sweep_files(at=now + timedelta(days=3), most=10) == 2
    assert list(StoredFile.objects.all()) == [kept]
    assert kept.read() == b"nodo 3"  # «igual.txt» had the same content
    assert not default_storage.exists(alone.path)


def test_what_is_held_after_all_is_refused_to_the_sweep_and_stays_where_it_is(signed_in, case):
    lay(signed_in, case, plan())

    with pytest.raises(IntegrityError), transaction.atomic():
        sweep([StoredFile.objects.get().pk])
    assert Draft.objects.get().files.get().read() == b"nodo 3"
