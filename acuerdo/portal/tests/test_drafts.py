"""What a customer has begun to write: there on any device, theirs alone, over when it was sent."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from acuerdo.core.agreements import Ask, Need
from acuerdo.core.tickets import Status
from acuerdo.files import forms as limits
from acuerdo.files.models import StoredFile
from acuerdo.people.access import as_actor
from acuerdo.portal.views import case as view
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.draft import keep
from acuerdo.tickets.actions.merge import merge
from acuerdo.tickets.actions.sweep_files import sweep_files
from acuerdo.tickets.models import Draft, Message

KEY = "una-clave-de-prueba"


def shot(name="pantalla.txt", content=b"error 42"):
    return SimpleUploadedFile(name, content, "text/plain")


def type_in(browser, case, text, key=KEY):
    return browser.post(reverse("portal:drafts", args=[case.number]), {"text": text, "key": key})


def lay(browser, case, *files, **said):
    return browser.post(reverse("portal:draft_files", args=[case.number]), {"files": files, "part": "1", "key": KEY, **said})


def page(browser, case):
    return browser.get(reverse("portal:case", args=[case.number]))


def send(browser, case, **said):
    return browser.post(reverse("portal:messages", args=[case.number]), {"once": KEY, "drafted": "1", **said})


def test_text_and_files_are_there_on_another_device_and_go_with_the_message(case, diana, dianas, browser_of):
    type_in(dianas, case, "Sale este error:")
    assert "pantalla.txt" in lay(dianas, case, shot()).text

    other = page(browser_of(diana.person), case)
    assert "Sale este error:</textarea>" in other.text
    assert "pantalla.txt" in other.text
    send(dianas, case, text="Sale este error:", kept=other.context["message_form"].kept_word)

    message = case.messages.get(channel="web")
    assert [file.name for file in message.files.all()] == ["pantalla.txt"]
    assert not Draft.objects.exists()
    assert "Sale este error:</textarea>" not in page(dianas, case).text


def test_a_photo_laid_to_it_from_a_telephone_while_the_page_stood_open_is_not_lost_with_the_message(case, diana, dianas, browser_of):
    lay(dianas, case, shot())
    open_here = page(dianas, case).context["message_form"].kept_word
    lay(browser_of(diana.person), case, shot("foto.txt", b"otra"))
    send(dianas, case, text="Va el error", kept=open_here)

    assert [file.name for file in case.messages.get(channel="web").files.all()] == ["pantalla.txt"]
    left = page(dianas, case)
    assert "foto.txt" in left.text
    assert "Va el error</textarea>" not in left.text
    send(dianas, case, once="otra-clave", text="Y la foto", kept=left.context["message_form"].kept_word)
    assert not Draft.objects.exists()


def test_a_file_alone_that_was_kept_is_a_message(case, dianas):
    lay(dianas, case, shot())

    assert send(dianas, case, text="", kept=page(dianas, case).context["message_form"].kept_word).status_code == 303
    assert case.messages.get(channel="web").files.count() == 1


def test_a_refused_form_brings_its_files_back_and_they_outlive_the_browser(case, dianas, monkeypatch):
    refused = send(dianas, case, text="x" * 50_001, files=[shot()])

    assert refused.status_code == 422
    assert "pantalla.txt" in refused.text
    assert "pantalla.txt" in page(dianas, case).text
    assert send(dianas, case, text="Va", kept=refused.context["message_form"].kept_word).status_code == 303
    assert case.messages.get(channel="web").files.count() == 1


@pytest.mark.parametrize(("name", "why"), [("virus.exe", "es un programa"), ("nada.txt", "vacío"), ("video.mp4", "Pasan de 25 MB")])
def test_what_cannot_be_taken_is_refused_with_what_to_do(case, dianas, monkeypatch, name, why):
    monkeypatch.setattr(limits, "LARGEST_FILE", 3)

    refused = lay(dianas, case, shot(name, b"" if name == "nada.txt" else b"12" if name == "virus.exe" else b"12345"))

    assert refused.status_code == 422
    assert why in refused.text
    assert not StoredFile.objects.exists()


def test_what_comes_after_it_was_sent_begins_nothing(case, dianas):
    send(dianas, case, text="Ya probé")

    assert type_in(dianas, case, "Ya probé").status_code == 204
    assert lay(dianas, case, shot()).status_code == 204
    assert not Draft.objects.exists()


def test_without_script_taking_a_file_out_keeps_the_text_and_gives_the_page(case, dianas):
    lay(dianas, case, shot(), shot("otra.txt"))
    file = StoredFile.objects.get(name="pantalla.txt")

    url = reverse("portal:draft_files", args=[case.number])
    response = dianas.post(url, {"drop": file.pk, "text": "A medias", "once": KEY})
    assert response["Location"] == reverse("portal:case", args=[case.number]) + "#escribir"
    response = page(dianas, case)

    assert "A medias</textarea>" in response.text
    assert "otra.txt" in response.text
    assert "pantalla.txt" not in response.text


def test_a_colleague_and_a_stranger_neither_see_nor_change_nor_send_it(case, colleague, outsider, dianas, browser_of):
    type_in(dianas, case, "Solo mío")
    lay(dianas, case, shot())
    file, word = StoredFile.objects.get(), page(dianas, case).context["message_form"].kept_word
    held = reverse("portal:draft_file", args=[case.number, file.pk])
    assert dianas.get(held).content == b"error 42"

    other = browser_of(colleague.person)
    assert other.get(held).status_code == 404
    assert "Solo mío" not in page(other, case).text
    lay(other, case, drop=file.pk)
    type_in(other, case, "")
    assert Draft.objects.get().text == "Solo mío"
    stranger = browser_of(outsider.person)
    assert lay(stranger, case, shot()).status_code == type_in(stranger, case, "Hola").status_code == 404
    assert word
    assert Draft.objects.get().files.get() == file


@pytest.mark.parametrize("said", [{"key": "\x00"}, {"key": "x" * 5000}, {"drop": "9" * 40}, {"drop": "-1"}, {"kind": "note"}])
def test_nonsense_harms_nothing_and_is_never_a_note(said, case, dianas):
    assert lay(dianas, case, shot(), **said).status_code == 200
    assert not Draft.objects.exclude(kind=Draft.Kind.CUSTOMER).exists()


def test_a_word_that_was_tampered_with_brings_nothing(case, dianas):
    lay(dianas, case, shot())

    send(dianas, case, text="Hola", kept="eyJmaWxlcyI6WzFdfQ:mentira")

    assert case.messages.get(channel="web").files.count() == 0


def test_the_desks_people_never_see_it(case, diana, agent, browser_of, at):
    keep(diana.person, case, Draft.Kind.CUSTOMER, "Pienso quejarme", at=at)

    assert "Pienso quejarme" not in browser_of(agent).get(reverse("console:case", args=[case.number])).text


def test_in_a_case_that_waits_for_information_it_belongs_to_that_form(case, agent, dianas, at, monkeypatch):
    monkeypatch.setattr(view, "missing_in", lambda *_: (Need("capture", "Una captura", Ask("files")),))
    type_in(dianas, case, "Se la tomo mañana")

    shown = page(dianas, case).context

    assert (shown["missing_form"].draft.text, shown["missing_form"].owns) == ("Se la tomo mañana", True)
    assert (shown["message_form"].draft, shown["message_form"].owns) == (None, False)


def test_it_goes_along_when_its_case_becomes_part_of_another(case, open_case, agent, dianas, at):
    other = open_case("El mismo IVR", at=at)
    type_in(dianas, case, "En el primero")
    lay(dianas, case, shot())
    type_in(dianas, other, "En el segundo", key="otra-clave")
    merge(case.pk, other.pk, by=as_actor(agent), at=at + timedelta(hours=1))

    shown = dianas.get(reverse("portal:case", args=[case.number]), follow=True)

    assert "En el segundo\n\nEn el primero</textarea>" in shown.text
    assert "pantalla.txt" in shown.text
    assert Draft.objects.count() == 1


def test_its_files_are_not_swept(case, dianas):
    lay(dianas, case, shot())

    assert sweep_files(at=timezone.now() + timedelta(days=9), most=10) == 0


def test_sent_by_a_form_that_does_not_hold_it_it_stays(case, agent, dianas, at):
    answer(case.pk, "¿Un ejemplo?", by=as_actor(agent), at=at + timedelta(hours=1), then=Status.WAITING_CUSTOMER)
    type_in(dianas, case, "Lo busco")

    dianas.post(reverse("portal:messages", args=[case.number]), {"once": "otra-clave", "text": "Hola"})

    assert Draft.objects.get().text == "Lo busco"
    assert Message.objects.filter(channel="web").count() == 1


def test_what_another_device_wrote_meanwhile_is_told_and_stays_begun(case, diana, dianas, browser_of):
    telephone = browser_of(diana.person)
    type_in(telephone, case, "Sale otra vez")

    late = dianas.post(reverse("portal:drafts", args=[case.number]), {"text": "Ya no sale", "key": KEY, "shown": ""})
    assert late.status_code == 200
    assert "Sale otra vez</blockquote>" in late.text
    send(dianas, case, text="Ya no sale", shown="")

    assert Draft.objects.get().text == "Sale otra vez"
    shown = page(dianas, case)
    assert shown.context["message_form"]["shown"].value() == Draft.objects.get().mark
    assert f'name="shown" value="{Draft.objects.get().mark}"' in shown.text
