"""The front page, open to all."""

import re

import pytest


def test_strangers_learn_how_to_report_and_what_is_promised(desk, client):
    shown = client.get("/").content.decode()

    assert "mailto:soporte@testserver" in shown
    assert "Lo que nos comprometimos a cumplir" in shown
    assert "Plan Innovador" in shown


def test_no_link_leads_nowhere(desk, client, case, dianas):
    for browser in (client, dianas):
        for path in ("/", "/entrar/", "/mi-area/", f"/casos/{case.number}/", "/reportar/"):
            page = browser.get(path, follow=True).content.decode()
            for link in set(re.findall(r'href="(/[^"#]*)"', page)):
                if not link.startswith("/static/"):
                    assert browser.get(link).status_code < 400, (path, link)
            assert 'href="#"' not in page


@pytest.mark.parametrize("path", ["/", "/entrar/", "/clave/"])
def test_pages_carry_no_inline_script_or_style(path, desk, client):
    page = client.get(path).content.decode()

    assert "<script>" not in page
    assert "<style" not in page
    assert " style=" not in page
    assert " onclick=" not in page


def test_a_signed_in_contact_reports_from_here(dianas):
    assert 'href="/reportar/"' in dianas.get("/").content.decode()


def test_another_desk_shows_its_own_manual(other_desk, client):
    shown = client.get("/", HTTP_HOST="other.localhost").content.decode()

    assert "Mesa de Experiencia Técnica" in shown
    assert "Plan Innovador" not in shown


def test_writing_to_it_is_refused(desk, client):
    assert client.post("/").status_code == 405


def test_english_readers_get_english_where_they_ask(desk, client):
    assert 'lang="en"' in client.get("/", HTTP_ACCEPT_LANGUAGE="en-US").content.decode()


def test_it_asks_the_database_little(desk, client, django_assert_num_queries):
    client.get("/")  # a process reads its manual once

    # the desk (3), manual, mail address, contingency
    with django_assert_num_queries(4):
        client.get("/")
