"""What is new in a message, told apart from what it quotes."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acuerdo.core.mail import Split, newest
from acuerdo.core.mail.quoting import LONGEST
from acuerdo.core.mail.tests.repeatable import repeatable
from acuerdo.core.mail.tests.replies import GMAIL_ES, REPLIES, Reply


def lines_that_say_something(text: str) -> Counter[str]:
    return Counter(line.strip() for line in text.split("\n") if line.strip())


@pytest.mark.parametrize("reply", REPLIES, ids=[each.program for each in REPLIES])
def test_only_what_is_new_remains_of_an_answer(reply: Reply) -> None:
    assert newest(reply.text).new == reply.new


@pytest.mark.parametrize("reply", REPLIES, ids=[each.program for each in REPLIES])
def test_no_line_of_an_answer_is_lost(reply: Reply) -> None:
    split = newest(reply.text)

    assert lines_that_say_something(f"{split.new}\n{split.quoted}") == lines_that_say_something(reply.text)


def test_a_message_that_quotes_nothing_stays_whole() -> None:
    text = "Buenas tardes:\n\nEl reporte no abre desde ayer a las 16:15.\n\nGracias"

    assert newest(text) == Split(text, "")


def test_a_customers_own_sentence_about_who_wrote_is_no_quote() -> None:
    text = "El lunes 23 el ingeniero escribió:\nque volviéramos a intentar.\nNo funcionó."

    assert newest(text).new == text


def test_a_form_that_begins_like_outlooks_block_is_not_emptied() -> None:
    text = "De: Bogotá\nFecha: hoy\nPara: Cali\nAsunto: envío\n\nNo llegó el paquete."

    assert newest(text).new == text


def test_a_forwarded_message_is_news() -> None:
    text = (
        "Me llegó esto:\n\n---------- Mensaje reenviado ---------\nDe: Banco <a@banco.example>\n"
        "Date: lun, 23 nov 2026\nSubject: Falla\nTo: marcela@cafe.example\n\nSu factura no llegó."
    )

    assert newest(text).new == text


def test_a_forward_within_the_quote_of_an_answer_is_quoted() -> None:
    text = f"{GMAIL_ES.text}> ---------- Mensaje reenviado ---------\n> De: alguien\n"

    assert newest(text).new == GMAIL_ES.new


def test_a_message_that_is_all_quote_is_all_new() -> None:
    text = "> línea uno\n> línea dos"

    assert newest(text).new == text


def test_an_answer_of_only_a_phones_signature_keeps_it() -> None:
    assert newest("Enviado desde mi iPhone").new == "Enviado desde mi iPhone"


def test_a_last_sentence_about_sending_is_the_customers() -> None:
    for text in ("Hola\nEnviado por Juan el lunes", "Hola\nSent from the north office"):
        assert newest(text).new == text


def test_a_signature_goes_but_a_long_text_below_dashes_stays() -> None:
    assert newest("Hola\n-- \nMarcela\nTIC").new == "Hola"
    long = "Pasos:\n--\n" + "\n".join(f"paso {n}" for n in range(40))
    assert newest(long).new == long


def test_a_pasted_file_is_not_searched_for_quotes() -> None:
    log = "> entrada\n" * LONGEST

    assert newest(log).new == log


@repeatable
@given(st.lists(st.sampled_from([line for reply in REPLIES for line in reply.text.split("\n")])))
def test_however_answers_are_mixed_no_line_is_lost_and_something_is_new(lines: list[str]) -> None:
    text = "\n".join(lines)

    split = newest(text)

    assert lines_that_say_something(f"{split.new}\n{split.quoted}") == lines_that_say_something(text)
    assert bool(split.new.strip()) == bool(text.strip())
