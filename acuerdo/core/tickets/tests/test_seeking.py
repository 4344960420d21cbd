"""What somebody typed, and what a case is found by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acuerdo.core.tickets.seeking import codes, folded, in_short, parts, plain, read_search


@pytest.mark.parametrize(
    ("written", "as_typed"),
    [("Facturación", "facturacion"), ("ÁRBOL", "arbol"), ("Muñoz", "munoz"), ("pingüino", "pinguino"), ("ﬁcha", "ficha")],
)
def test_accents_and_capitals_do_not_matter(written, as_typed):
    assert plain(written) == as_typed


def test_the_stemmer_gets_the_accent_by_which_it_knows_a_singular():
    assert folded("Facturacion y facturaciones") == "facturación y facturaciones"


def test_a_code_is_cut_at_its_joints_alike_in_texts_and_in_what_is_typed():
    assert folded("INV-2034/A") == "inv 2034 a"
    assert read_search("INV-2034").words == '"inv 2034"'


def test_a_phrase_stays_one_and_what_is_unwanted_stays_out():
    sought = read_search('"cierre mensual" -nómina')

    assert sought.words == '"cierre mensual" -nomina'
    assert sought.tokens == ()


@pytest.mark.parametrize("typed", ["20301", "#20301", " #20301 "])
def test_a_number_may_be_a_cases(typed):
    assert read_search(typed).number == 20301


@pytest.mark.parametrize("typed", ["", "   ", "-", '"', '""', "²", "12345678901"])
def test_what_says_nothing_is_nobodys_number(typed):
    assert read_search(typed).number is None


def test_codes_are_words_with_a_digit():
    assert codes("La factura INV-2034 de SIESA v8.3.1, error 500 en 2 nodos.") == ["inv-2034", "v8.3.1", "500"]


def test_parts_are_of_one_word():
    assert parts("ana sol") == ["ana", "sol"]
    assert "a s" not in parts("ana sol")


@given(st.text(), st.text())
def test_every_part_of_a_word_has_its_parts_in_the_line(text, typed):
    line = in_short([text, typed])

    assert set(parts(plain(typed))) <= set(parts(line))


@given(st.text())
def test_whatever_is_typed_is_read(typed):
    assert all(token.strip() for token in read_search(typed).tokens)
