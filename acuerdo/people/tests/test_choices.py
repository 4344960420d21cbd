"""Language and theme."""

import pytest


def test_the_language_is_kept_and_the_page_follows_it(desk, client):
    response = client.post("/idioma/", {"idioma": "en", "next": "/entrar/"})

    assert (response.status_code, response["Location"]) == (303, "/entrar/")
    assert client.cookies["acuerdo_idioma"].value == "en"
    assert 'lang="en"' in client.get("/entrar/").content.decode()


def test_who_has_signed_in_is_written_to_in_the_language_they_chose(desk, client, person_of):
    ana = person_of("agent")
    client.force_login(ana)

    client.post("/idioma/", {"idioma": "en", "next": "/"})

    ana.refresh_from_db()
    assert ana.language == "en"


@pytest.mark.parametrize(("chosen", "attribute"), [("claro", "light"), ("oscuro", "dark")])
def test_the_theme_is_in_the_first_byte(chosen, attribute, desk, client):
    client.post("/tema/", {"tema": chosen, "next": "/"})

    assert f'data-theme="{attribute}"' in client.get("/entrar/").content.decode()


def test_as_the_system_says_forgets_the_choice(desk, client):
    client.post("/tema/", {"tema": "oscuro"})
    client.post("/tema/", {"tema": ""})

    assert "data-theme=" not in client.get("/entrar/").content.decode().partition("<head>")[0]


@pytest.mark.parametrize("wanted", ["https://mal.example/", "//mal.example/", "javascript:alert(1)", "", "http:///mal.example"])
@pytest.mark.parametrize(("path", "said"), [("/idioma/", {"idioma": "es"}), ("/tema/", {"tema": "claro"})])
def test_it_never_leads_away_from_the_desk(path, said, wanted, desk, client):
    assert client.post(path, {**said, "next": wanted})["Location"] == "/"


@pytest.mark.parametrize(("path", "said"), [("/idioma/", {"idioma": "xx"}), ("/tema/", {"tema": "rosa"}), ("/idioma/", {})])
def test_what_there_is_not_cannot_be_chosen(path, said, desk, client):
    assert client.post(path, said).status_code == 400


@pytest.mark.parametrize("path", ["/idioma/", "/tema/"])
def test_a_link_chooses_nothing(path, desk, client):
    assert client.get(path).status_code == 405
