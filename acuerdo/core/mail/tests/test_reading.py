"""A raw message read into a Letter."""

from datetime import UTC, datetime

import pytest

from acuerdo.core.mail import Address, read
from acuerdo.core.mail.tests.messages import PLAIN, message, multipart, part, with_header, without


def test_a_plain_message_is_read() -> None:
    letter = read(PLAIN)

    assert letter.message_id == "<CAF1@cafe.example>"
    assert letter.sender == Address("Marcela Gómez", "marcela@cafe.example")
    assert letter.sender.domain == "cafe.example"
    assert letter.to == (Address("Soporte", "soporte@proware.example"),)
    assert letter.subject == "El reporte de productividad no abre"
    assert letter.date == datetime(2026, 11, 23, 21, 15, tzinfo=UTC)
    assert letter.text == "Buenas tardes: el reporte no abre.\n"
    assert (letter.html, letter.parts) == ("", ())
    assert letter.return_path == "marcela@cafe.example"
    assert letter.header("mime-version") == "1.0"


def test_line_ends_of_any_kind_read_the_same() -> None:
    bare_lf, bare_cr = PLAIN.replace(b"\r\n", b"\n"), PLAIN.replace(b"\r\n", b"\r")

    assert read(bare_lf) == read(PLAIN) == read(bare_cr)


def test_the_lines_a_pipe_puts_before_a_message_are_not_its_text() -> None:
    piped = b"\r\nFrom marcela@cafe.example Mon Nov 23 16:15:00 2026\r\n" + PLAIN

    assert read(piped) == read(PLAIN)


def test_the_envelopes_sender_counts_more_than_the_return_path_field() -> None:
    assert read(PLAIN, return_path="<Otra@cafe.example>").return_path == "otra@cafe.example"
    assert read(PLAIN, return_path="").return_path == ""
    assert read(PLAIN, return_path="no es una dirección").return_path is None
    assert read(without(b"Return-Path")).return_path is None
    assert read(with_header(b"Return-Path: <>")).return_path == ""


def test_the_text_of_an_alternative_is_its_plain_one_and_the_html_is_kept_as_it_came() -> None:
    both = multipart(
        "alternative",
        part("text/plain; charset=utf-8", "Señores: hola"),
        part("text/html; charset=utf-8", "<p>Señores: <b>hola</b></p>"),
    )

    letter = read(message(both))

    assert letter.text == "Señores: hola"
    assert letter.html == "<p>Señores: <b>hola</b></p>"


def test_html_alone_and_html_beside_an_empty_plain_text_gives_the_text() -> None:
    html = part("text/html; charset=utf-8", "<p>Señores:</p><p>no abre</p>")
    for entity in (html, multipart("alternative", part("text/plain", " \r\n"), html)):
        assert read(message(entity)).text == "Señores:\n\nno abre"


def test_a_plain_footer_after_html_joins_it_and_hides_neither() -> None:
    mixed = multipart("mixed", part("text/html", "<p>No abre</p>"), part("text/plain", "Aviso <legal>"))

    letter = read(message(mixed))

    assert letter.text == "No abre\n\nAviso <legal>"
    assert letter.html == "<p>No abre</p>\n<pre>Aviso &lt;legal&gt;</pre>"


def test_pictures_in_the_text_and_files_beside_it_are_parts() -> None:
    related = multipart(
        "related",
        part("text/html", '<img src="cid:p1@x">'),
        part('image/png; name="pantalla.png"', b"\x89PNG\r\n\x00", "Content-ID: <p1@x>"),
        boundary="in",
    )
    file = part("text/plain", "a;b", "Content-Disposition: attachment; filename*=utf-8''a%C3%B1o.txt")

    picture, attached = read(message(multipart("mixed", related, file))).parts

    assert (picture.filename, picture.cid, picture.content) == (
        "pantalla.png",
        "p1@x",
        b"\x89PNG\r\n\x00",
    )
    assert (attached.filename, attached.cid, attached.content) == ("año.txt", "", b"a;b")


def test_a_forwarded_message_is_a_file_byte_for_byte() -> None:
    inner = b"Subject: dentro\r\n\r\n\xff\xfe\x00 tal cual"
    attached = b"Content-Type: message/rfc822\r\n\r\n" + inner

    letter = read(message(multipart("mixed", part("text/plain", "ver adjunto"), attached)))

    assert letter.text == "ver adjunto"
    assert [(each.content_type, each.content) for each in letter.parts] == [("message/rfc822", inner)]


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        (b"=?utf-8?Q?Caf=C3=A9?= 1/2: no abre", "Café 1-2 no abre.eml"),
        (b"..\\..\\x", "-..-x.eml"),
        (b"a" * 5000, "a" * 116 + ".eml"),
        (b" ", "adjunto.eml"),
    ],
)
def test_a_message_forwarded_without_a_name_is_called_by_its_subject(subject: bytes, name: str) -> None:
    attached = b"Content-Type: message/rfc822\r\n\r\nSubject: " + subject + b"\r\n\r\nhola"

    assert read(message(multipart("mixed", attached))).parts[0].filename == name


def test_outlooks_own_format_is_a_file() -> None:
    winmail = part('application/ms-tnef; name="winmail.dat"', b"\x78\x9f\x3e\x22")

    letter = read(message(multipart("mixed", part("text/plain", "hola"), winmail)))

    assert letter.parts[0].filename == "winmail.dat"


def test_flowed_text_is_joined_and_its_quotes_keep_their_marks() -> None:
    flowed = (
        b"Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\nUna frase \r\nen dos l\xc3\xadneas."
        b"\r\n From a\r\n>> cita \r\n>> larga\r\n-- \r\nfirma\r\n"
    )

    assert read(message(flowed)).text == "Una frase en dos líneas.\nFrom a\n>> cita larga\n-- \nfirma\n"


def test_a_missing_content_type_is_plain_text_and_quoted_printable_is_undone() -> None:
    raw = b"From: a@b.co\nContent-Transfer-Encoding: Quoted-Printable\n\nma=C3=B1=\nana =ZZ fin"

    assert read(raw).text == "mañana =ZZ fin"


def test_every_identifier_is_read_however_it_was_folded_or_bracketed() -> None:
    letter = read(
        with_header(
            b"In-Reply-To: Mensaje de Soporte <A1@desk>",
            b"References: <A0@desk>\r\n <A1@\r\n desk> <A0@desk>",
            b"References: suelto@desk",
            raw=without(b"Message-ID"),
        )
    )

    assert letter.message_id == ""
    assert letter.in_reply_to == ("<A1@desk>",)
    assert letter.references == ("<A0@desk>", "<A1@desk>")


def test_an_identifier_too_long_to_store_is_the_same_short_one_wherever_it_is_named() -> None:
    long = b"<" + b"a" * 400 + b"@cafe.example>"

    original = read(with_header(b"Message-ID: " + long, raw=without(b"Message-ID")))
    answer = read(with_header(b"References: <x@y>\r\n " + long))

    assert len(original.message_id) <= 255
    assert answer.references == ("<x@y>", original.message_id)
    other = read(with_header(b"Message-ID: " + long.replace(b"@cafe", b"@te"), raw=without(b"Message-ID")))
    assert other.message_id != original.message_id
