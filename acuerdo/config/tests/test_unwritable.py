"""NUL, which no column keeps, at every address and under every name that a page reads: none breaks, and nothing of it arrives."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import reverse

import acuerdo
from acuerdo.config.tests.places import PLACES
from acuerdo.config.tests.who import IN
from acuerdo.files.models import StoredFile
from acuerdo.people.models import Person
from acuerdo.tickets.models import Message

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
#: Words of the sources that may name what is sent, and a form's fields.
WORDS = re.compile(r"""[(\[, ]"([a-z][\w-]{0,30})"|^    (\w+) = forms\.""", re.MULTILINE)
#: Alone under every other name.
ODD = "1\x00"


def reads(file: Path) -> bool:
    """Whether a file of the sources may read what was sent."""
    return bool({"views", "forms"} & {*file.parts} or file.name in {"forms.py", "view.py", "area.py"}) and "tests" not in file.parts


def names() -> set[str]:
    """Every name under which any page reads what was sent; some that none does are among them."""
    sources = (file.read_text() for file in Path(acuerdo.__file__).parent.rglob("*.py") if reads(file))
    return {found for source in sources for pair in WORDS.findall(source) for found in pair if found}


NAMES = sorted(names())


def browser_of(person, **more) -> Client:
    client = Client(**more)
    if person is not None:
        client.force_login(person, backend=BACKEND)
    return client


def ask(client, method, url, *given) -> int:
    """The status of an answer; what was done is undone."""
    cookies = client.cookies.copy()
    with transaction.atomic():
        status = getattr(client, method)(url, *given).status_code
        transaction.set_rollback(True)
    client.cookies = cookies
    return status


def test_the_names_are_read_from_the_sources():
    assert {"buscar", "q", "text", "nombre", "para", "quitar", "cuales", "comment", "subject"} <= {*NAMES}
    assert len(NAMES) < settings.DATA_UPLOAD_MAX_NUMBER_FIELDS


@pytest.mark.parametrize("who", ["admin", "diana", "anonymous"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_no_address_breaks(things, who, method):
    browser = browser_of(things.people[who], raise_request_exception=False)
    there = [name for name, place in PLACES.items() if getattr(place, method)[who] == IN]
    given = {name: ODD[nth % 2 :] for nth, name in enumerate(NAMES)}

    assert there
    assert {name for name in there if ask(browser, method, things.url(name), given) >= 500} == set()


def test_an_address_that_holds_one_before_its_words_is_nowhere(things):
    browser = browser_of(things.people["admin"], raise_request_exception=False)

    for name in PLACES:
        for url in (f"{things.url(name).removesuffix('/')}%00/", f"/%00{things.url(name)[1:]}"):
            assert {ask(browser, method, url) for method in ("get", "post")} == {404}, name


@pytest.mark.parametrize("sent", ["a%00b", "a\x00b", "%00ab%00"])
def test_what_is_asked_for_is_found_as_without_it(things, sent):
    """And the page's own address says it so too, for whoever comes back to it after signing in."""
    answer = Client().get(f"/console/?q={sent}")

    assert answer["Location"] == "/entrar/?next=/console/%3Fq%3Dab"


def test_a_text_arrives_without_it_and_with_its_percents(things):
    browser = browser_of(things.people["diana"])
    answer = browser.post(
        reverse("portal:messages", args=[things.args["number"]]), {"text": "La dirección dice %00\x00, y 100 %", "once": "una\x00clave12"}
    )

    assert answer.status_code == 303
    assert Message.objects.latest("pk").text == "La dirección dice %00, y 100 %"


def test_a_file_keeps_its_content_and_loses_it_in_its_name(things):
    browser = browser_of(things.people["diana"])
    content = b"\x89PNG\r\n\x1a\n\x00\x00"
    body = b"".join([
        b'--limite\r\nContent-Disposition: form-data; name="text"\r\n\r\nVa la foto\x00\r\n',
        b'--limite\r\nContent-Disposition: form-data; name="once"\r\n\r\nclavedeuno\r\n',
        b'--limite\r\nContent-Disposition: form-data; name="files"; filename="fo\x00to.png"\r\nContent-Type: image/p\x00ng\r\n\r\n' + content,
        b"\r\n--limite--\r\n",
    ])  # fmt: skip
    answer = browser.generic("POST", reverse("portal:messages", args=[things.args["number"]]), body, "multipart/form-data; boundary=limite")

    assert answer.status_code == 303
    kept = StoredFile.objects.latest("pk")
    assert (kept.name, kept.read()) == ("foto.png", content)
    assert Message.objects.latest("pk").text == "Va la foto"


def test_a_form_that_cannot_be_read_is_refused_and_breaks_nothing(things):
    broken = browser_of(things.people["diana"]).generic("POST", reverse("portal:report"), b"x\x00", "multipart/form-data; boundary=")

    assert broken.status_code == 400


@pytest.mark.parametrize("cookie", ["acuerdo", "acuerdo_idioma", "acuerdo_tema", "acuerdo_csrf", "messages", "acuerdo_columnas"])
def test_a_cookie_that_spells_it(things, cookie):
    browser = Client(raise_request_exception=False)

    for path in ("/", "/console/", "/mi-area/", "/entrar/"):
        assert browser.get(path, headers={"cookie": f'{cookie}="a\\000b"'}).status_code in {200, 302}


def test_a_person_is_nobody_else_by_it(things):
    address = Person.objects.get(pk=things.people["admin"].pk).email
    answer = Client(raise_request_exception=False).post("/entrar/", {"login": f"{address}\x00", "password": "otra"})

    assert answer.status_code == 200
