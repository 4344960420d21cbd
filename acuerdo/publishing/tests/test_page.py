"""The published manual, open to all."""

import re
from html import unescape

import pytest
from django.template.loader import render_to_string

from acuerdo.core.agreements.document import VIEWS
from acuerdo.publishing.document import anchor_of, document_of
from acuerdo.publishing.document.chapters import PARTS


def shown(document):
    """The document as the page sets it, alone, without tags."""
    return render_to_string("publishing/article.html", {"document": document, "spoken": "es"})


def words(html):
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


def test_strangers_read_the_manual_in_force(desk, client):
    page = client.get("/acuerdo/")

    assert page.status_code == 200
    text = page.content.decode()
    assert "Acuerdos de nivel de servicio</h1>" in text
    assert "Proware HS SAS" in text
    assert "2026.1" in text
    assert "1 de enero de 2026" in text


def test_every_promised_time_stands_in_its_printed_words(agreement):
    text = words(shown(document_of(agreement, 2026)))

    missing = [cell.printed for table in agreement.targets for cell in table.cells if cell.printed != "none" and cell.printed not in text]
    assert not missing


def test_every_row_of_times_can_be_linked_to(agreement):
    html = shown(document_of(agreement, 2026))

    sources = {cell.source for table in agreement.targets for cell in table.cells if cell.source}
    assert not [source for source in sources if html.count(f'id="{anchor_of(source)}"') != 1]


def test_every_part_that_a_manual_may_name_can_be_shown():
    assert set(VIEWS) <= set(PARTS)


def test_no_two_elements_share_an_id(desk, client):
    ids = re.findall(r'\sid="([^"]+)"', client.get("/acuerdo/").content.decode())

    assert len(ids) == len(set(ids))


def test_the_contents_lead_somewhere(desk, client):
    page = client.get("/acuerdo/").content.decode()

    targets = set(re.findall(r'\sid="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= targets


def test_the_years_holidays_are_those_stored_with_the_version(desk, client):
    text = words(client.get("/acuerdo/").content.decode())

    assert "La Inmaculada Concepción" in text
    assert "Navidad" in text


def test_another_desk_shows_its_own_manual(other_desk, client):
    page = client.get("/acuerdo/", HTTP_HOST="other.localhost").content.decode()

    assert "Guía de atención de servicios</h1>" in page
    assert "Plan Innovador" not in page


def test_the_document_stays_in_its_language_for_english_readers(desk, client):
    page = client.get("/acuerdo/", HTTP_ACCEPT_LANGUAGE="en-US").content.decode()

    assert '<html lang="en"' in page
    assert "Contents</h2>" in page
    assert '<article lang="es-CO">' in page
    article = page.partition("<article")[2].partition("</article>")[0]
    assert "Cómo se lee" in article
    assert "How it is read" not in article


def test_a_version_has_an_address_of_its_own(desk, client):
    assert client.get("/acuerdo/versiones/2026.1/").status_code == 200
    assert client.get("/acuerdo/versiones/1999.9/").status_code == 404


@pytest.mark.parametrize("path", ["/acuerdo/", "/acuerdo/versiones/2026.1/"])
def test_writing_to_it_is_refused(path, desk, client):
    assert client.post(path).status_code == 405


def test_it_carries_no_inline_script_or_style(desk, client):
    page = client.get("/acuerdo/").content.decode()

    assert "<script>" not in page
    assert "<style" not in page
    assert " style=" not in page


def test_it_asks_the_database_little(desk, client, django_assert_num_queries):
    client.get("/acuerdo/")  # a process reads its manual once

    # the desk, versions
    with django_assert_num_queries(2):
        client.get("/acuerdo/")
