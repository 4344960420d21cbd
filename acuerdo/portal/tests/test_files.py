"""Files and foreign HTML of public messages."""

import pytest

from acuerdo.files.actions.store import store

PNG = b"\x89PNG\r\n\x1a\n."


def attached(case, **values):
    stored = store(**values)
    case.messages.first().files.add(stored)
    return f"/casos/{case.number}/archivos/{stored.pk}/"


def test_a_file_is_a_download_whatever_it_claims_to_be(case, dianas):
    url = attached(case, name="página.html", content_type="text/html", content=b"<script>alert(1)</script>")

    response = dianas.get(url)

    assert response.content == b"<script>alert(1)</script>"
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")
    assert "sandbox" in response["Content-Security-Policy"]


def test_an_image_may_be_shown_and_html_never(case, dianas):
    image = attached(case, name="foto.png", content_type="image/png", content=PNG)
    page = attached(case, name="a.svg", content_type="image/svg+xml", content=b"<svg onload=alert(1)>")

    assert dianas.get(f"{image}?imagen")["Content-Type"] == "image/png"
    assert dianas.get(f"{page}?imagen")["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("who", ["outsider", "agent"])
def test_nobody_else_gets_it(who, case, request, browser_of, agent, outsider):
    url = attached(case, name="foto.png", content_type="image/png", content=PNG)
    person = outsider.person if who == "outsider" else agent

    assert browser_of(person).get(url).status_code in {403, 404}
    assert browser_of().get(url).status_code == 302


def test_a_file_of_one_case_is_not_served_under_another(case, open_case, dianas, at):
    url = attached(case, name="foto.png", content_type="image/png", content=PNG)
    other = open_case("Otro", at=at)

    assert dianas.get(url.replace(f"/{case.number}/", f"/{other.number}/")).status_code == 404


def test_foreign_html_is_cleaned_and_framed(case, dianas):
    message = case.messages.first()
    message.html = '<p onclick="x()">Hola <b>todos</b><script>alert(1)</script><img src="https://espia.example/x.gif"></p>'
    message.save()

    response = dianas.get(f"/casos/{case.number}/mensajes/{message.pk}/formato/")

    shown = response.content.decode()
    assert "<b>todos</b>" in shown
    assert "onclick" not in shown
    assert "script" not in shown
    assert "espia.example" not in shown
    assert "sandbox" in response["Content-Security-Policy"]


def test_a_message_without_html_has_no_frame(case, dianas):
    assert dianas.get(f"/casos/{case.number}/mensajes/{case.messages.first().pk}/formato/").status_code == 404
