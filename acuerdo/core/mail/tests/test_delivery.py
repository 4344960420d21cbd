"""Known again when it comes twice; refused when it is no mail."""

import pytest

from acuerdo.core.mail import delivery_key, not_a_message
from acuerdo.core.mail.tests.messages import PLAIN, with_header, without


def test_the_same_message_by_another_way_has_the_same_key() -> None:
    other_way = with_header(
        b"Received: from relay.example by mx2.proware.example",
        b"Delivered-To: soporte@proware.example",
        b"DKIM-Signature: v=1; a=rsa-sha256; b=abc",
        b"ARC-Seal: i=1",
        b"X-Spam-Score: 0.1",
        raw=without(b"Return-Path", b"Received"),
    )

    assert delivery_key(other_way) == delivery_key(PLAIN)


def test_line_ends_folding_and_a_pipes_first_line_do_not_change_the_key() -> None:
    folded = PLAIN.replace(b"?= =?", b"?=\r\n =?")
    piped = b"From marcela Mon Nov 23 2026\n" + PLAIN.replace(b"\r\n", b"\n") + b"\n\n"

    assert delivery_key(folded) == delivery_key(piped) == delivery_key(PLAIN)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"no abre.", b"no abre desde ayer."),
        (b"16:15:00", b"16:15:01"),
        (b"Marcela@Cafe", b"Laura@Cafe"),
        (b"productividad", b"ventas"),
        (b"CAF1", b"CAF2"),
    ],
)
def test_a_reused_message_id_with_other_content_is_another_message(old: bytes, new: bytes) -> None:
    assert delivery_key(PLAIN.replace(old, new)) != delivery_key(PLAIN)


def test_what_stands_in_one_field_never_counts_for_another() -> None:
    one = b"From: a@b.co\nSubject: x\n\n"

    assert delivery_key(one + b"subject:y") != delivery_key(b"From: a@b.co\nSubject: x\nSubject: y\n\n")


@pytest.mark.parametrize("raw", [b"", b"\r\n\r\n", b" \n\x00\n", b"\x1a"])
def test_nothing_is_no_message(raw: bytes) -> None:
    assert not_a_message(raw) == "empty"


@pytest.mark.parametrize("raw", [b"\x89PNG\r\n\x1a\n\x00\x00", b"%PDF-1.7\n\x00\x01", "From: a@b.co\n\nx".encode("utf-16")])
def test_a_file_is_no_message(raw: bytes) -> None:
    assert not_a_message(raw) == "binary"


@pytest.mark.parametrize("raw", [b"Hola, no me abre el reporte.\n", b"Nota: llamar a Marcela\n\nhoy", b"\n\nhola"])
def test_text_without_a_mail_header_is_no_message(raw: bytes) -> None:
    assert not_a_message(raw) == "no header"


@pytest.mark.parametrize("raw", [PLAIN, b"Subject: \n\n", b"\xef\xbb\xbfFrom: a@b.co\n\n\x00\x01\x02", b"basura\nFrom: a@b.co\n"])
def test_a_message_may_be_as_broken_as_it_likes(raw: bytes) -> None:
    assert not_a_message(raw) == ""
