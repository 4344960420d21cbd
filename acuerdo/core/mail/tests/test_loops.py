"""What no machine of ours may answer."""

import pytest

from acuerdo.core.mail import DESK_HEADER, answers_by_itself, is_auto_reply, is_automatic, is_bounce, read, should_acknowledge
from acuerdo.core.mail.tests.messages import PLAIN, with_header, without


def test_a_persons_message_is_acknowledged() -> None:
    letter = read(PLAIN)

    assert should_acknowledge(letter, own=["soporte@proware.example"])
    assert not is_automatic(letter)


@pytest.mark.parametrize(
    "field",
    [
        b"Auto-Submitted: auto-generated",
        b"Auto-Submitted: auto-replied; owner-email=x@y",
        b"X-Autoreply: yes",
        b"Precedence: bulk",
        b"Precedence: LIST",
        b"Precedence: auto_reply",
        b"X-Auto-Response-Suppress: OOF, AutoReply",
        b"List-Id: Equipo <equipo.cafe.example>",
        b"List-Unsubscribe: <mailto:x@y>",
        DESK_HEADER.encode() + b": proware",
    ],
)
def test_a_machines_message_is_automatic_and_not_acknowledged(field: bytes) -> None:
    letter = read(with_header(field))

    assert is_automatic(letter)
    assert not should_acknowledge(letter)


@pytest.mark.parametrize("field", [b"Auto-Submitted: no", b"Precedence: normal", b"X-Auto-Response-Suppress: None"])
def test_a_field_that_says_there_is_a_person_does_not_count_against_it(field: bytes) -> None:
    assert should_acknowledge(read(with_header(field)))


def test_a_persons_message_through_a_list_is_automatic_but_that_persons_own_words() -> None:
    letter = read(with_header(b"List-Id: <equipo.cafe.example>", b"Precedence: list"))

    assert is_automatic(letter)
    assert not is_auto_reply(letter)


@pytest.mark.parametrize(
    "subject",
    [
        "Respuesta automática: caso 12",
        "Automatic reply: case",
        "Fuera de la oficina",
        "Auto respuesta: caso 12",
        "Ausente: Recibimos su caso",
    ],
)
def test_an_absence_without_any_field_is_known_by_its_subject(subject: str) -> None:
    raw = with_header(b"Subject: " + subject.encode(), raw=without(b"Subject"))

    assert is_auto_reply(read(raw))


@pytest.mark.parametrize("subject", ["Ausente el módulo de nómina", "Vacaciones: mal liquidadas", "Auto", "Ausencia: no calcula"])
def test_what_a_person_writes_about_absences_is_a_persons(subject: str) -> None:
    raw = with_header(b"Subject: " + subject.encode(), raw=without(b"Subject"))

    assert should_acknowledge(read(raw))


def test_the_null_path_is_never_acknowledged_and_a_bounce_unless_an_auto_reply_uses_it() -> None:
    bare = read(PLAIN, return_path="")
    absent = read(with_header(b"Auto-Submitted: auto-replied"), return_path="")

    assert is_bounce(bare)
    assert not is_bounce(absent)
    assert not should_acknowledge(bare)
    assert not should_acknowledge(absent)


@pytest.mark.parametrize("sender", [b"noreply@cafe.example", b"Soporte <Soporte+c1-abc@proware.example>", b"nadie", b"MAILER-DAEMON@x.co"])
def test_nobody_ourselves_and_addresses_that_are_not_read_get_no_acknowledgement(sender: bytes) -> None:
    raw = with_header(b"From: " + sender, raw=without(b"From", b"Return-Path"))

    assert not should_acknowledge(read(raw), own=["soporte@proware.example"])


def test_a_read_receipt_is_no_bounce() -> None:
    receipt = b"Content-Type: multipart/report; report-type=disposition-notification; boundary=x"

    letter = read(with_header(receipt, b"Auto-Submitted: auto-replied", raw=without(b"Content-Type")), return_path="")

    assert not is_bounce(letter)
    assert is_automatic(letter)


def test_a_read_receipt_is_no_answer_of_the_customers_also_where_no_field_says_that_a_machine_sent_it() -> None:
    receipt = b"Content-Type: multipart/report; report-type=disposition-notification; boundary=x"

    letter = read(with_header(receipt, raw=without(b"Content-Type")))

    assert is_auto_reply(letter)
    assert not is_bounce(letter)
    assert not should_acknowledge(letter)


AWAY = b"Subject: =?utf-8?Q?Respuesta_autom=C3=A1tica=3A_hola?="
READ = b"Content-Type: multipart/report; report-type=disposition-notification; boundary=x"


@pytest.mark.parametrize(
    "fields",
    [
        (b"Auto-Submitted: auto-replied (vacation)", b"Subject: hola"),
        (b"X-Autoreply: yes", b"Subject: hola"),
        (b"Precedence: auto_reply", b"Subject: hola"),
        (READ, b"Subject: hola"),
        # As Exchange writes them.
        (b"Auto-Submitted: auto-generated", b"X-Auto-Response-Suppress: All", AWAY),
        (b"X-Auto-Response-Suppress: All", AWAY),
        (b"In-Reply-To: <1@proware.example>", AWAY),
        (b"Precedence: bulk", AWAY),
    ],
)
def test_what_a_program_writes_in_answer_to_a_mail_answers_by_itself(fields: tuple[bytes, ...]) -> None:
    assert answers_by_itself(read(with_header(*fields, raw=without(b"Subject", b"Content-Type"))))


@pytest.mark.parametrize(
    "fields",
    [
        (b"Subject: hola",),
        # What a person may write, and nothing says that they did not.
        (b"Subject: Fuera de la oficina no puedo entrar a la VPN",),
        (b"Subject: hola", b"In-Reply-To: <1@proware.example>"),
        (b"Auto-Submitted: auto-generated", b"Subject: CRITICAL: disk full on db1", b"Precedence: bulk"),
        (b"Auto-Submitted: auto-notified", b"Subject: hola"),
        (b"List-Id: <equipo.cafe.example>", b"Precedence: list", b"Subject: hola"),
    ],
)
def test_what_reports_something_does_not_though_a_program_wrote_it(fields: tuple[bytes, ...]) -> None:
    assert not answers_by_itself(read(with_header(*fields, raw=without(b"Subject"))))
