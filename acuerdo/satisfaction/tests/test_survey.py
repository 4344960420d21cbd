"""The survey's page: from the mail, without signing in."""

import pytest

from acuerdo.satisfaction.models import Rating


def test_a_scanner_that_opens_the_link_rates_nothing(client, token):
    for value in ("bueno", "malo"):
        assert client.get(f"/encuesta/{token}/{value}/").status_code == 200
        assert client.head(f"/encuesta/{token}/{value}/").status_code == 200

    assert not Rating.objects.exists()


def test_the_clicked_face_is_chosen_and_its_form_is_sent_at_once_by_the_page(client, token):
    shown = client.get(f"/encuesta/{token}/aceptable/").content.decode()

    assert 'value="aceptable" checked' in shown
    assert "data-send-at-once" in shown
    assert ">Enviar</button>" in shown


def test_sent_it_is_kept_and_thanked_for(client, token):
    response = client.post(f"/encuesta/{token}/", {"value": "bueno"})

    assert (response.status_code, response["Location"]) == (303, f"/encuesta/{token}/")
    assert Rating.objects.get().value == "bueno"
    thanks = client.get(f"/encuesta/{token}/").content.decode()
    assert "Gracias: quedó guardada su opinión" in thanks
    assert "data-send-at-once" not in thanks
    assert 'name="comment"' in thanks


def test_opening_the_same_link_again_does_not_send_it_again(client, token):
    client.post(f"/encuesta/{token}/", {"value": "bueno"})

    assert client.get(f"/encuesta/{token}/bueno/").status_code == 302


def test_a_comment_is_optional_and_final(client, token):
    client.post(f"/encuesta/{token}/", {"value": "malo"})
    client.post(f"/encuesta/{token}/", {"value": "malo", "comment": "Nadie llamó."})

    response = client.post(f"/encuesta/{token}/", {"value": "bueno"})

    assert response.status_code == 422
    assert (Rating.objects.get().value, Rating.objects.get().comment) == ("malo", "Nadie llamó.")


@pytest.mark.parametrize("value", ["", "x", "bueno 2"])
def test_nonsense_is_refused_and_the_comment_comes_back(value, client, token):
    client.post(f"/encuesta/{token}/", {"value": "bueno"})

    response = client.post(f"/encuesta/{token}/", {"value": value, "comment": "Muy bien."})

    assert response.status_code == 422
    assert "Muy bien." in response.content.decode()


def test_a_comment_with_a_null_character_is_kept_without_it(client, token):
    client.post(f"/encuesta/{token}/", {"value": "bueno", "comment": "Bien\x00."})

    assert Rating.objects.get().comment == "Bien."


def test_a_false_link_and_one_of_another_desk_open_nothing(client, token, other_desk):
    assert client.get("/encuesta/falso/bueno/").status_code == 410
    assert client.get(f"/encuesta/{token}/bueno/", HTTP_HOST="other.localhost").status_code == 410
    assert client.post(f"/encuesta/{token}/", {"value": "bueno"}, HTTP_HOST="other.localhost").status_code == 410
    assert not Rating.objects.exists()


def test_an_unknown_face_in_the_link_opens_nothing(client, token):
    assert client.get(f"/encuesta/{token}/excelente/").status_code == 410


def test_wrong_methods_are_refused(client, token):
    assert client.post(f"/encuesta/{token}/bueno/").status_code == 405
    assert client.delete(f"/encuesta/{token}/").status_code == 405


def test_its_page_shows_nothing_of_the_conversation(client, token, closed):
    shown = client.get(f"/encuesta/{token}/").content.decode()

    assert "Listo." not in shown
    assert "Desde ayer." not in shown
