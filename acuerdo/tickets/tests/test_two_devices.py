"""One person, one case, two pages: what is written on the one is not written over by the other."""

import pytest
from django.urls import reverse

from acuerdo.files.actions.store import store
from acuerdo.tickets.models import Draft
from acuerdo.tickets.tests.verbs import post

pytestmark = pytest.mark.django_db
NEVER_SHOWN = ""


def type_in(browser, case, text, shown, **more):
    return browser.post(reverse("tickets:drafts", args=[case.number]), {"text": text, "kind": "answer", "shown": shown, **more})


def shown_on(browser, case) -> str:
    return browser.get(reverse("console:case", args=[case.number])).context["shown"]


def kept() -> list[str]:
    return list(Draft.objects.values_list("text", flat=True))


def test_one_page_goes_on_from_save_to_save(signed_in, case):
    mark = NEVER_SHOWN
    for text in ("Bue", "Buenas", "Hola"):
        saved = type_in(signed_in, case, text, mark)
        assert saved.status_code == 204
        mark = saved["X-Draft"]
    assert kept() == ["Hola"]
    assert shown_on(signed_in, case) == mark


def test_the_page_that_stayed_behind_is_told_and_neither_text_is_lost(signed_in, case):
    first = type_in(signed_in, case, "Desde el computador", NEVER_SHOWN)["X-Draft"]
    second = type_in(signed_in, case, "Desde el teléfono", first)["X-Draft"]

    late = type_in(signed_in, case, "Desde el computador, más", first)

    assert late.status_code == 200
    assert "También escribió aquí desde otra ventana" in late.text
    assert "Desde el teléfono</blockquote>" in late.text
    assert (late["X-Draft"], kept()) == (second, ["Desde el teléfono"])
    both = "Desde el computador, más\n\nDesde el teléfono"
    assert type_in(signed_in, case, both, late["X-Draft"]).status_code == 204
    assert kept() == [both]


def test_an_emptied_box_does_not_take_the_other_pages_text_away(signed_in, case):
    first = type_in(signed_in, case, "Desde el computador", NEVER_SHOWN)["X-Draft"]
    type_in(signed_in, case, "Desde el teléfono", first)

    assert type_in(signed_in, case, "", first).status_code == 200
    assert kept() == ["Desde el teléfono"]


def test_what_goes_on_with_the_others_text_loses_nothing_and_asks_nothing(signed_in, case):
    type_in(signed_in, case, "Ya casi", NEVER_SHOWN)

    assert type_in(signed_in, case, "Ya casi lo tenemos", NEVER_SHOWN).status_code == 204


@pytest.mark.parametrize("verb", ["answers", "notes"])
def test_what_the_other_page_wrote_stays_begun_when_this_one_sends(signed_in, case, verb):
    first = type_in(signed_in, case, "Reinicie", NEVER_SHOWN)["X-Draft"]
    type_in(signed_in, case, "Falta el número de serie", first)

    assert post(signed_in, verb, case, text="Reinicie", shown=first).status_code == 303

    assert kept() == ["Falta el número de serie"]
    post(signed_in, verb, case, text="Falta el número de serie", shown=shown_on(signed_in, case))
    assert kept() == []


def test_a_file_that_the_page_takes_out_is_no_writing_of_another_page(signed_in, case):
    mark = type_in(signed_in, case, "Reinicie", NEVER_SHOWN)["X-Draft"]
    files = [store(name=f"{n}.txt", content_type="text/plain", content=b"nodo 3") for n in range(2)]
    Draft.objects.get().files.add(*files)
    for file in files:
        signed_in.post(reverse("tickets:draft_files", args=[case.number]), {"drop": file.pk, "kind": "answer", "part": "1"})

    assert (Draft.objects.get().files.count(), shown_on(signed_in, case)) == (0, mark)
    post(signed_in, "answers", case, text="Apague y encienda", shown=mark)
    assert kept() == []


def test_a_page_that_does_not_say_what_it_showed_is_kept_as_it_is(signed_in, case):
    signed_in.post(reverse("tickets:drafts", args=[case.number]), {"text": "Uno", "kind": "answer"})
    assert signed_in.post(reverse("tickets:drafts", args=[case.number]), {"text": "Dos", "kind": "answer"}).status_code == 204
    assert kept() == ["Dos"]


def test_what_is_shown_of_the_other_page_is_text_and_nothing_else(signed_in, case):
    type_in(signed_in, case, "<script>alert(1)</script>", NEVER_SHOWN)
    assert "&lt;script&gt;alert(1)" in type_in(signed_in, case, "Hola", NEVER_SHOWN).text
