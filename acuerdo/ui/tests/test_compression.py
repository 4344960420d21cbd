"""What travels compressed, and what never does."""

import gzip
from io import BytesIO

import pytest
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from acuerdo.ui.compression import CompressedPages

LONG = b"<p>Buenos dias</p>" * 100


def through(response, *, accepts="gzip, deflate, br"):
    request = RequestFactory().get("/", headers={"accept-encoding": accepts})
    return CompressedPages(lambda _asked: response)(request)


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "application/json"])
def test_a_page_is_compressed_for_who_reads_it(kind):
    sent = through(HttpResponse(LONG, content_type=kind))

    assert sent["Content-Encoding"] == "gzip"
    assert sent["Vary"] == "Accept-Encoding"
    assert int(sent["Content-Length"]) == len(sent.content) < len(LONG) / 2
    assert gzip.decompress(sent.content) == LONG


def test_two_answers_of_the_same_length_are_not_as_long():
    assert len({len(through(HttpResponse(LONG)).content) for _ in range(50)}) > 1


def test_a_page_is_plain_for_who_does_not_read_it():
    sent = through(HttpResponse(LONG), accepts="")

    assert "Content-Encoding" not in sent
    assert sent["Vary"] == "Accept-Encoding"
    assert sent.content == LONG


@pytest.mark.parametrize(
    "response",
    [
        lambda: FileResponse(BytesIO(LONG), content_type="text/html"),
        lambda: StreamingHttpResponse([LONG], content_type="text/html"),
        lambda: HttpResponse(LONG, content_type="text/csv"),
        lambda: HttpResponse(LONG, content_type="application/pdf"),
    ],
)
def test_files_are_sent_as_they_are(response):
    sent = through(response())

    assert "Content-Encoding" not in sent
    assert (b"".join(sent) if sent.streaming else sent.content) == LONG
