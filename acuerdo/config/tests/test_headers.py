"""What every answer carries, good or bad, and what changes behind TLS."""

import gzip
import json
import os
import subprocess
import sys

import pytest
from django.test import Client
from django.urls import reverse

from acuerdo.portal.views import front

pytestmark = pytest.mark.django_db

ON_EVERY_ANSWER = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
SETTINGS = (
    "DEBUG", "DEMO", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY", "SESSION_COOKIE_SAMESITE",
    "SECURE_HSTS_SECONDS", "SECURE_PROXY_SSL_HEADER", "URL_SCHEME",
)  # fmt: skip


@pytest.fixture
def ana(person_of):
    return person_of("agent", email="ana@desk.example")


def carries_all(response) -> bool:
    policy = response["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "object-src 'none'" in policy
    assert "base-uri 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert {name: response[name] for name in ON_EVERY_ANSWER} == ON_EVERY_ANSWER
    assert "Strict-Transport-Security" not in response
    return True


@pytest.mark.parametrize(("path", "status"), [("/", 200), ("/entrar/", 200), ("/nada/", 404), ("/mi-area/", 302), ("/idioma/", 405)])
def test_pages_refusals_and_redirects(desk, client, path, status):
    response = client.get(path)

    assert response.status_code == status
    assert carries_all(response)


@pytest.mark.parametrize(("path", "status"), [("/entrar/", 200), ("/nada/", 404)])
def test_pages_travel_compressed(desk, client, path, status):
    response = client.get(path, headers={"accept-encoding": "gzip"})

    assert response.status_code == status
    assert b"</html>" in gzip.decompress(response.content)
    assert carries_all(response)


@pytest.mark.parametrize("host", ["nadie.example", "testserver.evil.example", "otra_mesa", "[::1]", "a" * 300])
def test_a_host_that_no_desk_has_is_not_found(desk, host):
    response = Client(headers={"host": host}).get("/entrar/")

    assert response.status_code == 404
    assert carries_all(response)


def test_a_form_without_its_token(desk):
    response = Client(enforce_csrf_checks=True).post("/idioma/", {"idioma": "en"})

    assert response.status_code == 403
    assert carries_all(response)


def test_a_page_that_breaks_shows_nothing_of_itself(desk, monkeypatch):
    def broken(*_arguments):
        msg = "the secret is 42"
        raise RuntimeError(msg)

    monkeypatch.setattr(front, "current_version", broken)
    response = Client(raise_request_exception=False).get("/")

    assert response.status_code == 500
    assert carries_all(response)
    assert "42" not in response.content.decode()
    assert "Traceback" not in response.content.decode()


def test_the_sessions_cookie_is_for_no_script_and_no_other_site(ana):
    client = Client()
    client.post(reverse("account_login"), {"login": ana.email, "password": "una clave larga"})
    cookie = client.cookies["acuerdo"]

    assert (cookie["httponly"], cookie["samesite"], cookie["domain"]) == (True, "Lax", "")


@pytest.mark.parametrize(
    "wanted", ["https://evil.example/", "//evil.example", "/\\evil.example", "https:evil.example", "javascript:alert(1)"]
)
def test_signing_in_leads_to_no_other_site(ana, wanted):
    signed_in = Client().post(reverse("account_login"), {"login": ana.email, "password": "una clave larga", "next": wanted})
    chosen = Client().post(reverse("people:language"), {"idioma": "en", "next": wanted})
    left = Client()
    left.force_login(ana, backend="allauth.account.auth_backends.AuthenticationBackend")

    assert signed_in["Location"] == "/console/"
    assert chosen["Location"] == "/"
    assert left.post(reverse("account_logout"), {"next": wanted})["Location"] == "/entrar/"


def settings_with(**environment) -> dict[str, object]:
    """The settings of a process that is started with these."""
    code = f"import json; from acuerdo.config import settings as s; print(json.dumps({{n: getattr(s, n, True) for n in {SETTINGS!r}}}))"
    said = {**os.environ, "DATABASE_URL": "postgresql://none@127.0.0.1:1/none", "ACUERDO_SECRET_KEY": "x", **environment}
    return json.loads(subprocess.run([sys.executable, "-c", code], env=said, check=True, capture_output=True).stdout)


def test_behind_tls_cookies_and_browsers_keep_to_it():
    assert settings_with(ACUERDO_SECURE="1", ACUERDO_DEMO="0") == {
        "DEBUG": False,
        "DEMO": False,
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SECURE_HSTS_SECONDS": 31_536_000,
        "SECURE_PROXY_SSL_HEADER": ["HTTP_X_FORWARDED_PROTO", "https"],
        "URL_SCHEME": "https",
    }


def test_without_tls_no_proxy_is_believed():
    said = settings_with(ACUERDO_SECURE="0")

    assert (said["SECURE_HSTS_SECONDS"], said["SECURE_PROXY_SSL_HEADER"], said["DEBUG"]) == (0, None, False)


def test_a_key_that_is_missing_stops_the_product():
    environment = {name: value for name, value in os.environ.items() if name != "ACUERDO_SECRET_KEY"}
    started = subprocess.run([sys.executable, "-c", "import acuerdo.config.settings"], env=environment, check=False, capture_output=True)

    assert started.returncode != 0
