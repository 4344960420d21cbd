"""The list of desks at the installation's own address."""

import json

import pytest

from acuerdo.desks.models import Desk

HERE = {"headers": {"host": "localhost"}}


@pytest.fixture
def demo(db, settings, tmp_path):
    """The Proware desk as a demo desk with one log-in."""
    settings.DEMO, settings.DATA = True, tmp_path
    Desk.objects.filter(schema_name="proware_test").update(is_demo=True)
    people = [{"name": "Marcela Ospina", "role": "Comercial Yarumo", "email": "marcela@yarumo.example", "password": "faro-loro-2026"}]
    desks = [
        {"desk": "proware_test", "name": "Proware", "url": "http://x/", "people": people},
        {"desk": "digitalware_test", "name": "Digital Ware", "url": "http://x/", "people": [{**people[0], "password": "no-se-ve"}]},
    ]
    (tmp_path / "demo.json").write_text(json.dumps(desks))


def test_every_desk_is_listed_with_its_manual_and_its_doors(client, demo):
    page = client.get("/", **HERE).content.decode()

    assert "Acuerdos de nivel de servicio" in page
    assert "http://testserver:8000/console/" in page
    assert "http://testserver:8000/buzon/" in page
    assert "http://other.localhost:8000/" in page


def test_log_ins_of_demo_desks_are_shown_and_of_others_never(client, demo):
    page = client.get("/", **HERE).content.decode()

    assert "faro-loro-2026" in page
    assert "/entrar/?correo=marcela%40yarumo.example" in page
    assert "no-se-ve" not in page


def test_one_line_sends_a_mail_from_somebody_the_desk_knows(client, demo, settings):
    settings.SMTP_PORT = 2599

    page = client.get("/", **HERE).content.decode()

    assert "curl smtp://127.0.0.1:2599 --mail-from marcela@yarumo.example --mail-rcpt soporte@testserver" in page


def test_without_log_ins_the_page_still_answers(client, demo, settings):
    (settings.DATA / "demo.json").unlink()

    page = client.get("/", **HERE)

    assert page.status_code == 200
    assert "curl" not in page.content.decode()


def test_nobody_elsewhere_sees_it(client, demo):
    assert client.get("/", REMOTE_ADDR="192.0.2.7", **HERE).status_code == 404


def test_it_is_not_there_without_a_demonstration(client, demo, settings):
    settings.DEMO = False

    assert client.get("/", **HERE).status_code == 404


def test_it_only_shows(client, demo):
    assert client.post("/", **HERE).status_code == 405


def test_it_keeps_no_session_and_no_copy(client, demo):
    page = client.get("/", **HERE)

    assert "acuerdo" not in page.cookies
    assert "no-store" in page.headers["Cache-Control"]
