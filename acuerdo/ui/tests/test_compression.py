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


@pytest.mark.parametrize("accepts", ["gzip;q=0.1", "deflate;q=0, gzip", "br;q=1.0, gzip;q=0.001"])
def test_a_little_weight_is_a_yes(accepts):
    assert through(HttpResponse(LONG), accepts=accepts)["Content-Encoding"] == "gzip"


def test_two_answers_of_the_same_length_are_not_as_long():
    assert len({len(through(HttpResponse(LONG)).content) for _ in range(50)}) > 1


@pytest.mark.parametrize("accepts", ["", "br", "gzip;q=0", "br, GZIP ; Q=0.000 ,deflate", "gzip;q=0, *;q=0.5"])
def test_a_page_is_plain_for_who_does_not_read_it(accepts):
    sent = through(HttpResponse(LONG), accepts=accepts)

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
