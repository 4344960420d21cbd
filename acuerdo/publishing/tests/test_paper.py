"""The manual as a PDF."""

import json
import re
from dataclasses import replace

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from acuerdo.publishing import serving
from acuerdo.publishing.document import document_of
from acuerdo.publishing.document.blocks import Chapter, Prose
from acuerdo.publishing.serving import Paper, TooLarge, typeset
from acuerdo.publishing.tests.conftest import agreement_named


def titled(pdf):
    """What a PDF says that it is, out of its metadata."""
    return re.search(rb"<dc:title>.*?</dc:title>", pdf, re.DOTALL)[0].decode()


@pytest.fixture
def proware():
    return Paper(document_of(agreement_named("proware"), 2026), "Proware", "#2552b8")


def test_every_manual_can_be_set(agreement):
    pdf = typeset(Paper(document_of(agreement, 2026), agreement.provider, "#34568b"))

    assert pdf.startswith(b"%PDF")
    assert agreement.title in titled(pdf)


def test_anyone_downloads_it(desk, client):
    answer = client.get("/acuerdo/manual.pdf")

    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'inline; filename="acuerdos-de-nivel-de-servicio-20261.pdf"'
    assert answer.content.startswith(b"%PDF")
    assert "Acuerdos de nivel de servicio" in titled(answer.content)


def test_another_desk_has_its_own(other_desk, client):
    pdf = client.get("/acuerdo/manual.pdf", HTTP_HOST="other.localhost").content

    assert "Guía de atención de servicios" in titled(pdf)


def test_it_is_set_once(desk, proware):
    serving.pdf_of(proware)
    default_storage.delete(proware.path)
    default_storage.save(proware.path, ContentFile(b"%PDF kept"))

    assert serving.pdf_of(proware) == b"%PDF kept"


def test_words_of_a_manual_cannot_become_markup(proware):
    said = '#read("/etc/passwd") *no* $x$ </script> \\u{202e} "quoted"'
    chapter = Chapter("a", "1", said, (Prose("paragraph", said),))

    assert typeset(replace(proware, document=replace(proware.document, chapters=(chapter,)))).startswith(b"%PDF")


def test_a_document_without_end_is_not_set(proware):
    endless = Chapter("a", "1", "Sin fin", (Prose("paragraph", "x" * (serving.MOST + 1)),))

    with pytest.raises(TooLarge):
        typeset(replace(proware, document=replace(proware.document, chapters=(endless,))))


def test_the_data_is_plain_values(proware):
    assert json.loads(proware.written)["title"] == "Acuerdos de nivel de servicio"


def test_writing_to_it_is_refused(desk, client):
    assert client.post("/acuerdo/manual.pdf").status_code == 405


def test_an_unknown_version_has_none(desk, client):
    assert client.get("/acuerdo/versiones/1999.9/manual.pdf").status_code == 404
