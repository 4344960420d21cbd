"""What nobody types: NUL, numbers without end, marks that turn text around. Every address answers; none breaks."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"

ODD = [
    "\x00", "a\x00b", "\u202e😀" * 40, "%\\'; DROP TABLE tickets_ticket; --", "<script>{{ 7|add:7 }}</script>", "x" * 20_000,
    "9" * 30, "9" * 5000, "-1", "²", "0.9223372036854775808.1", "1.1." + "9" * 30, "1.2.3",
]  # fmt: skip

#: Where an address takes words, and under which names.
READ = {
    "console:queue": ("q", "de", "grupo", "tras", "terminados"),
    "console:news": ("q", "desde", "sello", "de"),
    "console:rail": ("aqui",),
    "account_login": ("correo", "next"),
    "live_token": ("token",),
    "setup:mailbox": ("antes",),
}
OF_CUSTOMERS = {"portal:area": ("ver", "buscar", "grupo", "despues")}


def browser_of(person) -> Client:
    client = Client()
    client.force_login(person, backend=BACKEND)
    return client


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_odd_words_in_an_address(person_of, diana, odd):
    desks, customers = browser_of(person_of("admin")), browser_of(diana.person)

    for browser, pages in ((desks, READ), (customers, OF_CUSTOMERS)):
        for name, words in pages.items():
            for word in words:
                assert browser.get(reverse(name), {word: odd}).status_code < 500, (name, word)
    for tab in ("todos", "mios", "cerrados"):
        assert customers.get(reverse("portal:area"), {"ver": tab, "buscar": odd, "despues": odd, "grupo": "working"}).status_code == 200
    assert desks.get(reverse("console:queue"), {"q": odd, "terminados": "1"}).status_code in {200, 302}


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_odd_words_in_a_form_of_the_desks(open_case, person_of, odd):
    case = open_case(at=timezone.now() - timedelta(hours=1))
    browser = browser_of(person_of("admin"))
    fields = (
        "key",
        "text",
        "mode",
        "then",
        "milestones",
        "kept",
        "to",
        "level",
        "reason",
        "closed_as",
        "organisation",
        "fact-priority",
        "number",
    )

    for name in ("answers", "notes", "classification", "assignment", "level", "solution", "status", "closure", "customer"):
        for given in (dict.fromkeys(fields, odd), {"text": odd, "key": odd}):
            assert browser.post(reverse(f"tickets:{name}", args=[case.number]), given).status_code in {303, 422}, name
    assert browser.post(reverse("tickets:assignments"), {"to": odd, "number": odd}).status_code == 303
    assert browser.post(reverse("console:notices"), {"x": odd}).status_code in {302, 303}
    assert browser.get(reverse("console:case", args=[case.number])).status_code == 200


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_odd_words_in_a_form_of_a_customers(open_case, diana, odd):
    case = open_case(at=timezone.now() - timedelta(hours=1))
    browser = browser_of(diana.person)
    everything = dict.fromkeys(("once", "text", "subject", "product", "solution", "answer", "reason", "face"), odd)

    for given in (everything, {**everything, "once": "unaclave12"}):
        for name in ("messages", "decision"):
            assert browser.post(reverse(f"portal:{name}", args=[case.number]), given).status_code in {303, 422}, name
        assert browser.post(reverse("portal:report"), given).status_code in {303, 422}
    assert browser.get(reverse("portal:area")).status_code == 200


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_odd_words_of_strangers(desk, odd):
    for name, given in {
        "account_login": {"login": odd, "password": odd, "remember": odd, "next": odd},
        "account_reset_password": {"email": odd},
        "people:language": {"idioma": odd, "next": odd},
        "people:theme": {"tema": odd, "next": odd},
    }.items():
        assert Client().post(reverse(name), given).status_code < 500, name
    secret = odd.replace("/", "").replace("\x00", "%00")[:2000]
    for path in (
        "/invitacion/{}/",
        "/decidir/{}/",
        "/encuesta/{}/",
        "/encuesta/{}/good/",
        "/console/casos/1/imagenes/{}",
        "/clave/abc-{}/",
    ):
        assert Client().get(path.format(secret or "x"), follow=True).status_code < 500, path
    client = Client()
    for name in ("acuerdo", "acuerdo_csrf", "acuerdo_tema", "acuerdo_idioma", "messages"):
        client.cookies[name] = odd.replace("\x00", "").encode("ascii", "ignore").decode()[:500]
    assert client.get("/").status_code == 200
    assert client.get("/mi-area/").status_code == 302
    assert client.get("/", headers={"accept-language": odd.replace("\x00", "")[:300], "user-agent": odd[:300]}).status_code == 200
