"""Keeping files: whole, once, and under names and types that harm nobody."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from acuerdo.files.actions.store import safe_name, store, true_type
from acuerdo.files.serving import served

pytestmark = pytest.mark.django_db

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20
PAGE = b"<html><script>alert(1)</script></html>"


def kept(desk, name="a.txt", content_type="text/plain", content=b"hola"):
    return store(name=name, content_type=content_type, content=content)


def test_the_same_content_is_kept_once(desk):
    one, two = kept(desk), kept(desk, name="b.txt")

    assert one.path == two.path
    assert default_storage.listdir(one.path[:2])[1] == [one.sha256]


def test_what_a_crash_left_half_written_is_written_again(desk):
    path = kept(desk).path
    default_storage.delete(path)
    default_storage.save(path, ContentFile(b"ho"))

    assert kept(desk).read() == b"hola"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\evil.exe", "evil.exe"),
        ("factura\u202excod.exe", "facturaxcod.exe"),
        ("a\r\nSet-Cookie: x=1.txt", "aSet-Cookie: x=1.txt"),
        ("\x00", "archivo"),
        (" .. ", "archivo"),
        ("ñandú 😀.pdf", "ñandú 😀.pdf"),
        ("x" * 500 + ".pdf", "x" * 196 + ".pdf"),
    ],
)
def test_a_name_is_a_name_and_nothing_else(name, safe):
    assert safe_name(name) == safe


@pytest.mark.parametrize(
    ("declared", "content"),
    [("image/png", PAGE), ("image/png\r\nX: y", PNG), ("text", PNG), ("", PNG), ("image/png, text/html", PNG), ("image/gif", b"GIF")],
)
def test_a_type_that_lies_or_is_none_is_bytes(declared, content):
    assert true_type(declared, content) == "application/octet-stream"


@pytest.mark.parametrize(
    ("name", "content_type", "content"),
    [
        ("a.html", "text/html", PAGE),
        ("a.svg", "image/svg+xml", b"<svg onload='alert(1)'/>"),
        ("a.xml", "application/xhtml+xml", PAGE),
        ("a.pdf", "application/pdf", b"%PDF-1.7"),
        ("a.png", "image/png", PAGE),
        ("a.js", "text/javascript", b"alert(1)"),
    ],
)
@pytest.mark.parametrize("as_image", [True, False])
def test_what_a_browser_might_run_is_only_ever_downloaded(desk, name, content_type, content, as_image):
    response = served(kept(desk, name, content_type, content), as_image=as_image)

    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_an_image_is_shown_where_it_is_asked_for_as_one(desk):
    stored = kept(desk, 'á"b.png', "image/png", PNG)

    shown = served(stored, as_image=True)
    assert (shown["Content-Type"], shown["Content-Disposition"].partition(";")[0]) == ("image/png", "inline")
    assert served(stored)["Content-Disposition"].startswith("attachment")
