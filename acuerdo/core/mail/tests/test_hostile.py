"""Whatever comes is read: broken on purpose, by age, or by careless programs."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acuerdo.core.mail import (
    bounced_message_id,
    bounced_recipients,
    delivery_key,
    has_form,
    is_automatic,
    join_candidates,
    newest,
    newest_html,
    newest_of,
    not_a_message,
    read,
    should_acknowledge,
    text_of,
)
from acuerdo.core.mail.tests.messages import PLAIN, message, multipart, part, with_header, without
from acuerdo.core.mail.tests.repeatable import repeatable

#: What a fuzzer would need long to find by itself.
SCRAPS = [
    *PLAIN.splitlines(keepends=True),
    *multipart("mixed", part("text/html", "<p>a"), part("message/rfc822", PLAIN)).splitlines(keepends=True),
    b"\r\n\r\n",
    b"\x00",
    b"\xff\xfe",
    b"--b1\r\n",
    b"--b1--\r\n",
    b"Content-Type: multipart/alternative; boundary=b1\r\n",
    b"Content-Type: multipart/mixed\r\n",
    b"Content-Type: text/html; charset=\x00; =;;\r\n",
    b"Content-Type: text/plain; charset*0*=utf-8'; format=flowed; delsp=yes\r\n",
    b"Content-Type: message/delivery-status\r\n",
    b"Content-Disposition: attachment; filename*0*=x'y'%; filename*2=z\r\n",
    b"Subject: =?utf-8?B?!!!=?= =?x?Q?=?= =?unicode_escape?Q?=5Cud800?=\r\n",
    b'From: "a, (b <<>> ;:,@\r\n',
    b"Date: Mon, 99 Foo 99999 99:99:99 +9999999999\r\n",
    b"References: <<>><@><\xff>\r\n",
    b"El 1 a@b escribi\xc3\xb3:\r\n> x\r\n",
    b"<div class=gmail_quote><blockquote type='cite'><!--<a \"'><script>",
]

raw_messages = st.one_of(
    st.binary(max_size=400),
    st.lists(st.one_of(st.sampled_from(SCRAPS), st.binary(max_size=8)), max_size=25).map(b"".join),
)


def storable(text: str) -> bool:
    return "\x00" not in text and text == text.encode("utf-8", "replace").decode()


@repeatable
@given(raw_messages)
def test_nothing_that_comes_raises_and_everything_read_can_be_stored(raw: bytes) -> None:
    letter = read(raw)
    split = newest_of(letter)

    assert len(delivery_key(raw)) == 64
    assert isinstance(not_a_message(raw), str)
    texts = [letter.text, letter.html, letter.subject, letter.sender.name, split.new, split.quoted]
    texts += [value for header in letter.headers for value in header]
    texts += [each.filename for each in letter.parts]
    assert all(map(storable, texts))
    assert bool(split.new.strip()) == bool(letter.text.strip())
    assert all(each.filename and "/" not in each.filename for each in letter.parts)


@repeatable
@given(raw_messages)
def test_no_question_about_a_letter_raises(raw: bytes) -> None:
    letter = read(raw)

    assert not (should_acknowledge(letter) and is_automatic(letter))
    assert all(each.message_id or each.number for each in join_candidates(letter, key=b"k"))
    assert all("@" in each.address for each in bounced_recipients(letter))
    assert bounced_message_id(letter)[:1] in {"", "<"}


@repeatable
@given(st.text(alphabet=st.sampled_from("<>/\"'=!- abdivpql\n&#;\x00\ud800"), max_size=200))
def test_no_html_raises_or_gives_what_cannot_be_stored(html: str) -> None:
    assert storable(text_of(html))
    split = newest_html(html)
    assert len(split.new) + len(split.quoted) == len(html)


@repeatable
@given(st.text(max_size=300))
def test_no_text_raises(text: str) -> None:
    assert bool(newest(text).new.strip()) == bool(text.strip())


LARGE = 30_000


@pytest.mark.parametrize(
    "raw",
    [
        b"Subject: " + b"=?utf-8?Q?" * LARGE + b"\n\n",
        b"To: " + b"(" * LARGE + b'"' * LARGE + b"\n\n",
        b"From: " + b"<" * LARGE + b"a@" * LARGE + b"\n\n",
        b'Content-Type: multipart/mixed; boundary="' + b";" * LARGE + b"\n\n",
        b"Content-Type: text/plain; charset=punycode\n\n" + b"a-" * LARGE,
        b"A: b\n" * LARGE + b"\n",
        (b"Content-Type: multipart/mixed; boundary=b\n\n--b\n") * 5_000,
        b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\n" * LARGE,
        b"Content-Type: text/html\n\n" + b"<!--" * LARGE,
        b"Content-Type: text/html\n\n" + b"<a '<a \"" * LARGE,
        b"Content-Type: text/html\n\n" + b"<span " * LARGE,
        b"Content-Type: text/html\n\n" + b"<div class=gmail_quote>" * 20_000,
        b"Content-Type: text/html\n\n" + b"<blockquote>" * 3_000 + b"a<br>" * 3_000,
        b"From: a@b.co\n\n" + b"El 1 a@" * LARGE,
        b"From: a@b.co\n\n" + b"El 1 @@@ escribi\xc3\xb3\n" * 4_000,
        b"References: " + b"a" * 60_000 + b"\n\n",
        (b"To: " + b"(" * 60_000 + b"\n") * 4 + b"\n",
        b"From: a@b.co\n\n" + b" " * LARGE * 10,
        b"From: a@b.co\n\n" + b"a\n" * LARGE,
        b"From: a@b.co\n\n" + b"\n" * LARGE * 3,
        b"From: a@b.co\n\nx" + b"\nEnviado desde mi iPhone" * 10_000,
        b"Content-Type: text/plain; format=flowed\n\n" + b"a \n" * LARGE * 10,
        b"From: a@b.co\n\n" + b"-" * LARGE + b"\n" + b"> " * LARGE,
    ],
    ids=lambda raw: raw[:30].decode(),
)
def test_no_message_takes_more_than_linear_time(raw: bytes) -> None:
    before = process_time()

    letter = read(raw)
    newest_of(letter)
    newest_html(letter.html)
    has_form(letter.html)
    bounced_recipients(letter)
    delivery_key(raw)

    assert process_time() - before < 10


def test_an_empty_message_and_one_of_only_a_body_are_letters_without_anything() -> None:
    assert read(b"").text == ""
    assert read(b"\n\nsolo texto").text == "solo texto"
    assert read(b"").sender.email == ""


def test_nul_and_lone_surrogates_are_gone_from_what_is_stored() -> None:
    raw = with_header(b"Subject: a\x00b =?utf-16be?B?2AA=?=", raw=without(b"Subject")) + b"a\x00b\xed\xa0\x80"

    letter = read(raw)

    assert letter.subject == "ab \ufffd"
    assert "\x00" not in letter.text


def test_eight_bit_headers_are_read_as_utf_8_or_as_windows_wrote_them() -> None:
    assert read("Subject: Señal débil\n\n".encode()).subject == "Señal débil"
    assert read("Subject: Señal – débil\n\n".encode("cp1252")).subject == "Señal – débil"


def test_a_wrong_charset_never_loses_the_text() -> None:
    for charset in (b"us-ascii", b"nada-8", b"rot13", b"utf-7; x", b'"', b"unicode_escape"):
        raw = b"Content-Type: text/plain; charset=" + charset + b"\n\n" + "señal \\x41".encode()
        assert read(raw).text == "señal \\x41"
    assert read(b"Content-Type: text/plain; charset=iso-8859-1\n\n\x80 5").text == "€ 5"


def test_latin_letters_said_to_be_utf_8_are_read_as_windows_wrote_them_and_the_other_way_round() -> None:
    latin = b"Content-Type: text/plain; charset=utf-8\n\n"
    assert read(latin + "Señor: “año”, opción".encode("cp1252")).text == "Señor: “año”, opción"
    assert read(latin + "señal ".encode() + b"se\xf1al\x81").text == "señal señal\ufffd"
    assert read(latin + "Aquí está"[:-1].encode() + b"\xc3").text == "Aquí est\ufffd"
    assert read(latin + "está".encode("cp1252")).text == "está"
    assert read(b"Content-Type: text/plain; charset=iso-8859-1\n\n" + "opción".encode()).text == "opción"


def test_the_first_of_doubled_headers_counts_and_only_its_first_sender() -> None:
    raw = with_header(b"From: a@uno.example, b@dos.example", b"Subject: uno")

    assert read(raw).sender.email == "a@uno.example"
    assert read(raw).subject == "uno"


def test_a_message_without_from_is_its_senders_or_its_envelopes() -> None:
    nobody = without(b"From")

    assert read(nobody).sender.email == "marcela@cafe.example"
    assert read(with_header(b"Sender: S <s@x.co>", raw=nobody)).sender.email == "s@x.co"
    broken = with_header(b"From: Marcela sin direccion", raw=without(b"From", b"Return-Path"))
    assert (read(broken).sender.name, read(broken).sender.email) == ("Marcela sin direccion", "")


@pytest.mark.parametrize("date", [b"", b"ayer", b"Mon, 32 Nov 2026 25:00", b"\xff" * 300, b"31 Dec 9999 23:59 -1400"])
def test_a_date_that_cannot_be_read_is_none(date: bytes) -> None:
    assert read(with_header(b"Date: " + date, raw=without(b"Date"))).date is None


def test_a_multipart_without_its_boundary_is_opened_by_the_one_it_shows() -> None:
    whole = multipart("alternative", part("text/plain", "hola"), part("text/html", "<b>hola</b>"))

    for said in (b"", b'; boundary="otra"', b"; boundary="):
        assert read(message(whole.replace(b'; boundary="b1"', said))).text == "hola"


def test_a_multipart_with_no_boundary_at_all_is_its_text() -> None:
    assert read(b"Content-Type: multipart/mixed\n\nhola").text == "hola"


def test_a_message_cut_off_on_its_way_keeps_what_arrived() -> None:
    whole = multipart("mixed", part("text/plain", "hola"), part("image/png", b"p" * 300))

    letter = read(message(whole)[:-200])

    assert letter.text == "hola"
    assert letter.parts[0].content.startswith(b"ppp")


def test_a_badly_folded_line_belongs_to_the_field_above_and_a_missing_blank_line_begins_the_text() -> None:
    folded = read(b"Subject: uno\ndos\nFrom: a@b.co\n\nhola")
    assert (folded.subject, folded.sender.email, folded.text) == ("uno dos", "a@b.co", "hola")

    unparted = read(b"From: a@b.co\nSubject: uno\nHola a todos\n\nadi\xc3\xb3s")
    assert unparted.text == "Hola a todos\n\nadiós"


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\fotos\\a:b?.png", "ab.png"),
        ("CON.txt", "_CON.txt"),
        ("..", "adjunto.pdf"),
        ("foto\u202egpj.exe", "fotogpj.exe"),
        ("a" * 300 + ".docx", "a" * 115 + ".docx"),
    ],
)
def test_a_files_name_is_safe_and_still_its_own(given: str, safe: str) -> None:
    escaped = given.replace("\\", "\\\\")
    file = part("application/pdf", b"x", f'Content-Disposition: attachment; filename="{escaped}"')

    assert read(message(multipart("mixed", file))).parts[0].filename == safe
